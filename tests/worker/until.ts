/** Time limit in milliseconds: less than the time limit of a test. */
const TIME_LIMIT = 240_000;

/** Waits until the claim holds; throws with its source after the time limit. */
export async function until(claim: () => boolean): Promise<void> {
  const end = performance.now() + TIME_LIMIT;
  while (!claim()) {
    if (performance.now() > end) throw new Error(`not true after ${TIME_LIMIT} ms: ${claim}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** Time limit in milliseconds: less than the time limit of a test. */
const HANGING = 240_000;

/** Waits until the claim holds; throws with its source after the time limit. */
export async function until(claim: () => boolean): Promise<void> {
  const end = performance.now() + HANGING;
  while (!claim()) {
    if (performance.now() > end) throw new Error(`waited ${HANGING} ms in vain for: ${claim}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

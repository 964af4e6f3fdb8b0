/** Waits until it is so, or gives up with the claim. */
export async function until(claim: () => boolean, patience = 5000): Promise<void> {
  const end = performance.now() + patience;
  while (!claim()) {
    if (performance.now() > end) throw new Error(`waited ${patience} ms in vain for: ${claim}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** Resolves in a new task. Splitting the work of opening the page into short tasks keeps it responsive. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

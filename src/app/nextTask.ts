/** Resolves in a task of its own: while a page opens, none should be long, so that it answers between them. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

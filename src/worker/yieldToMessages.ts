/**
 * A function that lets waiting messages be handled before its promise resolves. A message of our own goes to the end of
 * the queue; unlike a timer it is not delayed, and unlike a microtask it does not overtake.
 */
export function createYield(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
}

const waiting: (() => void)[] = [];
let channel: MessageChannel | null = null;

/**
 * Resolves in a later task, after messages that are already waiting were handled. A message posted to the own thread goes
 * to the end of the task queue: it is not delayed as a timer is (4 ms), and does not overtake as a microtask does.
 */
export function yieldToMessages(): Promise<void> {
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => waiting.shift()?.();
  }
  const { port2 } = channel;
  return new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(null);
  });
}

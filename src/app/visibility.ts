import type { Playground } from '../store/playground.ts';

/** A page that nobody sees rests. */
export function restWhileHidden({ setVisible }: Playground): void {
  const tell = () => setVisible(document.visibilityState === 'visible');
  document.addEventListener('visibilitychange', tell);
  tell();
}

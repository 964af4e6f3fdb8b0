import type { Playground } from '../store/playground.ts';

/** Pauses training while the page is hidden. */
export function pauseWhileHidden({ setVisible }: Playground): void {
  const tell = () => setVisible(document.visibilityState === 'visible');
  document.addEventListener('visibilitychange', tell);
  tell();
}

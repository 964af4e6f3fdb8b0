import type { Playground } from '../store/playground.ts';

/** Tells the worker that a snapshot has been painted, one frame after it came; and when the page is hidden. */
export function keepPace({ store, drawn, setVisible }: Playground): void {
  store.subscribe(({ snapshot }, before) => {
    if (snapshot !== before.snapshot) requestAnimationFrame(drawn);
  });
  const tell = () => setVisible(document.visibilityState === 'visible');
  document.addEventListener('visibilitychange', tell);
  tell();
}

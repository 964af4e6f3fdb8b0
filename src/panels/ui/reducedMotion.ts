import type { Playground } from '../../store/playground.ts';

/** Tells the playground whether the reader asked for less motion, now and later. Returns a function that stops. */
export function followReducedMotion({ setReducedMotion }: Pick<Playground, 'setReducedMotion'>): () => void {
  const query = window.matchMedia('(prefers-reduced-motion: reduce)');
  const tell = () => setReducedMotion(query.matches);
  query.addEventListener('change', tell);
  tell();
  return () => query.removeEventListener('change', tell);
}

import { createRoot } from 'react-dom/client';
import type { Playground } from '../store/playground.ts';
import { App } from './App.tsx';

/** Puts the page of a playground in the place of its stored picture. */
export function showPage(playground: Playground): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no element with the id root');
  createRoot(root).render(<App playground={playground} />);
}

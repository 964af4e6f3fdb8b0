import { startTransition, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import type { Playground } from '../store/playground.ts';
import { App } from './App.tsx';
import { listenToKeys } from './keyboard.ts';

/** Puts the page of a playground in the place of its stored picture, and listens to its keys; resolves when its first frame has been drawn. */
export function showPage(playground: Playground): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no element with the id root');
  listenToKeys(playground);
  return new Promise((drawn) => {
    // In small slices: a slow device stays responsive while it builds the page.
    startTransition(() => createRoot(root).render(<Page playground={playground} onDrawn={drawn} />));
  });
}

function Page({ playground, onDrawn }: { playground: Playground; onDrawn: () => void }) {
  // The frame after the next one begins when the next one is on the screen.
  useEffect(() => {
    requestAnimationFrame(() => requestAnimationFrame(onDrawn));
  }, [onDrawn]);
  return <App playground={playground} />;
}

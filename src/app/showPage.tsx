import { startTransition, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { Part } from '../panels/ui/Part.tsx';
import type { Playground } from '../store/playground.ts';
import { App } from './App.tsx';
import { listenToKeys } from './keyboard.ts';

/**
 * Renders the page of a playground in place of its stored picture and listens to its shortcuts; resolves when the
 * first frame is drawn.
 */
export function showPage(playground: Playground): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no element with the id root');
  listenToKeys(playground);
  return new Promise((drawn) => {
    // Renders in small slices, so that a slow device stays responsive.
    startTransition(() => createRoot(root).render(<Page playground={playground} onDrawn={drawn} />));
  });
}

function Page({ playground, onDrawn }: { playground: Playground; onDrawn: () => void }) {
  // The callback of the second frame runs once the first one is on the screen.
  useEffect(() => {
    requestAnimationFrame(() => requestAnimationFrame(onDrawn));
  }, [onDrawn]);
  return (
    <Part isPage>
      <App playground={playground} />
    </Part>
  );
}

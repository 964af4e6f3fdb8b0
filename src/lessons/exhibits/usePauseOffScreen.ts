import { useEffect } from 'react';
import type { Playground } from '../../store/playground.ts';

/** Pauses playgrounds while they are not visible: on a hidden page, and in an exhibit that is off-screen. */
export function usePauseOffScreen(
  host: HTMLElement | null,
  playgrounds: readonly Pick<Playground, 'setVisible'>[] | null,
): void {
  useEffect(() => {
    if (!host || !playgrounds) return;
    let onScreen = true;
    const tell = () => {
      const seen = onScreen && document.visibilityState === 'visible';
      for (const playground of playgrounds) playground.setVisible(seen);
    };
    const observer = new IntersectionObserver(([entry]) => {
      onScreen = entry?.isIntersecting ?? true;
      tell();
    });
    observer.observe(host);
    document.addEventListener('visibilitychange', tell);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', tell);
    };
  }, [host, playgrounds]);
}

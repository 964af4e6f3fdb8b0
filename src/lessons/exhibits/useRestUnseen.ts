import { useEffect } from 'react';
import type { Playground } from '../../store/playground.ts';

/** Lets playgrounds rest while nobody sees them: on a hidden page, and in an exhibit that was scrolled away. */
export function useRestUnseen(
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

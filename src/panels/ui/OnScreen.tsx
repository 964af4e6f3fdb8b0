import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { PlaygroundContext, usePlayground } from './playgroundContext.ts';
import styles from './views.module.css';
import { whileOnScreen } from './whileOnScreen.ts';

/**
 * Margin around the viewport within which content counts as visible, so that it is up to date before it is scrolled
 * into view.
 */
const MARGIN = '25%';

/** While a run is training, content outside the viewport is not updated. */
export function OnScreen({ children }: { readonly children: ReactNode }) {
  const playground = usePlayground();
  const host = useRef<HTMLDivElement>(null);
  const [seen] = useState(() => whileOnScreen(playground.store));
  const within = useMemo(() => ({ ...playground, store: seen.store }), [playground, seen]);
  useEffect(() => {
    const stopFollowing = seen.start();
    const observer = new IntersectionObserver(
      (entries) => seen.setVisible(entries.at(-1)?.isIntersecting ?? true),
      { rootMargin: MARGIN },
    );
    if (host.current) observer.observe(host.current);
    return () => {
      observer.disconnect();
      stopFollowing();
    };
  }, [seen]);
  return (
    <div ref={host} className={styles.sight}>
      <PlaygroundContext value={within}>{children}</PlaygroundContext>
    </div>
  );
}

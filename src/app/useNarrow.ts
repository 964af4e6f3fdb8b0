import { useLayoutEffect, useState } from 'react';
import { useExperiment } from '../panels/playground.ts';

/** The same as in the style sheets: below it the page is one column, and the controls live in a drawer. */
const NARROW_REM = 47.5;

function isNarrow(): boolean {
  const { documentElement } = document;
  const rem = Number.parseFloat(getComputedStyle(documentElement).fontSize);
  return documentElement.clientWidth <= NARROW_REM * rem;
}

/** Whether the page is one column: by its width, and by the size of its type. */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(isNarrow);
  const present = useExperiment(({ view }) => view.present);
  // biome-ignore lint/correctness/useExhaustiveDependencies: who presents has larger type
  useLayoutEffect(() => {
    const look = () => setNarrow(isNarrow());
    look();
    const observer = new ResizeObserver(look);
    observer.observe(document.documentElement);
    return () => observer.disconnect();
  }, [present]);
  return narrow;
}

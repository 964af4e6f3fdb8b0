import { useLayoutEffect, useState } from 'react';

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
  useLayoutEffect(() => {
    const root = document.getElementById('root');
    if (!root) return;
    // Large type changes its size too (theme.css).
    const observer = new ResizeObserver(() => setNarrow(isNarrow()));
    observer.observe(root);
    return () => observer.disconnect();
  }, []);
  return narrow;
}

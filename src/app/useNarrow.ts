import { useLayoutEffect, useState } from 'react';

/** Width below which the page is one column with the controls in a drawer; the same as in the style sheets. */
const NARROW_REM = 47.5;

function isNarrow(): boolean {
  const { documentElement } = document;
  const rem = Number.parseFloat(getComputedStyle(documentElement).fontSize);
  return documentElement.clientWidth <= NARROW_REM * rem;
}

/** Whether the page is one column, by its width and font size. */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(isNarrow);
  useLayoutEffect(() => {
    const root = document.getElementById('root');
    if (!root) return;
    // Large type changes the limit too (theme.css).
    const observer = new ResizeObserver(() => setNarrow(isNarrow()));
    observer.observe(root);
    return () => observer.disconnect();
  }, []);
  return narrow;
}

import { useEffect, useRef, useState } from 'react';

/**
 * Minimum time between two texts in ms: screen readers cannot follow more, and formatting every frame would slow
 * training.
 */
const pause = 1000;

/**
 * Text alternative of a plot, updated at most once per second while the plot is redrawn, and immediately when
 * `subject` changes.
 */
export function useSummary(word: () => string, subject = ''): string {
  const [text, setText] = useState(word);
  const [worded, setWorded] = useState(subject);
  if (worded !== subject) {
    setWorded(subject);
    setText(word());
  }
  const latest = useRef(word);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  useEffect(() => {
    latest.current = word;
  });
  useEffect(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      setText(latest.current());
    }, pause);
  });
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  return text;
}

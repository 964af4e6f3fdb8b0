import { useEffect, useRef, useState } from 'react';

/**
 * Minimum time between two texts in ms: screen readers cannot follow more, and formatting every frame would slow
 * training.
 */
const MIN_INTERVAL_MS = 1000;

/**
 * Text alternative of a plot, updated at most once per second while the plot is redrawn, and immediately when
 * `subject` changes.
 */
export function useSummary(format: () => string, subject = ''): string {
  const [text, setText] = useState(format);
  const [worded, setWorded] = useState(subject);
  if (worded !== subject) {
    setWorded(subject);
    setText(format());
  }
  const latest = useRef(format);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  useEffect(() => {
    latest.current = format;
  });
  useEffect(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      setText(latest.current());
    }, MIN_INTERVAL_MS);
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

import { useEffect, useRef, useState } from 'react';

/** Milliseconds between two wordings: a screen reader cannot follow more, and wording every frame would slow training. */
const pause = 1000;

/**
 * A plot in words, worded again at most once a second while the plot is drawn again, and at once when it shows another
 * `subject`.
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

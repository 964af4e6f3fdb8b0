import { useEffect, useRef, useState } from 'react';

/** Result of copying `text`; browsers refuse without permission or outside secure contexts. */
interface Copied {
  readonly text: string;
  readonly result: 'copied' | 'refused';
}

/**
 * Copies text to the clipboard. `copied` describes the last copy: null before the first one, and again after `resetAfter`
 * milliseconds if that is given.
 */
export function useCopy(resetAfter: number | null = null): {
  readonly copied: Copied | null;
  readonly copy: (text: string) => Promise<void>;
} {
  const [copied, setCopied] = useState<Copied | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async (text: string) => {
    clearTimeout(timer.current);
    try {
      await navigator.clipboard.writeText(text);
      setCopied({ text, result: 'copied' });
    } catch {
      setCopied({ text, result: 'refused' });
    }
    if (resetAfter !== null) timer.current = setTimeout(() => setCopied(null), resetAfter);
  };
  return { copied, copy };
}

import { useState } from 'react';
import type { Size } from './frame.ts';
import { useSize } from './useSize.ts';
import { type Theme, useTheme } from './useTheme.ts';

/** What a plot is drawn on: its size and theme, null until the element that `setHost` receives is on the page. */
export interface Stage {
  readonly setHost: (element: HTMLDivElement | null) => void;
  readonly size: Size | null;
  readonly theme: Theme | null;
}

export function useStage(): Stage {
  const [host, setHost] = useState<HTMLDivElement | null>(null);
  return { setHost, size: useSize(host), theme: useTheme(host) };
}

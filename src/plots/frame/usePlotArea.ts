import { startTransition, useCallback, useState } from 'react';
import type { Size } from './frame.ts';
import { observeSize } from './observeSize.ts';
import { observeTheme, readTheme, type Theme } from './theme.ts';

/** Size and theme of a plot; null until the element passed to `setHost` is in the document and has a size. */
export interface PlotArea {
  readonly setHost: (element: HTMLDivElement | null) => (() => void) | undefined;
  readonly size: Size | null;
  readonly theme: Theme | null;
}

type Known = Pick<PlotArea, 'size' | 'theme'>;

export function usePlotArea(): PlotArea {
  const [{ size, theme }, setKnown] = useState<Known>({ size: null, theme: null });
  const setHost = useCallback((element: HTMLDivElement | null) => {
    if (!element) return undefined;
    let isKnown = false;
    const stopSize = observeSize(element, (measured) => {
      if (isKnown) return setKnown((known) => withSize(known, measured));
      // The first call comes after layout, so reading sizes forces none; as a transition the plots render in time
      // slices.
      isKnown = true;
      const first = readTheme(element);
      startTransition(() => setKnown((known) => withTheme(withSize(known, measured), first)));
    });
    const stopTheme = observeTheme(element, (now) => isKnown && setKnown((known) => withTheme(known, now)));
    return () => {
      stopSize();
      stopTheme();
    };
  }, []);
  return { setHost, size, theme };
}

function withSize(known: Known, { width, height, pixelRatio }: Size): Known {
  const { size } = known;
  if (width === 0 || height === 0) return size ? { ...known, size: null } : known;
  const isSame = size && size.width === width && size.height === height && size.pixelRatio === pixelRatio;
  return isSame ? known : { ...known, size: { width, height, pixelRatio } };
}

function withTheme(known: Known, theme: Theme): Known {
  return JSON.stringify(known.theme) === JSON.stringify(theme) ? known : { ...known, theme };
}

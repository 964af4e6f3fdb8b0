/** The size of a plot in CSS pixels, and how many device pixels each of them has. */
export interface Size {
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
}

/** Where the plotting area lies, in CSS pixels from the top left corner. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room around the plotting area, in multiples of the font size. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room for five-character tick labels on the left, the y label above, ticks and the x label below. */
export const axisMargins: Margins = { left: 3.8, right: 1, top: 1.9, bottom: 3.1 };

/** The frame of a plot; the plotting area is never smaller than one pixel. */
export function createFrame(
  { width, height }: Pick<Size, 'width' | 'height'>,
  fontSize: number,
  margins: Margins,
): Frame {
  const left = Math.round(margins.left * fontSize);
  const top = Math.round(margins.top * fontSize);
  return {
    width,
    height,
    left,
    top,
    right: Math.max(left + 1, Math.round(width - margins.right * fontSize)),
    bottom: Math.max(top + 1, Math.round(height - margins.bottom * fontSize)),
  };
}

/**
 * Values in pixels of a scale, for a canvas that clips to the frame: not finite → NaN (a gap); far outside → one
 * frame height beyond the edge, so that no coordinate overflows and lines still cross the edge where they should.
 */
export function toPixels(
  values: ArrayLike<number>,
  scale: (value: number) => number,
  frame: Frame,
): Float64Array {
  const overscan = frame.bottom - frame.top;
  return Float64Array.from(values, (value) => {
    const pixel = Number.isFinite(value) ? scale(value) : Number.NaN;
    return Math.min(Math.max(pixel, frame.top - overscan), frame.bottom + overscan);
  });
}

/** Moves label positions apart until they are `gap` pixels from each other, in order, within [low, high]. */
export function spreadLabels(positions: readonly number[], gap: number, low: number, high: number): number[] {
  const order = positions
    .map((_, index) => index)
    .sort((a, b) => (positions[a] as number) - (positions[b] as number));
  const spread = [...positions];
  let next = low;
  for (const index of order) {
    spread[index] = Math.max(spread[index] as number, next);
    next = (spread[index] as number) + gap;
  }
  let last = high;
  for (const index of order.reverse()) {
    spread[index] = Math.min(spread[index] as number, last);
    last = (spread[index] as number) - gap;
  }
  return spread;
}

/** Size of a plot in CSS pixels, and the device pixel ratio. */
export interface Size {
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
}

/** Edges of the plotting area in CSS pixels from the top left corner. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Margins around the plotting area in multiples of the font size. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Margins for five-character tick labels on the left, the y label above, ticks and the x label below. */
export const axisMargins: Margins = { left: 3.8, right: 1, top: 1.9, bottom: 3.1 };

/** The frame of a plot; the plotting area is at least one pixel in each direction. */
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
 * Maps values to pixels for a canvas that clips to the frame. Non-finite values become NaN (a gap). Values far
 * outside are limited to one frame height beyond the edge: coordinates do not overflow, and lines still cross the
 * edge at about the right position.
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

/** Moves label positions apart to a distance of at least `gap` pixels, keeping their order, within [low, high]. */
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

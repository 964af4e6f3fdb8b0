import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3';
import type { Theme } from '../frame/theme.ts';

/** Area of a marker in square pixels, as of a circle of radius 4.5. */
const AREA = 64;

/** Markers by class, so that classes differ in more than colour; repeated after four classes. */
const shapes = [symbolCircle, symbolTriangle, symbolSquare, symbolDiamond] as const;
const paths = shapes.map((shape) => symbol(shape, AREA)() ?? '');

/** SVG path of the marker of a class, centred at the origin. */
export function classPath(y: number): string {
  return paths[y % paths.length]!;
}

/** Colour of a class as a CSS value. */
export function classVariable(y: number): string {
  return `var(--color-class-${(y % paths.length) + 1})`;
}

/** Colour of a class as a canvas accepts it. */
export function classColor(theme: Theme, y: number): string {
  return [theme.class1, theme.class2, theme.class3, theme.class4][y % paths.length]!;
}

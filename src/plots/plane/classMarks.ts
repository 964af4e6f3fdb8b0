import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3';
import type { Theme } from '../frame/theme.ts';

/** Area of a mark in square pixels: a circle of radius 4.5. */
const AREA = 64;

/** Shapes and colours of classes, in their order: never colour alone. More classes than four come round again. */
const shapes = [symbolCircle, symbolTriangle, symbolSquare, symbolDiamond] as const;
const paths = shapes.map((shape) => symbol(shape, AREA)() ?? '');

/** The mark of a class as a path about its centre. */
export function classPath(y: number): string {
  return paths[y % paths.length]!;
}

/** Its colour as the style of an element. */
export function classVariable(y: number): string {
  return `var(--color-class-${(y % paths.length) + 1})`;
}

/** Its colour as a canvas takes it. */
export function classColour(theme: Theme, y: number): string {
  return [theme.class1, theme.class2, theme.class3, theme.class4][y % paths.length]!;
}

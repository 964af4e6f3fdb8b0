import { REDUCED } from './optimize.ts';
import { gridGlsl, type PassSource } from './pass.ts';

const everyTexel = (statements: string): string => `
  for (int t = int(gl_FragCoord.x); t < 2 * (grid.y << grid.x); t += ${REDUCED}) {
    ${statements}
  }`;

/** Reduces the watch to parts: (sum of the largest squared gradients, the first step that was not finite or 0). */
export const watchPass: PassSource = {
  name: 'watch',
  inputs: ['watch'],
  outputs: 1,
  uniforms: { grid: 'ivec4' },
  body: `
${gridGlsl}
void main() {
  float sum = 0.0, step = 0.0;
  ${everyTexel(`
    vec4 seen = texelFetch(watch, texelAt(t, 0), 0);
    sum += seen.x;
    if (seen.y > 0.0) step = step == 0.0 ? seen.y : min(step, seen.y);`)}
  written0 = vec4(sum, step, 0.0, 0.0);
}`,
};

/** Reduces a gradient to parts: (largest element, sum of squares in units of that element). */
export const normPass: PassSource = {
  name: 'norm',
  inputs: ['gradient'],
  outputs: 1,
  uniforms: { grid: 'ivec4' },
  body: `
${gridGlsl}
vec4 elementsAt(int t) {
  vec4 g = abs(texelFetch(gradient, texelAt(t, 0), 0));
  // The second lane of the log noise's texel holds the cost.
  return t == grid.z ? vec4(g.x, 0.0, 0.0, 0.0) : g;
}
void main() {
  float largest = 0.0, squares = 0.0;
  ${everyTexel(`
    vec4 g = elementsAt(t);
    largest = max(largest, max(max(g.x, g.y), max(g.z, g.w)));`)}
  if (largest > 0.0) ${everyTexel(`
    vec4 g = elementsAt(t) / largest;
    squares += dot(g, g);`)}
  written0 = vec4(largest, squares, 0.0, 0.0);
}`,
};

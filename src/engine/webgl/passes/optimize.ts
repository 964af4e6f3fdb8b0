import { guards } from '../../../experiment/engine/engine.ts';
import { implementationOf } from '../../../experiment/engine/engineCapabilities.ts';
import type { OptimizerKind } from '../../../model/optimizers/index.ts';
import { float } from '../glsl/literals.ts';
import { type GlslOptimizer, glslOptimizers } from '../glsl/optimizers.ts';
import type { PassSource } from './pass.ts';
import { type ExactPrior, totalGlsl, totalInputs, totalUniforms } from './total.ts';

/** Fragments of the reductions over all parameters; what they leave is small enough to read back. */
export const REDUCED = 256;

/**
 * The gradient's length from the parts that normPass leaves, and the factor that shortens it to the guard. In two steps,
 * since squares of what a float32 holds may not fit into one. Loops of a length that is not known while compiling: some
 * compilers would unroll them.
 */
const shortening = `
float shorteningOf() {
  float largest = 0.0, squares = 0.0;
  int count = textureSize(parts, 0).x;
  for (int i = 0; i < count; i++) largest = max(largest, texelFetch(parts, ivec2(i, 0), 0).x);
  if (largest == 0.0) return 1.0;
  for (int i = 0; i < count; i++) {
    vec4 part = texelFetch(parts, ivec2(i, 0), 0);
    squares += part.y * (part.x / largest) * (part.x / largest);
  }
  return min(1.0, ${float(guards.gradientNorm)} / sqrt(squares) / largest);
}
`;

/**
 * One step of the optimiser on all parameters, with the guards: ρ and log noise in range and, where `turn.y` is 1, a long
 * gradient shortened. `watch` remembers of each texel (the largest squared gradient, the first step that was not finite),
 * from step `turn.x` = 1 on. `bounds`: of the log noise; equal where it is fixed.
 */
export function optimizePass(kind: OptimizerKind, exact: ExactPrior): PassSource {
  return {
    name: `optimize ${kind} ${exact}`,
    inputs: [...totalInputs, 'firstMoments', 'secondMoments', 'watch', 'parts'],
    outputs: 4,
    uniforms: { ...totalUniforms(exact), rates: 'vec4', bounds: 'vec2', turn: 'ivec4' },
    body: `${totalGlsl(exact)}${shortening}
void main() {
  ivec2 here = ivec2(gl_FragCoord.xy);
  int band = here.y / grid.y, t = ((here.y - band * grid.y) << grid.x) + here.x;
  float cost;
  vec4 raw = totalGradient(band, t, cost), g = raw;
  if (turn.y == 1) g *= shorteningOf();
  vec4 first = texelFetch(firstMoments, here, 0), second = texelFetch(secondMoments, here, 0), direction;
  ${implementationOf<GlslOptimizer>(glslOptimizers, kind).turn}
  vec4 next = texelFetch(parameters, here, 0) - rates.x * direction;
  bool good = isFinite(raw) && isFinite(next) && isFinite(first) && isFinite(second) && isFinite(vec4(cost));
  vec4 seen = turn.x == 1 ? vec4(0.0) : texelFetch(watch, here, 0);
  if (isFinite(raw)) seen.x = max(seen.x, dot(raw, raw));
  if (seen.y == 0.0 && !good) seen.y = float(turn.x);
  if (band == 1) next = clamp(next, ${float(guards.rho[0])}, ${float(guards.rho[1])});
  else if (t == grid.z) next.x = clamp(next.x, bounds.x, bounds.y);
  written0 = next;
  written1 = first;
  written2 = second;
  written3 = seen;
}`,
  };
}

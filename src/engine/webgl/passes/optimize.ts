import { guards } from '../../../experiment/engine/engine.ts';
import { implementationOf } from '../../../experiment/engine/engineCapabilities.ts';
import type { OptimizerKind } from '../../../model/optimizers/index.ts';
import { float } from '../glsl/literals.ts';
import { type GlslOptimizer, glslOptimizers } from '../glsl/optimizers.ts';
import type { PassSource } from './pass.ts';
import { type ExactPrior, totalGlsl, totalInputs, totalUniforms } from './total.ts';

/** Number of fragments of a reduction over all parameters: small enough to read back. */
export const REDUCED = 256;

/**
 * The factor that clips the gradient, from the parts that normPass writes. Squares are scaled by the largest element, because
 * they could overflow float32. The loops' length is a run-time value, because some compilers would unroll constant loops.
 */
const clipping = `
float clippingFactor() {
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
 * One step of the optimiser on all parameters with the guards: clamps ρ and log noise and, if `options.y` is 1, clips the
 * gradient. `watch` holds for each texel (the largest squared gradient, the first step that was not finite) since the step
 * with `options.x` = 1. `bounds`: those of the log noise; equal where it is fixed.
 */
export function optimizePass(kind: OptimizerKind, exact: ExactPrior): PassSource {
  return {
    name: `optimize ${kind} ${exact}`,
    inputs: [...totalInputs, 'firstMoments', 'secondMoments', 'watch', 'parts'],
    outputs: 4,
    uniforms: { ...totalUniforms(exact), rates: 'vec4', bounds: 'vec2', options: 'ivec4' },
    body: `${totalGlsl(exact)}${clipping}
void main() {
  ivec2 here = ivec2(gl_FragCoord.xy);
  int band = here.y / grid.y, t = ((here.y - band * grid.y) << grid.x) + here.x;
  float cost;
  vec4 raw = totalGradient(band, t, cost), g = raw;
  if (options.y == 1) g *= clippingFactor();
  vec4 first = texelFetch(firstMoments, here, 0), second = texelFetch(secondMoments, here, 0), direction;
  ${implementationOf<GlslOptimizer>(glslOptimizers, kind).update}
  vec4 next = texelFetch(parameters, here, 0) - rates.x * direction;
  bool good = isFinite(raw) && isFinite(next) && isFinite(first) && isFinite(second) && isFinite(vec4(cost));
  vec4 seen = options.x == 1 ? vec4(0.0) : texelFetch(watch, here, 0);
  if (isFinite(raw)) seen.x = max(seen.x, dot(raw, raw));
  if (seen.y == 0.0 && !good) seen.y = float(options.x);
  if (band == 1) next = clamp(next, ${float(guards.rho[0])}, ${float(guards.rho[1])});
  else if (t == grid.z) next.x = clamp(next.x, bounds.x, bounds.y);
  written0 = next;
  written1 = first;
  written2 = second;
  written3 = seen;
}`,
  };
}

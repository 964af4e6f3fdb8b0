import { implementationOf, type Listed } from '../../../experiment/engine/engineCapabilities.ts';
import { LOG_TWO_PI } from '../../../math/special.ts';
import { logVarianceBounds } from '../../../model/likelihoods/heteroscedastic.ts';
import type { LikelihoodKind } from '../../../model/likelihoods/index.ts';
import type { webglCapabilities } from '../capabilities.ts';
import { float } from './literals.ts';

const single = (statements: string): string => `vec4 f = affine(0, varianceSlope);\n${statements}`;

/**
 * Likelihoods: statements that compute, from the target y and the outputs affine(quad, varianceSlope), the cost in nats, its
 * derivative `delta` by the outputs of `quad`, and `byLogNoise`; formulas as in src/model/likelihoods.
 */
const glslLikelihoods = {
  gaussian: single(`
    float inverseVariance = exp(-2.0 * logNoise), residual = f.x - y;
    delta = vec4(residual * inverseVariance, 0.0, 0.0, 0.0);
    byLogNoise = 1.0 - residual * residual * inverseVariance;
    cost = 0.5 * residual * residual * inverseVariance + logNoise + ${float(0.5 * LOG_TWO_PI)};`),
  heteroscedastic: single(`
    float s = clamp(f.y, ${float(logVarianceBounds[0])}, ${float(logVarianceBounds[1])});
    float inverseVariance = exp(-s), residual = f.x - y, halfSquare = 0.5 * residual * residual * inverseVariance;
    delta = vec4(residual * inverseVariance, s == f.y ? 0.5 - halfSquare : 0.0, 0.0, 0.0);
    cost = halfSquare + 0.5 * (s + ${float(LOG_TWO_PI)});`),
  bernoulli: single(`
    vec4 odds = vec4(y == 1.0 ? -f.x : f.x);
    delta = vec4((y == 1.0 ? -1.0 : 1.0) * logistic(odds).x, 0.0, 0.0, 0.0);
    cost = softplus(odds).x;`),
  // Each quad recomputes all logits: a fragment cannot read the outputs of others in the same pass.
  categorical: `
    float largest = -3.0e38, sum = 0.0, chosen = 0.0;
    vec4 own = vec4(0.0);
    for (int k = 0; k < (layer.z + 3) / 4; k++) {
      vec4 slopes;
      vec4 logits = affine(k, slopes);
      if (k == quad) { own = logits; varianceSlope = slopes; }
      bvec4 real = greaterThan(ivec4(layer.z - 4 * k), ivec4(0, 1, 2, 3));
      vec4 seen = mix(vec4(-3.0e38), logits, real);
      float before = largest;
      largest = max(largest, max(max(seen.x, seen.y), max(seen.z, seen.w)));
      vec4 shares = mix(vec4(0.0), exp(seen - largest), real);
      sum = sum * exp(before - largest) + dot(shares, vec4(1.0));
      chosen += dot(mix(vec4(0.0), logits, equal(ivec4(int(y) - 4 * k), ivec4(0, 1, 2, 3))), vec4(1.0));
    }
    float total = largest + log(sum);
    delta = exp(own - total) - vec4(equal(ivec4(int(y) - 4 * quad), ivec4(0, 1, 2, 3)));
    cost = total - chosen;`,
} as const satisfies Record<Listed<typeof webglCapabilities, 'likelihoods'>, string>;

/** The GLSL function `likelihood`. Needs `affine` and the elementary functions. */
export function likelihoodGlsl(kind: LikelihoodKind): string {
  return `
void likelihood(int quad, float y, float logNoise,
    out float cost, out vec4 delta, out float byLogNoise, out vec4 varianceSlope) {
  byLogNoise = 0.0;
  ${implementationOf<string>(glslLikelihoods, kind)}
}
`;
}

import type { PriorKind } from '../../../model/priors/index.ts';
import { elementaryGlsl } from '../glsl/elementary.ts';
import { priorGlsl } from '../glsl/priors.ts';
import { gridGlsl, lanesGlsl, type PassSource, type UniformKind } from './pass.ts';

/** The prior whose exact complexity cost is used; null: the cost is sampled. */
export type ExactPrior = PriorKind | null;

export const totalInputs = ['parameters', 'places', 'gradientMu', 'gradientSigma'] as const;

export function totalUniforms(exact: ExactPrior): Readonly<Record<string, UniformKind>> {
  return { grid: 'ivec4', sums: 'ivec4', klFactor: 'float', ...(exact ? { prior: 'vec4' } : {}) };
}

/** Gradient of the exact complexity cost; or of log q by σ in the sampled one, −1/σ (Blundell et al. 2015, eq. 2). */
const complexity = {
  exact: `
    vec4 kl, byMu, bySigma;
    divergence(texelFetch(parameters, texelAt(t, 0), 0) / info.z, sigma / info.z, kl, byMu, bySigma);
    sum += klFactor / info.z * (band == 0 ? byMu : bySigma);`,
  sampled: 'if (band == 1) sum -= klFactor / sigma;',
};

/**
 * The GLSL function totalGradient(band, t, cost): the gradient of the objective by μ (band 0) or ρ (band 1) of texel t, summed
 * over samples and slices. For the texel of the log noise it also sets `cost` to the likelihood cost. `sums`: (number of
 * bands to add, 1 where the noise is learned).
 */
export function totalGlsl(exact: ExactPrior): string {
  return `
${gridGlsl}${lanesGlsl}${elementaryGlsl}${exact ? priorGlsl(exact, true) : ''}
vec4 totalGradient(int band, int t, out float cost) {
  vec4 sum = vec4(0.0);
  cost = 0.0;
  if (t > grid.z) return sum;
  if (band == 0) for (int b = 0; b < sums.x; b++) sum += texelFetch(gradientMu, texelAt(t, b), 0);
  else for (int b = 0; b < sums.x; b++) sum += texelFetch(gradientSigma, texelAt(t, b), 0);
  if (t == grid.z) {
    cost = sum.y;
    return vec4(sums.y == 1 ? sum.x : 0.0, 0.0, 0.0, 0.0);
  }
  vec4 info = texelFetch(places, texelAt(t, 0), 0), rho = texelFetch(parameters, texelAt(t, 1), 0);
  vec4 sigma = softplus(rho);
  ${exact ? complexity.exact : complexity.sampled}
  if (band == 1) sum *= logistic(rho);
  return keepLanes(sum, int(info.y));
}
`;
}

/** The total gradient in the layout of the parameters; the log noise's texel holds (its gradient, the likelihood cost). */
export function totalPass(exact: ExactPrior): PassSource {
  return {
    name: `total ${exact}`,
    inputs: totalInputs,
    outputs: 1,
    uniforms: totalUniforms(exact),
    body: `${totalGlsl(exact)}
void main() {
  ivec2 here = ivec2(gl_FragCoord.xy);
  int band = here.y / grid.y, t = ((here.y - band * grid.y) << grid.x) + here.x;
  float cost;
  written0 = totalGradient(band, t, cost);
  if (t == grid.z) written0.y = cost;
}`,
  };
}

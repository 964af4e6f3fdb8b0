import { LOG_TWO_PI } from '../../../math/special.ts';
import type { PriorKind } from '../../../model/priors/index.ts';
import { elementaryGlsl } from '../glsl/elementary.ts';
import { float } from '../glsl/literals.ts';
import { normalGlsl } from '../glsl/normal.ts';
import { priorGlsl } from '../glsl/priors.ts';
import { gridGlsl, lanesGlsl, type PassSource } from './pass.ts';

const head = `
${gridGlsl}${lanesGlsl}${elementaryGlsl}`;

const start = `
  ivec2 here = ivec2(gl_FragCoord.xy);
  int band = here.y / grid.y;
  here.y -= band * grid.y;
  vec4 info = texelFetch(places, here, 0), mu = texelFetch(parameters, here, 0);
  vec4 sigma = softplus(texelFetch(parameters, here + ivec2(0, grid.y), 0));`;

/**
 * The complexity cost of every weight in nats: the exact KL, one band; or log q(w|θ) − log p(w), one band for each draw
 * (Blundell et al. 2015, eq. 1, 2). Not used in training, which needs the gradient only.
 */
export function complexityPass(prior: PriorKind, exact: boolean): PassSource {
  const divergence = `
  vec4 kl, byMu, bySigma;
  divergence(mu / info.z, sigma / info.z, kl, byMu, bySigma);
  written0 = keepLanes(kl, int(info.y));`;
  const draw = `
  vec4 epsilon = normalsAt(uint(info.x), int(info.y), uint(band));
  vec4 logPosterior = -log(sigma) - 0.5 * (epsilon * epsilon + ${float(LOG_TWO_PI)});
  vec4 cost = logPosterior + priorCost((mu + sigma * epsilon) / info.z) + log(info.z);
  written0 = keepLanes(cost, int(info.y));`;
  return {
    name: `complexity ${prior} ${exact}`,
    inputs: ['parameters', 'places'],
    outputs: 1,
    uniforms: { grid: 'ivec4', prior: 'vec4', ...(exact ? {} : { noise: 'uvec4' }) },
    body: `${head}${exact ? '' : normalGlsl}${priorGlsl(prior, exact)}
void main() {${start}${exact ? divergence : draw}
}`,
  };
}

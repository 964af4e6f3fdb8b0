import { elementaryGlsl } from '../glsl/elementary.ts';
import { normalGlsl } from '../glsl/normal.ts';
import { gridGlsl, type PassSource } from './pass.ts';

/**
 * Draws w = μ + σ ∘ ε, one band for each sample (Blundell et al. 2015, §3.2, step 2). `kept`: 1 where a weight is kept, 0
 * where it is pruned or the lane is unused.
 */
export const samplePass: PassSource = {
  name: 'sample',
  inputs: ['parameters', 'places', 'kept'],
  outputs: 1,
  uniforms: { grid: 'ivec4', noise: 'uvec4' },
  body: `
${gridGlsl}${elementaryGlsl}${normalGlsl}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int band = at.y / grid.y;
  at.y -= band * grid.y;
  vec4 mu = texelFetch(parameters, at, 0), rho = texelFetch(parameters, at + ivec2(0, grid.y), 0);
  vec4 info = texelFetch(places, at, 0);
  vec4 epsilon = normalsAt(uint(info.x), int(info.y), uint(band));
  written0 = mix(vec4(0.0), mu + softplus(rho) * epsilon, greaterThan(texelFetch(kept, at, 0), vec4(0.0)));
}`,
};

/** Writes σ² of every weight, one band; used by local reparameterisation. */
export const variancePass: PassSource = {
  name: 'variance',
  inputs: ['parameters', 'kept'],
  outputs: 1,
  uniforms: { grid: 'ivec4' },
  body: `
${elementaryGlsl}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  vec4 sigma = softplus(texelFetch(parameters, at + ivec2(0, grid.y), 0));
  written0 = mix(vec4(0.0), sigma * sigma, greaterThan(texelFetch(kept, at, 0), vec4(0.0)));
}`,
};

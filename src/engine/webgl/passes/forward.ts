import type { LikelihoodKind } from '../../../model/likelihoods/index.ts';
import type { ActivationKind } from '../../../model/networks/index.ts';
import { activationGlsl } from '../glsl/activations.ts';
import { likelihoodGlsl } from '../glsl/likelihoods.ts';
import { affineGlsl, layerUniforms, placeGlsl, type Sampling, weightInputs } from './affine.ts';
import type { PassSource, UniformKind } from './pass.ts';

const noiseUniforms = {
  weights: {},
  activations: { noise: 'uvec4' },
} as const satisfies Record<Sampling, Readonly<Record<string, UniformKind>>>;

/** A hidden layer for all examples and samples: activations, their derivatives and, with noise on them, ∂b/∂variance. */
export function hiddenPass(sampling: Sampling, activation: ActivationKind): PassSource {
  return {
    name: `hidden ${sampling} ${activation}`,
    inputs: ['inputs', ...weightInputs[sampling]],
    outputs: sampling === 'weights' ? 2 : 3,
    uniforms: { ...layerUniforms, ...noiseUniforms[sampling] },
    body: `${affineGlsl(sampling)}${placeGlsl}${activationGlsl(activation)}
void main() {
  int quad = findPlace();
  vec4 varianceSlope, value, slope;
  activate(affine(quad, varianceSlope), value, slope);
  written0 = keepLanes(value, layer.z - 4 * quad);
  written1 = keepLanes(slope, layer.z - 4 * quad);
  ${sampling === 'weights' ? '' : 'written2 = varianceSlope;'}
}`,
  };
}

/**
 * The last layer and the likelihood cost: ∂cost/∂f; (derivative by log noise, cost) in the first texel of each example and
 * sample; and, with noise on the activations, ∂cost/∂variance. All are multiplied by `share` = 1/S.
 */
export function lastPass(sampling: Sampling, likelihood: LikelihoodKind): PassSource {
  return {
    name: `last ${sampling} ${likelihood}`,
    inputs: [
      'inputs',
      ...weightInputs[sampling],
      ...(sampling === 'weights' ? ['parameters'] : []),
      'targets',
    ],
    outputs: sampling === 'weights' ? 2 : 3,
    uniforms: { ...layerUniforms, ...noiseUniforms[sampling], share: 'float' },
    body: `${affineGlsl(sampling)}${placeGlsl}${likelihoodGlsl(likelihood)}
void main() {
  int quad = findPlace();
  float logNoise = texelFetch(parameters, texelAt(grid.z, 0), 0).x;
  float y = texelFetch(targets, ivec2(0, source.z + n), 0).x;
  float cost, byLogNoise;
  vec4 delta, varianceSlope;
  likelihood(quad, y, logNoise, cost, delta, byLogNoise, varianceSlope);
  delta = keepLanes(share * delta, layer.z - 4 * quad);
  written0 = delta;
  written1 = quad == 0 ? vec4(share * byLogNoise, share * cost, 0.0, 0.0) : vec4(0.0);
  ${sampling === 'weights' ? '' : 'written2 = delta * varianceSlope;'}
}`,
  };
}

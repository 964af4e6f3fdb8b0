import { layerUniforms, type Sampling, weightInputs } from './affine.ts';
import { gridGlsl, lanesGlsl, type PassSource } from './pass.ts';

const inputs = {
  weights: ['delta', ...weightInputs.weights, 'slopes'],
  activations: [
    'delta',
    'varianceDelta',
    ...weightInputs.activations,
    'slopes',
    'activations',
    'varianceSlopes',
  ],
} as const satisfies Record<Sampling, readonly string[]>;

/** Adds the products with one kernel row to the lane of its input. */
const lane = (sampling: Sampling, name: string, index: number): string => {
  const at = `texelAt(layer.x + min(4 * quad + ${index}, layer.y) * layer.w + o, ${sampling === 'weights' ? 's' : '0'})`;
  if (sampling === 'weights') return `sum.${name} += dot(d, texelFetch(weights, ${at}, 0));`;
  return `
    sum.${name} += dot(d, texelFetch(parameters, ${at}, 0));
    squares.${name} += dot(e, texelFetch(variances, ${at}, 0));`;
};

const finish = {
  weights: 'written0 = keepLanes(sum * texelFetch(slopes, at, 0), layer.y - 4 * quad);',
  activations: `
  sum += 2.0 * texelFetch(activations, at, 0) * squares;
  vec4 result = keepLanes(sum * texelFetch(slopes, at, 0), layer.y - 4 * quad);
  written0 = result;
  written1 = result * texelFetch(varianceSlopes, at, 0);`,
} as const satisfies Record<Sampling, string>;

/**
 * Propagates ∂cost/∂(pre-activations) of a layer to the layer below, through the weights and the activation; with noise on
 * the activations also through the variance, which depends on a². `source.x`: texels of a row of the layer below. Lanes past
 * the last input read the bias row; keepLanes drops them.
 */
export function backwardPass(sampling: Sampling): PassSource {
  return {
    name: `backward ${sampling}`,
    inputs: inputs[sampling],
    outputs: sampling === 'weights' ? 1 : 2,
    uniforms: layerUniforms,
    body: `
${gridGlsl}${lanesGlsl}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int s = at.x / source.x, quad = at.x - s * source.x;
  vec4 sum = vec4(0.0), squares = vec4(0.0);
  for (int o = 0; o < layer.w; o++) {
    vec4 d = texelFetch(delta, ivec2(s * layer.w + o, at.y), 0);
    ${sampling === 'weights' ? '' : 'vec4 e = texelFetch(varianceDelta, ivec2(s * layer.w + o, at.y), 0);'}
    ${['x', 'y', 'z', 'w'].map((name, index) => lane(sampling, name, index)).join('\n    ')}
  }
  ${finish[sampling]}
}`,
  };
}

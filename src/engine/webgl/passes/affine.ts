import { elementaryGlsl } from '../glsl/elementary.ts';
import { normalGlsl } from '../glsl/normal.ts';
import { gridGlsl, lanesGlsl, type UniformKind } from './pass.ts';

/** Whether the noise is on the weights or on the activations. */
export type Sampling = 'weights' | 'activations';

/** Inputs that hold q or its draws, in forward and backward passes. */
export const weightInputs = {
  weights: ['weights'],
  activations: ['parameters', 'variances'],
} as const satisfies Record<Sampling, readonly string[]>;

/**
 * `layer`: (base, fan-in, fan-out, texels of a row of outputs). `source`: (texels of a sample's row of inputs, 0 where all
 * samples share the inputs; first row of the inputs; first row of the targets).
 */
export const layerUniforms: Readonly<Record<string, UniformKind>> = {
  grid: 'ivec4',
  layer: 'ivec4',
  source: 'ivec4',
};

/** The terms that one input adds to four outputs. */
const terms = {
  weights: (input: string) => `sum += ${input} * texelFetch(weights, texelAt(t, s), 0); t += layer.w;`,
  activations: (input: string) => `
    sum += ${input} * texelFetch(parameters, texelAt(t, 0), 0);
    variance += ${input} * ${input} * texelFetch(variances, texelAt(t, 0), 0);
    t += layer.w;`,
} as const satisfies Record<Sampling, (input: string) => string>;

/**
 * The noise on the activations: b = mean + √variance ∘ ζ, and ∂b/∂variance = ζ/(2√variance) (Kingma et al. 2015, eq. 6).
 * Lanes without an output have variance 0 and give NaN; keepLanes removes them before they are written.
 */
const perturb = {
  weights: 'varianceSlope = vec4(0.0);',
  activations: `
    vec4 deviation = sqrt(variance), zeta = normalsAt(uint(n * layer.z + 4 * quad), layer.z - 4 * quad, uint(s));
    sum += deviation * zeta;
    varianceSlope = keepLanes(0.5 * zeta / deviation, layer.z - 4 * quad);`,
} as const satisfies Record<Sampling, string>;

/**
 * The GLSL function affine(quad, varianceSlope): four pre-activations of example n and sample s. Main sets n and s by
 * findPlace: rows of a target are examples, columns are the texels of all samples.
 */
export function affineGlsl(sampling: Sampling): string {
  const term = terms[sampling];
  return `
${gridGlsl}${lanesGlsl}${elementaryGlsl}${sampling === 'activations' ? normalGlsl : ''}
int n, s;
vec4 affine(int quad, out vec4 varianceSlope) {
  int t = layer.x + quad;
  vec4 sum = vec4(0.0), variance = vec4(0.0);
  ivec2 at = ivec2(s * source.x, source.y + n);
  for (int rest = layer.y; rest > 0; rest -= 4) {
    vec4 a = texelFetch(inputs, at, 0);
    at.x++;
    ${term('a.x')}
    if (rest > 1) { ${term('a.y')} }
    if (rest > 2) { ${term('a.z')} }
    if (rest > 3) { ${term('a.w')} }
  }
  ${term('1.0')}
  ${perturb[sampling]}
  return sum;
}
`;
}

/** The GLSL function findPlace: sets n and s from the fragment's position and returns its quad. */
export const placeGlsl = `
int findPlace() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  n = at.y;
  s = at.x / layer.w;
  return at.x - s * layer.w;
}
`;

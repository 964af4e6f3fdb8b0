import type { PriorKind } from '../../../model/priors/index.ts';
import { elementaryGlsl } from '../glsl/elementary.ts';
import { normalGlsl } from '../glsl/normal.ts';
import { priorGlsl } from '../glsl/priors.ts';
import type { Sampling } from './affine.ts';
import { gridGlsl, lanesGlsl, type PassSource, type UniformKind } from './pass.ts';

/** What the text of the gradient's programs depends on. */
export interface GradientKind {
  readonly sampling: Sampling;
  /** Whether the complexity cost is sampled. The optimiser adds the exact one. */
  readonly sampledComplexity: boolean;
  readonly prior: PriorKind;
  readonly layers: number;
}

/** Number of textures that WebGL 2 guarantees to a program. */
const MAX_INPUTS = 16;

const perLayer = (sampling: Sampling) => (sampling === 'weights' ? 2 : 3);

function sharedInputs({ sampling, sampledComplexity }: GradientKind): readonly string[] {
  if (sampling === 'activations') return ['places', 'scores', 'parameters'];
  return sampledComplexity ? ['places', 'scores', 'weights'] : ['places', 'scores'];
}

/** The layers of each program: as many as the limit on textures allows; all of them in networks of a few layers. */
export function gradientGroups(kind: GradientKind): readonly (readonly number[])[] {
  const most = Math.floor((MAX_INPUTS - sharedInputs(kind).length) / perLayer(kind.sampling));
  const all = Array.from({ length: kind.layers }, (_, layer) => layer);
  return Array.from({ length: Math.ceil(kind.layers / most) }, (_, i) => all.slice(i * most, (i + 1) * most));
}

/** Names of a program's textures; of each layer its inputs, ∂cost/∂(pre-activations) and, with noise, ∂cost/∂variance. */
export function gradientInputs(kind: GradientKind, group: readonly number[]): readonly string[] {
  const names = kind.sampling === 'weights' ? ['inputs', 'delta'] : ['inputs', 'delta', 'varianceDelta'];
  return [...sharedInputs(kind), ...group.flatMap((layer) => names.map((name) => `${name}${layer}`))];
}

/** The sums over examples of one layer, for a texel of the kernel or of the bias. */
function layerSums(sampling: Sampling, layer: number): string {
  const noisy = sampling === 'activations';
  const delta = `texelFetch(delta${layer}, ivec2(column, n), 0)`;
  const varianceDelta = `texelFetch(varianceDelta${layer}, ivec2(column, n), 0)`;
  return `if (layer == ${layer}) {
    ivec4 shape = shapes${layer};
    int k = t - shape.x, i = k / shape.z, column = s * shape.z + k - i * shape.z;
    if (i == shape.y) for (int n = from; n < to; n++) {
      g += ${delta};
      ${noisy ? `v += ${varianceDelta};` : ''}
    } else {
      ivec2 at = ivec2(s * shape.w + (i >> 2), ${layer === 0 ? 'batch.w' : '0'});
      vec4 lane = vec4(equal(ivec4(i & 3), ivec4(0, 1, 2, 3)));
      for (int n = from; n < to; n++) {
        float a = dot(texelFetch(inputs${layer}, at + ivec2(0, n), 0), lane);
        g += a * ${delta};
        ${noisy ? `v += a * a * ${varianceDelta};` : ''}
      }
    }
  }`;
}

/** The gradient by σ from the noise; adds −d log p(w)/dw where complexity is sampled (Blundell et al. 2015, eq. 3, 4). */
function finish({ sampling, sampledComplexity }: GradientKind): string {
  const slope = (w: string) =>
    `vec4 slope = slice == 0 ? klShare * priorSlope(${w} / info.z) / info.z : vec4(0.0);`;
  const epsilon = 'vec4 epsilon = normalsAt(uint(info.x), int(info.y), uint(s));';
  if (sampling === 'weights') {
    const prior = sampledComplexity ? `${slope('texelFetch(weights, texelAt(t, s), 0)')} g += slope;` : '';
    return `${prior} ${epsilon} vec4 h = g * epsilon;`;
  }
  const start = 'vec4 sigma = softplus(texelFetch(parameters, texelAt(t, 1), 0)), h = 2.0 * sigma * v;';
  if (!sampledComplexity) return start;
  return `${start} ${epsilon}
    ${slope('(texelFetch(parameters, texelAt(t, 0), 0) + sigma * epsilon)')}
    g += slope;
    h += slope * epsilon;`;
}

/**
 * Gradients of one step by μ and by σ, one band for each sample and slice of the batch, without the exact complexity cost and
 * the factor ∂σ/∂ρ. Slices of a batch keep the card busy where the network is small; the optimiser sums them. The texel of
 * the log noise holds (∂cost/∂log noise, cost). `batch`: (rows, slices, rows of a slice, first row); `shapes`: (base,
 * fan-in, texels of a row of outputs, texels of a sample's row of inputs or 0 where samples share the inputs).
 */
export function gradientPass(kind: GradientKind, group: readonly number[]): PassSource {
  const { sampling, sampledComplexity, prior } = kind;
  const shapes = group.map((layer): [string, UniformKind] => [`shapes${layer}`, 'ivec4']);
  const noisy = sampling === 'weights' || sampledComplexity;
  const first = group[0] === 0;
  return {
    name: `gradient ${Object.values(kind).join(' ')} ${group.join(' ')}`,
    inputs: gradientInputs(kind, group),
    outputs: 2,
    uniforms: {
      grid: 'ivec4',
      batch: 'ivec4',
      ...Object.fromEntries(shapes),
      outputQuads: 'int',
      ...(noisy ? { noise: 'uvec4' } : {}),
      ...(sampledComplexity ? { prior: 'vec4', klShare: 'float' } : {}),
    },
    body: `
${gridGlsl}${lanesGlsl}${elementaryGlsl}
${noisy ? normalGlsl : ''}
${sampledComplexity ? priorGlsl(prior, false) : ''}
void main() {
  ivec2 here = ivec2(gl_FragCoord.xy);
  int band = here.y / grid.y, t = ((here.y - band * grid.y) << grid.x) + here.x;
  int s = band / batch.y, slice = band - s * batch.y;
  int from = slice * batch.z, to = min(batch.x, from + batch.z);
  vec4 g = vec4(0.0), v = vec4(0.0);
  if (t >= grid.z) {
    ${first ? '' : 'discard;'}
    if (t == grid.z) for (int n = from; n < to; n++) g += texelFetch(scores, ivec2(s * outputQuads, n), 0);
    written0 = g;
    written1 = v;
    return;
  }
  vec4 info = texelFetch(places, texelAt(t, 0), 0);
  int layer = int(info.w);
  ${group.map((index) => layerSums(sampling, index)).join('\n  else ')}
  else discard;
  ${finish(kind)}
  written0 = keepLanes(g, int(info.y));
  written1 = keepLanes(h, int(info.y));
}`,
  };
}

import { implementationOf, type Listed } from '../../../experiment/engine/engineCapabilities.ts';
import type { ActivationKind } from '../../../model/networks/index.ts';
import type { webglCapabilities } from '../capabilities.ts';

/** Activations: statements that set `value` and its derivative `slope` at b; formulas as in src/model/networks. */
const glslActivations = {
  // Unlike max(b, 0), this keeps NaN.
  relu: `
    bvec4 off = lessThanEqual(b, vec4(0.0));
    value = mix(b, vec4(0.0), off);
    slope = mix(vec4(1.0), vec4(0.0), off);`,
  tanh: 'value = hyperbolicTangent(b); slope = 1.0 - value * value;',
  sigmoid: 'value = logistic(b); slope = value * (1.0 - value);',
  silu: 'vec4 p = logistic(b); value = b * p; slope = p + value * (1.0 - p);',
  sin: 'sineAndCosine(b, value, slope);',
  linear: 'value = b; slope = vec4(1.0);',
} as const satisfies Record<Listed<typeof webglCapabilities, 'activations'>, string>;

/** The GLSL function `activate`. Needs the elementary functions. */
export function activationGlsl(kind: ActivationKind): string {
  return `void activate(vec4 b, out vec4 value, out vec4 slope) { ${implementationOf<string>(glslActivations, kind)} }\n`;
}

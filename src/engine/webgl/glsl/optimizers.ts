import type { Listed } from '../../../experiment/engine/engineCapabilities.ts';
import { adamConstants, rmspropConstants } from '../../../model/optimizers/index.ts';
import type { webglCapabilities } from '../capabilities.ts';
import { float } from './literals.ts';

/** An optimiser in GLSL; formulas as in src/model/optimizers. */
export interface GlslOptimizer {
  /** The value of `uniform vec4 rates`, the learning rate first. step counts from 1. */
  readonly rates: (learningRate: number, step: number) => readonly [number, number, number, number];
  /** Statements that set `direction` from the gradient g and update the moments `first` and `second`. */
  readonly update: string;
}

const { beta1, beta2, epsilon } = adamConstants;
const { decay } = rmspropConstants;

/** The optimisers by their public keys. */
export const glslOptimizers = {
  adam: {
    rates: (learningRate, step) => [learningRate, 1 / (1 - beta1 ** step), 1 / (1 - beta2 ** step), 0],
    update: `
      first = ${float(beta1)} * first + ${float(1 - beta1)} * g;
      second = ${float(beta2)} * second + ${float(1 - beta2)} * g * g;
      direction = first * rates.y / (sqrt(second * rates.z) + ${float(epsilon)});`,
  },
  sgd: {
    rates: (learningRate) => [learningRate, 0, 0, 0],
    update: 'direction = g;',
  },
  rmsprop: {
    rates: (learningRate) => [learningRate, 0, 0, 0],
    update: `
      second = ${float(decay)} * second + ${float(1 - decay)} * g * g;
      direction = g / (sqrt(second) + ${float(rmspropConstants.epsilon)});`,
  },
} as const satisfies Record<Listed<typeof webglCapabilities, 'optimizers'>, GlslOptimizer>;

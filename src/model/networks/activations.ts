import { sigmoid as logistic } from '../../math/special.ts';

/** An activation function. `derivative` takes both the input a and the output h = value(a) and uses the cheaper one. */
export interface Activation {
  readonly label: string;
  readonly value: (a: number) => number;
  readonly derivative: (a: number, h: number) => number;
}

const relu: Activation = {
  label: 'ReLU',
  value: (a) => Math.max(a, 0),
  derivative: (a) => (a > 0 ? 1 : 0),
};

const tanh: Activation = { label: 'tanh', value: Math.tanh, derivative: (_a, h) => 1 - h * h };

const sigmoid: Activation = { label: 'Sigmoid', value: logistic, derivative: (_a, h) => h * (1 - h) };

const silu: Activation = {
  label: 'SiLU',
  value: (a) => a * logistic(a),
  derivative: (a, h) => logistic(a) + h * (1 - logistic(a)),
};

const sin: Activation = { label: 'Sine', value: Math.sin, derivative: (a) => Math.cos(a) };

const linear: Activation = { label: 'Linear', value: (a) => a, derivative: () => 1 };

/** Every activation, by its public key. */
export const activations = { relu, tanh, sigmoid, silu, sin, linear } as const satisfies Record<
  string,
  Activation
>;

export type ActivationKind = keyof typeof activations;

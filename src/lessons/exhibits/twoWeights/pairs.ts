import type { Parameter } from './twoWeights.ts';

interface Axis {
  readonly parameter: Parameter;
  readonly symbol: string;
  /** In English; translated where it is shown. */
  readonly label: string;
}

const axis = (of: 'active' | 'spare', weight: 'input' | 'bias' | 'output'): Axis => ({
  parameter: { of, weight },
  ...{
    input: { symbol: 'u', label: 'input weight u' },
    bias: { symbol: 'b', label: 'bias b' },
    output: { symbol: 'v', label: 'output weight v' },
  }[weight],
});

/** The pairs of weights that the exhibit can show. `says`: what to see, in English. */
export const pairs = {
  hinge: {
    label: 'u and b of the unit that q uses',
    says: 'The unit switches on at x = −b / u (with x standardised). The data say where that is, not how large u and b are: a ridge. q covers one short piece of it.',
    x: axis('active', 'input'),
    y: axis('active', 'bias'),
  },
  product: {
    label: 'u and v of the unit that q uses',
    says: 'Where it is on, the unit adds a slope of u · v. Other units can add to it too, so many values of u and v fit. q allows almost none of them.',
    x: axis('active', 'input'),
    y: axis('active', 'output'),
  },
  level: {
    label: 'v of the unit that q uses, and output bias c',
    says: 'Nearly uncorrelated, and still q is far too narrow: c is tied not to one other weight but to all of them together.',
    x: axis('active', 'output'),
    y: {
      parameter: { of: 'network', weight: 'output-bias' },
      symbol: 'c',
      label: 'output bias c',
    },
  },
  spare: {
    label: 'u and b of a unit that q has switched off',
    says: 'Under q the unit is off at nearly all the points: b is negative, u small. By HMC both are about as wide as under the prior, N(0, 1).',
    x: axis('spare', 'input'),
    y: axis('spare', 'bias'),
  },
} as const satisfies Record<
  string,
  { readonly label: string; readonly says: string; readonly x: Axis; readonly y: Axis }
>;

export type PairName = keyof typeof pairs;

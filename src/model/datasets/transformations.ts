import type { Transformation } from './dataset.ts';

/** The identity. */
export const identity: Transformation = {
  label: 'as it is',
  lag: 0,
  forward: (values, t) => values[t]!,
  inverse: (z) => z,
};

/** Square roots, which stabilise the variance of counts. */
export const squareRoot: Transformation = {
  label: 'square root',
  lag: 0,
  forward: (values, t) => Math.sqrt(values[t]!),
  inverse: (z) => Math.max(0, z) ** 2,
};

/** The change over `lag` steps; for monthly values and a lag of 12 it removes trend and season. */
export function change({ lag, label }: Pick<Transformation, 'lag' | 'label'>): Transformation {
  return {
    label,
    lag,
    forward: (values, t) => values[t]! - values[t - lag]!,
    inverse: (z, values, t) => z + values[t - lag]!,
  };
}

/** The relative change over `lag` steps, as a difference of logarithms. */
export function relativeChange({ lag, label }: Pick<Transformation, 'lag' | 'label'>): Transformation {
  return {
    label,
    lag,
    forward: (values, t) => Math.log(values[t]! / values[t - lag]!),
    inverse: (z, values, t) => values[t - lag]! * Math.exp(z),
  };
}

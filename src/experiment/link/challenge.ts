import { t } from '../../i18n/index.ts';
import { interpolate } from '../../math/interpolate.ts';
import type { Snapshot } from '../pictures/snapshot.ts';

/** A quantity of a run that a goal bounds. */
interface Quantity {
  /** Its name on the screen; x is a placeholder for the input at which it is read. */
  readonly label: string;
  /** Whether it is a function of an input. */
  readonly at: boolean;
  readonly value: (seen: Seen, x: number) => number | null;
}

/** What goals are checked against. */
export interface Seen {
  readonly snapshot: Snapshot;
  /** Points that were added to those of the challenge. */
  readonly newPoints: number;
}

function curveAt(
  { snapshot: { predictive } }: Seen,
  x: number,
  values: 'mean' | 'epistemicSigma' | 'aleatoricSigma',
): number | null {
  if (predictive.kind !== 'curve') return null;
  return interpolate(predictive.x, predictive[values], x);
}

/** Every quantity that a goal can name, by its public key. */
export const quantities = {
  epistemic: { label: 'epistemic sd at x', at: true, value: (seen, x) => curveAt(seen, x, 'epistemicSigma') },
  aleatoric: { label: 'aleatoric sd at x', at: true, value: (seen, x) => curveAt(seen, x, 'aleatoricSigma') },
  mean: { label: 'mean at x', at: true, value: (seen, x) => curveAt(seen, x, 'mean') },
  points: { label: 'new points', at: false, value: ({ newPoints }) => newPoints },
  cost: { label: 'total cost (nats)', at: false, value: ({ snapshot }) => snapshot.freeEnergy.total },
  complexity: {
    label: 'complexity cost (nats)',
    at: false,
    value: ({ snapshot }) => snapshot.freeEnergy.complexityCost,
  },
  rmse: { label: 'RMSE', at: false, value: ({ snapshot }) => snapshot.calibration?.metrics.rmse ?? null },
  accuracy: {
    label: 'accuracy',
    at: false,
    value: ({ snapshot }) => snapshot.calibration?.metrics.accuracy ?? null,
  },
  weights: { label: 'weights', at: false, value: ({ snapshot }) => snapshot.weights.mu.length },
} as const satisfies Record<string, Quantity>;

export type QuantityId = keyof typeof quantities;

/** `epistemic_0.5_below_0.1`: epistemic sd at most 0.1 at x = 0.5. `points_below_3`: at most 3 new points. */
export interface Goal {
  readonly quantity: QuantityId;
  /** The input it is read at; null for a quantity of the whole run. */
  readonly x: number | null;
  readonly relation: 'below' | 'above';
  readonly bound: number;
}

/** Describes the syntax of goals. */
export function goalWords(): string {
  return t(
    'quantity_below_number or quantity_above_number, epistemic, aleatoric and mean with the input between, like epistemic_0.5_below_0.1; quantities are {quantities}',
    { quantities: Object.keys(quantities).join(', ') },
  );
}

/** Parses a goal; null if the text is none. */
export function readGoal(text: string): Goal | null {
  const parts = text.split('_');
  const [quantity = ''] = parts;
  if (!Object.hasOwn(quantities, quantity)) return null;
  const { at } = quantities[quantity as QuantityId];
  if (parts.length !== (at ? 4 : 3)) return null;
  const [relation, bound] = parts.slice(-2) as [string, string];
  const x = at ? number(parts[1]!) : null;
  const limit = number(bound);
  if ((relation !== 'below' && relation !== 'above') || limit === null || (at && x === null)) return null;
  return { quantity: quantity as QuantityId, x, relation, bound: limit };
}

function number(text: string): number | null {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** The value of a goal's quantity, and whether it reaches the goal (the bound included); null: no value yet. */
export function judgeGoal(
  { quantity, x, relation, bound }: Goal,
  seen: Seen,
): { readonly value: number; readonly reached: boolean } | null {
  const value = quantities[quantity].value(seen, x ?? 0);
  if (value === null || !Number.isFinite(value)) return null;
  return { value, reached: relation === 'below' ? value <= bound : value >= bound };
}

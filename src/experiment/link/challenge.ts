import { t } from '../../i18n/index.ts';
import type { Snapshot } from '../pictures/snapshot.ts';

/** What a goal is about. */
interface Quantity {
  /** In words; x stands for the input it is read at. */
  readonly says: string;
  /** Whether it is read at an input. */
  readonly at: boolean;
  readonly value: (seen: Seen, x: number) => number | null;
}

/** What goals are checked against: the picture of the run, and how many points the person has added. */
export interface Seen {
  readonly snapshot: Snapshot;
  readonly newPoints: number;
}

function curveAt(
  { snapshot: { predictive } }: Seen,
  x: number,
  values: 'mean' | 'epistemicSigma' | 'aleatoricSigma',
): number | null {
  if (predictive.kind !== 'curve') return null;
  const above = predictive.x.findIndex((input) => input >= x);
  if (above < 0 || (above === 0 && predictive.x[0] !== x)) return null;
  if (above === 0) return predictive[values][0]!;
  const [left, right] = [predictive.x[above - 1]!, predictive.x[above]!];
  const share = (x - left) / (right - left);
  return predictive[values][above - 1]! * (1 - share) + predictive[values][above]! * share;
}

/** Every quantity that a goal can name, by its public key. */
export const quantities = {
  epistemic: { says: 'epistemic sd at x', at: true, value: (seen, x) => curveAt(seen, x, 'epistemicSigma') },
  aleatoric: { says: 'aleatoric sd at x', at: true, value: (seen, x) => curveAt(seen, x, 'aleatoricSigma') },
  mean: { says: 'mean at x', at: true, value: (seen, x) => curveAt(seen, x, 'mean') },
  points: { says: 'new points', at: false, value: ({ newPoints }) => newPoints },
  cost: { says: 'total cost (nats)', at: false, value: ({ snapshot }) => snapshot.freeEnergy.total },
  complexity: {
    says: 'complexity cost (nats)',
    at: false,
    value: ({ snapshot }) => snapshot.freeEnergy.complexityCost,
  },
  rmse: { says: 'RMSE', at: false, value: ({ snapshot }) => snapshot.calibration?.metrics.rmse ?? null },
  accuracy: {
    says: 'accuracy',
    at: false,
    value: ({ snapshot }) => snapshot.calibration?.metrics.accuracy ?? null,
  },
  weights: { says: 'weights', at: false, value: ({ snapshot }) => snapshot.weights.mu.length },
} as const satisfies Record<string, Quantity>;

export type QuantityId = keyof typeof quantities;

/** A goal: `epistemic_0.5_below_0.1` is the epistemic sd at x = 0.5 below 0.1; `points_below_3` at most 3 new points. */
export interface Goal {
  readonly quantity: QuantityId;
  /** Where it is read; null of a quantity that is of the whole run. */
  readonly x: number | null;
  readonly relation: 'below' | 'above';
  readonly bound: number;
}

/** What a goal looks like, in words. */
export function goalWords(): string {
  return t(
    'quantity_below_number or quantity_above_number, epistemic, aleatoric and mean with the input between, like epistemic_0.5_below_0.1; quantities are {quantities}',
    { quantities: Object.keys(quantities).join(', ') },
  );
}

/** The goal that a text stands for; null: none. */
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

/** The value of a goal's quantity now, and whether it is reached; null: there is none yet. Bounds count as reached. */
export function judgeGoal(
  { quantity, x, relation, bound }: Goal,
  seen: Seen,
): { readonly value: number; readonly reached: boolean } | null {
  const value = quantities[quantity].value(seen, x ?? 0);
  if (value === null || !Number.isFinite(value)) return null;
  return { value, reached: relation === 'below' ? value <= bound : value >= bound };
}

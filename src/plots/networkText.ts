import type { CostUnit } from '../experiment/experiment.ts';
import type { WeightSummary } from '../experiment/snapshot.ts';
import { costText } from './costUnits.ts';
import { formatCount } from './format.ts';
import { type LinearMap, linearMaps } from './networkLayout.ts';
import type { PriorCurve } from './priorCurve.ts';
import { standingOut } from './weightLook.ts';

/** What stands at a linear map: its name, and KL[q ‖ p] of its weights and biases in nats; null where there is no q. */
export interface MapLabel {
  readonly name: string;
  readonly kl: number | null;
}

export function mapLabels(maps: readonly LinearMap[], kl: Float64Array | null): readonly MapLabel[] {
  return maps.map(({ name, kernel, bias, fanOut }) => ({
    name: name.replace('/kernel', ''),
    kl: kl === null ? null : sumOf(kl.subarray(kernel, bias + fanOut)),
  }));
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** The drawing in words. */
export function networkSummary(
  weights: WeightSummary,
  priorOf: (scale: number) => PriorCurve,
  units: CostUnit,
): string {
  const labels = mapLabels(linearMaps(weights.layers), weights.kl);
  const costs = labels.flatMap(({ kl }, i) => (kl === null ? [] : [`layer ${i + 1} ${costText(kl, units)}`]));
  const split = costs.length === 0 ? '' : ` KL by layer: ${costs.join(', ')}.`;
  return `The network: ${formatCount(labels.length, 'layer')}, ${formatCount(weights.mu.length, 'weight')}.${split} ${standingOut(weights, priorOf)}`;
}

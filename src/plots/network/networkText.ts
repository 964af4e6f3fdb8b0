import type { CostUnit } from '../../experiment/document/experiment.ts';
import { type LinearMap, linearMaps } from '../../experiment/pictures/linearMaps.ts';
import type { WeightSummary } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { inUnits, withUnit } from '../cost/costUnits.ts';
import { formatSum } from '../frame/formatSum.ts';
import type { PriorCurve } from '../weights/priorCurve.ts';
import { remarkableWeights } from '../weights/weightLook.ts';

/** Label of a linear map: its name, and KL[q ‖ p] of its weights and biases; null without a q. */
export interface MapLabel {
  readonly name: string;
  /** In nats. */
  readonly kl: number | null;
  /** As it is shown, with and without its unit: the KL of all maps add up to their total. */
  readonly cost: string | null;
  readonly amount: string | null;
}

export function mapLabels(
  maps: readonly LinearMap[],
  kl: Float64Array | null,
  units: CostUnit,
): readonly MapLabel[] {
  const costs = kl && maps.map(({ kernel, bias, fanOut }) => sumOf(kl.subarray(kernel, bias + fanOut)));
  const texts = costs && formatSum(costs.map((cost) => inUnits(cost, units))).terms;
  return maps.map((_, i) => ({
    name: t('Layer {number}', { number: i + 1 }),
    kl: costs?.[i] ?? null,
    cost: texts && withUnit(texts[i]!, units),
    amount: texts?.[i] ?? null,
  }));
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** Text alternative of the plot. */
export function networkSummary(
  weights: WeightSummary,
  priorOf: (scale: number) => PriorCurve,
  units: CostUnit,
): string {
  const labels = mapLabels(linearMaps(weights.layers), weights.kl, units);
  const costs = labels.flatMap(({ cost }, i) =>
    cost === null ? [] : [t('layer {number} {cost}', { number: i + 1, cost })],
  );
  return [
    t(
      'The network: {layers, plural, one {# layer} other {# layers}}, {weights, plural, one {# weight} other {# weights}}.',
      { layers: labels.length, weights: weights.mu.length },
    ),
    ...(costs.length === 0 ? [] : [t('KL by layer: {costs}.', { costs: costs.join(', ') })]),
    remarkableWeights(weights, priorOf),
  ].join(' ');
}

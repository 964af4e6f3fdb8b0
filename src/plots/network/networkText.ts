import type { CostUnit } from '../../experiment/document/experiment.ts';
import { type LinearMap, linearMaps } from '../../experiment/pictures/linearMaps.ts';
import type { WeightSummary } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { costText } from '../cost/costUnits.ts';
import type { PriorCurve } from '../weights/priorCurve.ts';
import { remarkableWeights } from '../weights/weightLook.ts';

/** Label of a linear map: its name, and KL[q ‖ p] of its weights and biases in nats; null without a q. */
export interface MapLabel {
  readonly name: string;
  readonly kl: number | null;
}

export function mapLabels(maps: readonly LinearMap[], kl: Float64Array | null): readonly MapLabel[] {
  return maps.map(({ kernel, bias, fanOut }, i) => ({
    name: t('Layer {number}', { number: i + 1 }),
    kl: kl === null ? null : sumOf(kl.subarray(kernel, bias + fanOut)),
  }));
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** Text alternative of the plot. */
export function networkSummary(
  weights: WeightSummary,
  priorOf: (scale: number) => PriorCurve,
  units: CostUnit,
): string {
  const labels = mapLabels(linearMaps(weights.layers), weights.kl);
  const costs = labels.flatMap(({ kl }, i) =>
    kl === null ? [] : [t('layer {number} {cost}', { number: i + 1, cost: costText(kl, units) })],
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

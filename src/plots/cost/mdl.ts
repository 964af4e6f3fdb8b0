import type { FreeEnergy, WeightSummary } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import type { Task } from '../../model/likelihoods/index.ts';
import { linearMaps } from '../network/networkLayout.ts';
import { inUnits } from './costUnits.ts';

/** A part of a message, in bits. */
export interface MessagePart {
  readonly kind: 'weights' | 'data';
  readonly name: string;
  readonly bits: number;
}

/**
 * What it takes to tell somebody the targets, inputs known to both (Hinton & van Camp 1993, §2; Graves 2011, §3): the
 * weights, at the price of their KL, then the targets given the weights. bits = nats / ln 2.
 */
export interface DescriptionLength {
  /** Weights layer by layer, then the data; they add up to F. */
  readonly parts: readonly MessagePart[];
  readonly total: number;
  /** The targets without a network: by a normal fitted to them, or by how frequent each class is. */
  readonly without: number;
}

/** targets: in the data's units, or class indices. */
export function descriptionLength(
  weights: WeightSummary,
  freeEnergy: FreeEnergy,
  targets: readonly number[],
  task: Task,
): DescriptionLength | null {
  const { kl, layers } = weights;
  if (!kl) return null;
  const bits = (nats: number) => inUnits(nats, 'bits');
  const sum = (from: number, to: number) => kl.subarray(from, to).reduce((total, cost) => total + cost, 0);
  const parts: MessagePart[] = linearMaps(layers).map(({ kernel, bias, fanOut }, i) => ({
    kind: 'weights',
    name: t('layer {number}', { number: i + 1 }),
    bits: bits(sum(kernel, bias + fanOut)),
  }));
  const told = parts.reduce((total, part) => total + part.bits, 0);
  const rest = bits(freeEnergy.complexityCost) - told;
  // Sharpening pays for every minibatch's weights besides.
  if (freeEnergy.sharpeningCost !== undefined)
    parts.push({ kind: 'weights', name: t('sharpening'), bits: rest });
  parts.push({ kind: 'data', name: t('targets'), bits: bits(freeEnergy.likelihoodCost) });
  return {
    parts,
    total: bits(freeEnergy.complexityCost + freeEnergy.likelihoodCost),
    without: bits(task === 'regression' ? normalCost(targets) : frequencyCost(targets)),
  };
}

/** −log of the density of the targets under the normal that fits them best, in nats: n/2 · log(2πe s²). */
function normalCost(targets: readonly number[]): number {
  const n = targets.length;
  if (n < 2) return 0;
  const mean = targets.reduce((sum, y) => sum + y, 0) / n;
  const variance = targets.reduce((sum, y) => sum + (y - mean) ** 2, 0) / n;
  return 0.5 * n * Math.log(2 * Math.PI * Math.E * Math.max(variance, 1e-12));
}

/** n times the entropy of the classes, in nats. */
function frequencyCost(targets: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const y of targets) counts.set(y, (counts.get(y) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - count * Math.log(count / targets.length), 0);
}

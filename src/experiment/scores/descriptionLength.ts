import { mean } from '../../math/moments.ts';
import type { Task } from '../../model/likelihoods/index.ts';
import { linearMaps } from '../pictures/linearMaps.ts';
import type { FreeEnergy, WeightSummary } from '../pictures/snapshot.ts';

/** A part of a message: the weights of one layer, what sharpening adds to the weights, or the targets. */
export interface MessagePart {
  readonly kind: 'layer' | 'sharpening' | 'targets';
  readonly nats: number;
}

/**
 * Code length of the targets for a receiver who knows the inputs (Hinton & van Camp 1993, §2; Graves 2011, §3): the KL of
 * the weights, then the targets given the weights. In nats; bits = nats / ln 2.
 */
export interface DescriptionLength {
  /** Layers in order, then the targets; they add up to `total` = F. */
  readonly parts: readonly MessagePart[];
  readonly total: number;
  /** The targets coded without a network: by a normal fitted to them, or by the class frequencies. */
  readonly baseline: number;
}

/** Null without a q. targets: in the data's units, or class indices. */
export function descriptionLength(
  weights: WeightSummary,
  freeEnergy: FreeEnergy,
  targets: readonly number[],
  task: Task,
): DescriptionLength | null {
  const { kl, layers } = weights;
  if (!kl) return null;
  const sum = (from: number, to: number) => kl.subarray(from, to).reduce((total, cost) => total + cost, 0);
  const parts: MessagePart[] = linearMaps(layers).map(({ kernel, bias, fanOut }) => ({
    kind: 'layer',
    nats: sum(kernel, bias + fanOut),
  }));
  if (freeEnergy.sharpeningCost !== undefined) {
    const ofLayers = parts.reduce((total, { nats }) => total + nats, 0);
    parts.push({ kind: 'sharpening', nats: freeEnergy.complexityCost - ofLayers });
  }
  parts.push({ kind: 'targets', nats: freeEnergy.likelihoodCost });
  return {
    parts,
    total: freeEnergy.complexityCost + freeEnergy.likelihoodCost,
    baseline: task === 'regression' ? normalCost(targets) : frequencyCost(targets),
  };
}

/** Negative log density of the targets under their maximum-likelihood normal: n/2 · log(2πe s²). */
function normalCost(targets: readonly number[]): number {
  const n = targets.length;
  if (n < 2) return 0;
  const center = mean(targets);
  const variance = mean(targets.map((y) => (y - center) ** 2));
  return 0.5 * n * Math.log(2 * Math.PI * Math.E * Math.max(variance, 1e-12));
}

/** n times the entropy of the class frequencies. */
function frequencyCost(targets: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const y of targets) counts.set(y, (counts.get(y) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - count * Math.log(count / targets.length), 0);
}

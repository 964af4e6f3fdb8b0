import type { Picture } from '../experiment/observe.ts';
import type { Snapshot } from '../experiment/snapshot.ts';

/** The memory behind a snapshot, to be handed over instead of copied. Every array once. */
export function snapshotBuffers({ predictive, answers, weights }: Snapshot): ArrayBuffer[] {
  const arrays = [predictive ?? {}, answers ?? {}, weights]
    .flatMap(Object.values)
    .filter((value) => value instanceof Float64Array);
  return [...new Set(arrays.map((array) => array.buffer as ArrayBuffer))];
}

const allFinite = (array: Float64Array | readonly number[]): boolean => array.every(Number.isFinite);

/** The first term of a picture that cannot be shown because it is not finite; null when all of it can. */
export function unshowableTerm(picture: Picture): 'complexityCost' | 'likelihoodCost' | null {
  const { freeEnergy, predictive, answers, weights, noiseSigma } = picture;
  if (!Number.isFinite(freeEnergy.complexityCost)) return 'complexityCost';
  if (![weights.mu, weights.sigma, weights.kl ?? []].every(allFinite)) return 'complexityCost';
  if (!Number.isFinite(freeEnergy.likelihoodCost) || !Number.isFinite(noiseSigma ?? 0))
    return 'likelihoodCost';
  const arrays = [predictive ?? {}, answers ?? {}]
    .flatMap(Object.values)
    .filter((value) => value instanceof Float64Array);
  return arrays.every(allFinite) ? null : 'likelihoodCost';
}

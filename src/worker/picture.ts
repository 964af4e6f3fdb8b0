import type { Picture } from '../experiment/pictures/observe.ts';
import type { Snapshot } from '../experiment/pictures/snapshot.ts';

/** The memory behind a snapshot, to be handed over instead of copied. Every array once. */
export function snapshotBuffers({
  predictive,
  answers,
  weights,
  draw,
  neurons,
  nextStep,
}: Snapshot): ArrayBuffer[] {
  return [
    ...new Set(
      arraysIn({ predictive, answers, weights, draw, neurons, nextStep }).map(
        (array) => array.buffer as ArrayBuffer,
      ),
    ),
  ];
}

/** Every array of a part of a snapshot, however deep. */
function arraysIn(part: unknown): readonly Float64Array[] {
  if (part instanceof Float64Array) return [part];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(arraysIn) : [];
}

const allFinite = (array: Float64Array | readonly number[]): boolean => array.every(Number.isFinite);

/** The first term of a picture that cannot be shown because it is not finite; null when all of it can. */
export function unshowableTerm(picture: Picture): 'complexityCost' | 'likelihoodCost' | null {
  const { freeEnergy, predictive, answers, weights, draw, neurons, noiseSigma } = picture;
  if (!Number.isFinite(freeEnergy.complexityCost)) return 'complexityCost';
  if (![weights.mu, weights.sigma, weights.kl ?? []].every(allFinite)) return 'complexityCost';
  if (!Number.isFinite(freeEnergy.likelihoodCost) || !Number.isFinite(noiseSigma ?? 0))
    return 'likelihoodCost';
  return arraysIn({ predictive, answers, draw, neurons }).every(allFinite) ? null : 'likelihoodCost';
}

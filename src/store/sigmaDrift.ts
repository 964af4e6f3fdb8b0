import type { Moment } from './timeline.ts';

/** Minimum number of moments in each window; with fewer, which only large networks have, σ is not judged. */
const MIN_MOMENTS = 3;
/** Maximum number of weights that are compared. */
const MAX_WEIGHTS = 2000;

/**
 * How far σ moved between the last two windows of `stretch` steps: the root mean square over weights of the difference of
 * mean log σ, or that of the noise if it moved further. 0 for methods without a q.
 */
export function sigmaDrift(moments: readonly Moment[], step: number, stretch: number): number {
  const between = (low: number, high: number) =>
    moments.filter(({ snapshot }) => snapshot.step > low && snapshot.step <= high);
  const earlier = between(step - 2 * stretch, step - stretch);
  const later = between(step - stretch, step);
  if (Math.min(earlier.length, later.length) < MIN_MOMENTS) return 0;
  return Math.max(weightDrift(earlier, later), noiseDrift(earlier, later));
}

function weightDrift(earlier: readonly Moment[], later: readonly Moment[]): number {
  const { kl, sigma } = later.at(-1)!.snapshot.weights;
  if (kl === null) return 0;
  const stride = Math.ceil(sigma.length / MAX_WEIGHTS);
  let squares = 0;
  let count = 0;
  for (let weight = 0; weight < sigma.length; weight += stride) {
    const logSigma = ({ snapshot }: Moment) => Math.log(snapshot.weights.sigma[weight] ?? Number.NaN);
    squares += (average(later, logSigma) - average(earlier, logSigma)) ** 2;
    count++;
  }
  return Math.sqrt(squares / Math.max(1, count));
}

function noiseDrift(earlier: readonly Moment[], later: readonly Moment[]): number {
  const logNoise = ({ snapshot }: Moment) => Math.log(snapshot.noiseSigma ?? 1);
  return Math.abs(average(later, logNoise) - average(earlier, logNoise));
}

function average(moments: readonly Moment[], quantity: (moment: Moment) => number): number {
  return moments.reduce((sum, moment) => sum + quantity(moment), 0) / moments.length;
}

import type { CurvePredictive } from '../../../experiment/pictures/snapshot.ts';

/** A moment of the sound of a band: pitch says the mean, a second voice apart from it the epistemic deviation. */
export interface Tone {
  /** Seconds from the beginning. */
  readonly time: number;
  /** Of the mean, in hertz: two octaves over the y axis, 220 Hz at its foot. */
  readonly frequency: number;
  /** Of the second voice: as far above as the mean plus one epistemic deviation lies. */
  readonly upper: number;
}

const LOWEST = 220;
const OCTAVES = 2;

/** The band from left to right in so many seconds. yDomain: what the plot shows; values beyond it sound at its edge. */
export function bandTones(
  { x, mean, epistemicSigma }: CurvePredictive,
  [low, high]: readonly [number, number],
  seconds: number,
): readonly Tone[] {
  const pitch = (value: number) => {
    const share = Math.min(Math.max((value - low) / (high - low), 0), 1);
    return LOWEST * 2 ** (OCTAVES * share);
  };
  return Array.from(x, (_, i) => ({
    time: (seconds * i) / Math.max(1, x.length - 1),
    frequency: pitch(mean[i] as number),
    upper: pitch((mean[i] as number) + (epistemicSigma[i] as number)),
  }));
}

import type { CurvePredictive } from '../../../experiment/pictures/snapshot.ts';

/** A moment of the sound of a band: the pitch of one voice is the mean, that of a second the mean plus an epistemic deviation. */
export interface Tone {
  /** Seconds from the beginning. */
  readonly time: number;
  /** Frequency of the mean in hertz: two octaves over the y axis, from 220 Hz at its lower end. */
  readonly frequency: number;
  /** Frequency of the second voice in hertz: the mean plus one epistemic deviation. */
  readonly upper: number;
}

const LOWEST = 220;
const OCTAVES = 2;

/** The band from left to right in `seconds`. yDomain: what the plot shows; values outside it are clamped to its ends. */
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

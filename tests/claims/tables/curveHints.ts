import { experimentPoints } from '../../../src/experiment/pictures/data.ts';
import type { CurvePredictive } from '../../../src/experiment/pictures/snapshot.ts';
import { mean } from '../../../src/math/moments.ts';
import type { Claim } from '../claim.ts';
import { bandWidth, curve, experimentOf, meanOver, median, near, trainedRun } from '../trainedRun.ts';

const SEEDS = [1, 2, 3] as const;
const STEPS = 4000;
/** The inputs of Blundell's curve. */
const inside = [0, 0.5] as const;

const largestOver = ({ x }: CurvePredictive, values: ArrayLike<number>, low: number, high: number) =>
  Math.max(...[...x.keys()].filter((i) => x[i]! > low && x[i]! < high).map((i) => values[i]!));

const dataset = (name: string) => `model/datasets/${name}.ts`;
const trained = async (link: string, seed: number) =>
  await curve(await trainedRun(experimentOf(link, { seed }), STEPS));

/** What the data sets of the menu teach. */
export const curveHintClaims: readonly Claim[] = [
  {
    file: dataset('blundell'),
    en: 'The band is narrow over the data and opens wide on both sides of them.',
    how: 'Width of the epistemic 90 % band at both edges of the plot, and its median over the data: at least 8 times',
    values: { left: 1.51, right: 4.04, over: 0.125 },
    slack: 0.1,
    seeds: SEEDS,
    measure: async (seed) => {
      const c = await trained('', seed);
      const width = bandWidth(c);
      return {
        left: width[0]!,
        right: width.at(-1)!,
        over: median(width.filter((_, i) => c.x[i]! >= inside[0] && c.x[i]! <= inside[1])),
      };
    },
    holds: ({ left, right, over }) => Math.min(left!, right!) > 8 * over!,
  },
  {
    file: dataset('cubic'),
    en: 'Twenty points determine the middle; the band opens wide beyond them.',
    how: 'Epistemic standard deviation for |x| < 3 and at both edges of the plot: at least four times',
    values: { middle: 1.63, left: 13.7, right: 19.3 },
    slack: 0.1,
    seeds: SEEDS,
    long: true,
    measure: async (seed) => {
      const c = await trained('dataset.id=cubic', seed);
      return {
        middle: meanOver(c, c.epistemicSigma, [-3, 3]),
        left: c.epistemicSigma[0]!,
        right: c.epistemicSigma.at(-1)!,
      };
    },
    holds: ({ middle, left, right }) => Math.min(left!, right!) > 4 * middle!,
  },
  {
    file: dataset('sineGap'),
    en: 'The band should open in the gap. With mean field it hardly does: compare with HMC.',
    how: 'Epistemic standard deviation in the gap, over both clusters, and at both edges of the plot: in the gap below both clusters',
    values: { gap: 0.0656, left: 0.0683, right: 0.141, beyond: 0.52 },
    slack: 0.05,
    seeds: SEEDS,
    measure: async (seed) => {
      const c = await trained('dataset.id=sine-gap', seed);
      const over = (low: number, high: number) => meanOver(c, c.epistemicSigma, [low, high]);
      return {
        gap: over(-1.2, 1.2),
        left: over(-4, -1.2),
        right: over(1.2, 4),
        beyond: (over(-7, -6) + over(6, 7)) / 2,
      };
    },
    holds: ({ gap, left, right, beyond }) => gap! < 1.1 * Math.min(left!, right!) && beyond! > 3 * gap!,
  },
  {
    file: dataset('step'),
    en: 'A smooth function cannot follow a jump: beside it the mean is off by far more than the width of the band.',
    how: 'Largest error of the mean within 0.2 of the jump, and epistemic standard deviation there: at least three times',
    values: { error: 0.76, sigma: 0.069 },
    slack: 0.1,
    seeds: SEEDS,
    long: true,
    measure: async (seed) => {
      const c = await trained('dataset.id=step', seed);
      const error = c.mean.map((value, i) => Math.abs(value - (c.x[i]! < 0 ? -1 : 1)));
      return {
        error: largestOver(c, error, -0.2, 0.2),
        sigma: largestOver(c, c.epistemicSigma, -0.2, 0.2),
      };
    },
    holds: ({ error, sigma }) => error! > 3 * sigma!,
  },
  {
    file: dataset('wideningNoise'),
    en: 'The noise grows with x: one noise width for all is too wide on the left, too narrow on the right.',
    how: 'Percentage of 400 fresh points inside the outer 90 % band for x < −0.7 and for x > 0.7',
    values: { left: 99, right: 85 },
    slack: 0.05,
    seeds: SEEDS,
    long: true,
    measure: async (seed) => {
      const c = await trained('dataset.id=widening-noise', seed);
      const fresh = experimentPoints(
        experimentOf('dataset.id=widening-noise', { seed: seed + 100, 'dataset.size': 400 }),
      );
      const covered = (part: typeof fresh) =>
        100 *
        mean(part.map(({ x, y }) => (y >= near(c, c.lower, x[0]!) && y <= near(c, c.upper, x[0]!) ? 1 : 0)));
      return {
        left: covered(fresh.filter(({ x }) => x[0]! < -0.7)),
        right: covered(fresh.filter(({ x }) => x[0]! > 0.7)),
      };
    },
    holds: ({ left, right }) => left! > 95 && right! < 90,
  },
];

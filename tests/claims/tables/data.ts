import type { SequencePredictive } from '../../../src/experiment/pictures/snapshot.ts';
import { variance } from '../../../src/math/moments.ts';
import { createRandom, streams } from '../../../src/math/random.ts';
import { datasets } from '../../../src/model/datasets/index.ts';
import type { Claim } from '../claim.ts';
import { experimentOf, snapshotOf, trainedRun } from '../trainedRun.ts';

const dataset = (name: string) => `model/datasets/${name}.ts`;
const random = () => createRandom(1, streams.data);
const pointsOf = (id: 'motorcycle' | 'old-faithful') => datasets[id].points(random(), 0, 0);

/** Largest absolute value of a part of a series. */
const swing = (values: readonly number[]) => Math.max(...values.map(Math.abs));

const recorded: readonly Claim[] = [
  {
    file: dataset('motorcycle'),
    en: 'Real data whose noise changes with time: small before the impact, large after it.',
    how: 'Standard deviation of the acceleration in g before 13 ms, and from 25 to 40 ms',
    values: { before: 1.53, after: 44.2 },
    measure: () => {
      const spread = (low: number, high: number) =>
        Math.sqrt(
          variance(
            pointsOf('motorcycle')
              .filter(({ x }) => x[0]! >= low && x[0]! < high)
              .map(({ y }) => y),
          ),
        );
      return { before: spread(0, 13), after: spread(25, 40) };
    },
    slack: 0.02,
    holds: ({ before, after }) => after! > 10 * before!,
  },
  {
    file: dataset('oldFaithful'),
    en: 'Two clusters of eruptions, short and long, with few in between.',
    how: 'Eruptions of 1.5 to 2.5, of 2.5 to 3.5 and of 3.5 to 5.2 minutes',
    values: { short: 92, between: 12, long: 168 },
    measure: () => {
      const count = (low: number, high: number) =>
        pointsOf('old-faithful').filter(({ x }) => x[0]! >= low && x[0]! < high).length;
      return { short: count(1.5, 2.5), between: count(2.5, 3.5), long: count(3.5, 5.2) };
    },
    holds: ({ short, between, long }) => between! < 0.2 * Math.min(short!, long!),
  },
  {
    file: dataset('dampedOscillator'),
    en: 'Training sees large swings only, the held-out end has small ones: the network has to learn the rule of the series.',
    how: 'Largest displacement in the first 70 % of the series and in the rest',
    values: { training: 1.03, tail: 0.17 },
    slack: 0.1,
    measure: () => {
      const values = datasets['damped-oscillator'].series(random(), 200, 0.02);
      return { training: swing(values.slice(0, 140)), tail: swing(values.slice(140)) };
    },
    holds: ({ training, tail }) => tail! < training! / 3,
  },
  {
    file: dataset('airline'),
    en: 'A season that grows. The network models the growth over a year, so that it need learn neither trend nor season.',
    how: 'Passengers in thousands between the best and the worst month of 1949 and of 1960',
    values: { first: 44, last: 232 },
    measure: () => {
      const values = datasets.airline.series(random(), 0, 0);
      const season = (year: readonly number[]) => Math.max(...year) - Math.min(...year);
      return { first: season(values.slice(0, 12)), last: season(values.slice(-12)) };
    },
    holds: ({ first, last }) => last! > 3 * first!,
  },
];

/** Width of the outer band of a forecast so many values ahead, counted from 1. */
async function forecastWidth(id: string, seed: number, ahead: readonly number[]): Promise<readonly number[]> {
  const { predictive } = await snapshotOf(await trainedRun(experimentOf(`dataset.id=${id}`, { seed }), 1000));
  const { lower, upper } = (predictive as SequencePredictive).forecast;
  return ahead.map((steps) => upper[steps - 1]! - lower[steps - 1]!);
}

const series: readonly Claim[] = [
  {
    file: dataset('sunspots'),
    en: 'Cycles of eleven years that are never the same: sure of the next year, not of the next cycle.',
    how: 'Width of the 90 % band of the forecast one and eleven years ahead',
    values: { year: 27.7, cycle: 103 },
    slack: 0.1,
    seeds: [1, 2],
    long: true,
    measure: async (seed) => {
      const [year, cycle] = await forecastWidth('sunspots', seed, [1, 11]);
      return { year: year!, cycle: cycle! };
    },
    holds: ({ year, cycle }) => cycle! > 2.5 * year!,
  },
  {
    file: dataset('co2'),
    en: 'Carbon dioxide in the air, with trend and season: a forecast over years, and how fast it becomes uncertain.',
    how: 'Width of the 90 % band of the forecast one month and 97 months ahead, in ppm',
    values: { month: 1.21, years: 14 },
    slack: 0.2,
    seeds: [1, 2],
    long: true,
    measure: async (seed) => {
      const [month, years] = await forecastWidth('co2', seed, [1, 97]);
      return { month: month!, years: years! };
    },
    holds: ({ month, years }) => years! > 5 * month!,
  },
];

const documents: readonly Claim[] = [
  {
    file: '../MODEL.md',
    en: 'Its effect on y is larger, about {effect}, because ε also moves the phase of the sines.',
    how: 'Standard deviation of y − f(x) over 100,000 points of Blundell’s curve',
    values: { effect: 0.063 },
    slack: 0.02,
    measure: () => {
      const { points, mean } = datasets.blundell;
      const residuals = points(random(), 100_000, 0.02).map(({ x, y }) => y - (mean?.(x[0]!) ?? Number.NaN));
      return { effect: Math.sqrt(variance(residuals)) };
    },
  },
];

/** Statements about the data sets themselves, and about forecasts of series. */
export const dataClaims: readonly Claim[] = [...recorded, ...series, ...documents];

import {
  DRAWS,
  type FunctionPrior,
  functionOf,
  NOISE,
  nextPoints,
  standardPrior,
  thin,
  weightNoise,
} from '../../../src/lessons/exhibits/priorFunctions/priorFunctions.ts';
import { variance } from '../../../src/math/moments.ts';
import type { Point } from '../../../src/model/datasets/dataset.ts';
import type { Claim } from '../claim.ts';

const chapter = 'lessons/chapters/{locale}/one-weight.mdx';
const noises = new Map<number, Float32Array>();

/** ε of the exhibit's draws. */
function noiseOf(seed: number): Float32Array {
  const noise = noises.get(seed) ?? weightNoise(seed);
  noises.set(seed, noise);
  return noise;
}

/** The draws that are kept before any point, after the first, … */
const keptBy = (seed: number, points: readonly Point[], changes: Partial<FunctionPrior> = {}) =>
  thin(
    (draw, x) => functionOf(noiseOf(seed), { ...standardPrior, ...changes }, draw, x),
    points,
    NOISE,
    seed,
  );

/** Standard deviation at x over some draws. */
const deviation = (seed: number, draws: Int32Array, x: number, changes: Partial<FunctionPrior> = {}) =>
  Math.sqrt(
    variance(
      Array.from(draws, (draw) => functionOf(noiseOf(seed), { ...standardPrior, ...changes }, draw, x)),
    ),
  );

const SEEDS = [1, 2, 3] as const;

/** Statements of chapter 2 about the prior over functions. The exhibit has seed 1. */
export const priorFunctionClaims: readonly Claim[] = [
  {
    file: chapter,
    en: 'at $x = 1$ their standard deviation is {few} with 10 units and {many} with 50',
    de: 'Bei $x = 1$ ist ihre Standardabweichung {few} mit 10 Neuronen und {many} mit 50',
    how: 'Standard deviation of f(1) over the exhibit’s 10,000 draws of the prior; wider networks: larger',
    values: { few: 0.97, many: 1.9 },
    seeds: SEEDS,
    measure: (seed) => {
      const [all] = keptBy(seed, []);
      return { few: deviation(seed, all!, 1), many: deviation(seed, all!, 1, { units: 50 }) };
    },
    holds: ({ few, many }) => many! > 1.5 * few!,
  },
  {
    file: chapter,
    en: 'The first keeps {first} of {draws} functions, the second {second} of these.',
    de: 'Der erste behält {first} von {draws} Funktionen, der zweite davon {second}.',
    how: 'Draws of the exhibit that are kept after its first and second point',
    values: { draws: DRAWS, first: 2677, second: 1080 },
    measure: () => {
      const [all, first, second] = keptBy(1, nextPoints.slice(0, 2)).map(({ length }) => length);
      return { draws: all!, first: first!, second: second! };
    },
  },
  {
    file: chapter,
    en: 'they differ most where there is no point',
    de: 'sie unterscheiden sich dort am meisten, wo kein Punkt liegt',
    how: 'Standard deviation over the draws kept after two points, at x = −2 and at the points x = 0.5 and 1.5: the first is the largest',
    values: { away: 0.86, first: 0.25, second: 0.25 },
    slack: 0.02,
    seeds: SEEDS,
    measure: (seed) => {
      const kept = keptBy(seed, nextPoints.slice(0, 2)).at(-1)!;
      const [away, first, second] = [-2, 0.5, 1.5].map((x) => deviation(seed, kept, x));
      return { away: away!, first: first!, second: second! };
    },
    holds: ({ away, first, second }) => away! > 2 * Math.max(first!, second!),
  },
  {
    file: chapter,
    en: '**After all six points** {kept} are kept, 1 in {one}.',
    de: '**Nach allen sechs Punkten** sind {kept} übrig, eine von {one}.',
    how: 'Draws of the exhibit that are kept after all points of its button; number of these points',
    values: { kept: 31, one: 323, points: 6 },
    measure: () => {
      const kept = keptBy(1, nextPoints).at(-1)!.length;
      return { kept, one: DRAWS / kept, points: nextPoints.length };
    },
  },
  {
    file: chapter,
    en: 'With ten times as many points, or a poorer prior, none of the 10,000 would be kept.',
    de: 'Mit zehnmal so vielen Punkten oder einem schlechteren Prior bliebe von den 10.000 keine.',
    how: 'Draws kept after the six points ten times over, and after the six with σ_p = 2 and ReLU: none',
    values: { points: 0, prior: 0 },
    seeds: SEEDS,
    measure: (seed) => ({
      points: keptBy(seed, Array(10).fill(nextPoints).flat()).at(-1)!.length,
      prior: keptBy(seed, nextPoints, { sigma: 2, activation: 'relu' }).at(-1)!.length,
    }),
  },
];

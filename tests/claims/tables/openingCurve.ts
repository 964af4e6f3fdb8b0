import { decodeLink } from '../../../src/experiment/link/link.ts';
import { experimentPoints } from '../../../src/experiment/pictures/data.ts';
import type { CurvePredictive } from '../../../src/experiment/pictures/snapshot.ts';
import { trainedRuns } from '../../../src/lessons/trained/runs.ts';
import { blundell } from '../../../src/model/datasets/blundell.ts';
import { predictiveAt } from '../../../src/plots/predictive/predictivePlot.ts';
import type { Claim } from '../claim.ts';
import { shippedRun } from '../shippedRun.ts';
import { curve, experimentOf, near, trainedRun } from '../trainedRun.ts';

const chapter = 'lessons/chapters/{locale}/distribution.mdx';
const SEEDS = [1, 2, 3] as const;
/** Where the points end. */
const EDGE = 0.5;
const behind = blundell.mean!;

type Method = 'blundellMap' | 'blundell';

/** The curve of the exhibit for seed 1, and of the same run with another seed. */
async function curveOf(name: Method, seed: number): Promise<CurvePredictive> {
  const { link, steps } = trainedRuns[name];
  return await curve(
    seed === 1 ? await shippedRun(name) : await trainedRun(experimentOf(link, { seed }), steps),
  );
}

/** Share in per cent of the plotted inputs right of the points at which the outer band contains the function. */
function containedRight({ x, lower, upper }: CurvePredictive): number {
  const right = [...x.keys()].filter((i) => x[i]! > EDGE);
  return (
    (100 * right.filter((i) => lower[i]! <= behind(x[i]!) && behind(x[i]!) <= upper[i]!).length) /
    right.length
  );
}

/** Statements of chapter 1 about its first exhibit, which has seed 1. */
export const openingCurveClaims: readonly Claim[] = [
  {
    file: chapter,
    en: 'have learned the same points, all of them left of $x = {edge}$',
    de: 'haben dieselben Punkte gelernt, die alle links von $x = {edge}$ liegen',
    how: 'Largest input of the exhibit’s points; they are drawn from an interval that ends at 0.5',
    values: { edge: EDGE },
    slack: 0.03,
    measure: () => ({
      edge: Math.max(
        ...experimentPoints(decodeLink(trainedRuns.blundell.link).experiment).map(({ x }) => x[0]!),
      ),
    }),
    holds: ({ edge }) => edge! < EDGE,
  },
  {
    file: chapter,
    en: 'Among the points the two agree.',
    de: 'Zwischen den Punkten sind sich beide einig.',
    how: 'Means by MAP and by Bayes by Backprop at x = 0.25: closer than the noise of 0.1',
    values: { map: 0.561, bayes: 0.559 },
    slack: 0.02,
    seeds: SEEDS,
    measure: async (seed) => {
      const [map, bayes] = [await curveOf('blundellMap', seed), await curveOf('blundell', seed)];
      return { map: near(map, map.mean, 0.25), bayes: near(bayes, bayes.mean, 0.25) };
    },
    holds: ({ map, bayes }) => Math.abs(map! - bayes!) < 0.1,
  },
  {
    file: chapter,
    en: 'At $x = 1$ the means of both, {map} and {bayes}, happen to be close to the function behind the data, {behind}.',
    de: 'Bei $x = 1$ liegen die Mittelwerte von beiden, {map} und {bayes}, zufällig nahe an der Funktion hinter den Daten, {behind}.',
    how: 'Means of the exhibit’s two runs at x = 1 as it shows them, and the function of the data set',
    values: { map: 1.06, bayes: 1.05, behind: 1 },
    slack: 0.01,
    measure: async () => {
      const [map, bayes] = [await curveOf('blundellMap', 1), await curveOf('blundell', 1)];
      return { map: predictiveAt(map, 1)!.mean, bayes: predictiveAt(bayes, 1)!.mean, behind: behind(1) };
    },
  },
  {
    file: chapter,
    en: 'at $x = 0.85$ the first network expects 90 % of new data between {low} and {high}, with the same narrow band, and there the function is at {behind}',
    de: 'bei $x = 0,85$ erwartet das erste Netz 90 % neuer Daten zwischen {low} und {high}, mit demselben schmalen Band, und dort liegt die Funktion bei {behind}',
    how: 'Outer band of MAP at x = 0.85 as the exhibit shows it, and the function there: outside',
    values: { low: 0.7, high: 1.03, behind: 0.32 },
    slack: 0.01,
    seeds: SEEDS,
    measure: async (seed) => {
      const { lower, upper } = predictiveAt(await curveOf('blundellMap', seed), 0.85)!;
      return { low: lower, high: upper, behind: behind(0.85) };
    },
    holds: ({ low, high, behind: at }) => at! < low! && high! - low! < 0.35,
  },
  {
    file: chapter,
    en: 'Right of the points its band contains the function at {map} % of the places shown; the band of the second contains it at all of them.',
    de: 'Rechts von den Punkten enthält sein Band die Funktion an {map} % der gezeigten Stellen; das Band des zweiten enthält sie an allen.',
    how: 'Share of the plotted x > 0.5 at which the outer 90 % band contains the function behind the data, per cent, by MAP and by Bayes by Backprop: below 60, and all',
    values: { map: 36, bayes: 100 },
    slack: 0.05,
    seeds: SEEDS,
    measure: async (seed) => ({
      map: containedRight(await curveOf('blundellMap', seed)),
      bayes: containedRight(await curveOf('blundell', seed)),
    }),
    holds: ({ map, bayes }) => map! < 60 && bayes === 100,
  },
];

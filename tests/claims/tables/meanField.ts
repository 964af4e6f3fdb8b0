import { pairs } from '../../../src/lessons/exhibits/twoWeights/pairs.ts';
import { alignPosteriors, pairOf } from '../../../src/lessons/exhibits/twoWeights/twoWeights.ts';
import { infiniteWidthPosterior } from '../../../src/lessons/exhibits/width/infiniteWidth.ts';
import {
  distanceFromData,
  distanceOfFlatMean,
  openWidths,
} from '../../../src/lessons/exhibits/width/width.ts';
import { problemOfLink } from '../../../src/lessons/trained/posteriorDraws.ts';
import { trainedRuns } from '../../../src/lessons/trained/runs.ts';
import { openPosterior } from '../../../src/lessons/trained/usePosterior.ts';
import { openTrained } from '../../../src/lessons/trained/useTrained.ts';
import { WIDTH_STEPS, widthLink } from '../../../src/lessons/trained/widths.ts';
import type { Claim } from '../claim.ts';
import { curve, experimentOf, snapshotOf, trainedRun } from '../trainedRun.ts';

const chapter = 'lessons/chapters/{locale}/mean-field.mdx';
const SEEDS = [1, 2, 3] as const;

/** q of the exhibit and the shipped draws of its exact posterior, with the hidden units numbered alike. */
async function aligned() {
  const { problem, drawn } = await openPosterior('twoClusters');
  const { checkpoint } = await openTrained('twoClusters');
  return alignPosteriors(problem, checkpoint!.state, drawn.weights);
}

/** Distance of the mean of q from the points after training, for so many hidden units. */
async function distanceOfQ(hidden: number, seed: number): Promise<number> {
  const run = await trainedRun(experimentOf(widthLink(hidden), { seed }), WIDTH_STEPS);
  return distanceFromData(run.problem, await curve(run));
}

/** Statements of chapter 12 about the weights of q and about its width. */
export const meanFieldClaims: readonly Claim[] = [
  {
    file: chapter,
    en: 'Of the twenty units, q uses one. It has switched the other nineteen off.',
    de: 'Von den zwanzig Neuronen benutzt q eines. Die anderen neunzehn hat es abgeschaltet.',
    how: 'Hidden units whose output weight has |μ|/σ above 10, and below 0.5',
    values: { used: 1, off: 19 },
    seeds: SEEDS,
    measure: async (seed) => {
      const { link, steps } = trainedRuns.twoClusters;
      const { mu, sigma } = (await snapshotOf(await trainedRun(experimentOf(link, { seed }), steps)))
        .weights!;
      const units = (mu.length - 1) / 3;
      const signals = Array.from(
        { length: units },
        (_, unit) => Math.abs(mu[2 * units + unit]!) / sigma[2 * units + unit]!,
      );
      return {
        used: signals.filter((signal) => signal > 10).length,
        off: signals.filter((signal) => signal < 0.5).length,
      };
    },
  },
  {
    file: chapter,
    en: 'and $b$ have a correlation of {correlation}, and q is {factor} times too narrow in $u$.',
    de: 'und $b$ haben eine Korrelation von {correlation}, und q ist in $u$ {factor}-mal zu schmal.',
    how: 'Correlation of the shipped draws of HMC, and their standard deviation divided by that of q',
    values: { correlation: -0.7, factor: 20 },
    slack: 0.03,
    measure: async () => {
      const { correlation, xMarginal } = pairOf(
        await aligned(),
        pairs.hinge.x.parameter,
        pairs.hinge.y.parameter,
      );
      return { correlation, factor: xMarginal.exact.sigma / xMarginal.q.sigma };
    },
  },
  {
    file: chapter,
    en: 'The other pairs show hardly any correlation, and q is too narrow all the same',
    de: 'Die anderen Paare zeigen kaum eine Korrelation, und q ist trotzdem zu schmal',
    how: 'Largest correlation of the other pairs, and smallest factor by which q is too narrow in one of their weights: at most 0.25, at least 2',
    values: { correlation: 0.17, factor: 2.5 },
    slack: 0.1,
    measure: async () => {
      const posteriors = await aligned();
      const others = (['product', 'level', 'spare'] as const).map((name) =>
        pairOf(posteriors, pairs[name].x.parameter, pairs[name].y.parameter),
      );
      return {
        correlation: Math.max(...others.map(({ correlation }) => Math.abs(correlation))),
        factor: Math.min(
          ...others.flatMap(({ xMarginal, yMarginal }) =>
            [xMarginal, yMarginal].map(({ q, exact }) => exact.sigma / q.sigma),
          ),
        ),
      };
    },
    holds: ({ correlation, factor }) => correlation! < 0.25 && factor! > 2,
  },
  {
    file: chapter,
    en: 'With 10 units the mean of q is {few} away from the points (root mean square), with 500 it is {many}; a flat line is {flat} away.',
    de: 'Mit 10 Neuronen ist der Mittelwert von q von den Punkten {few} entfernt (quadratisches Mittel), mit 500 sind es {many}; eine waagerechte Gerade ist {flat} entfernt.',
    how: 'Root mean square of y − E[f(x)] over the points after 10,000 steps, with 10 and with 500 hidden units: at least 1.6 times as large',
    values: { few: 0.07, many: 0.15, flat: 0.18 },
    slack: 0.03,
    seeds: [1, 2],
    long: true,
    measure: async (seed) => ({
      few: await distanceOfQ(10, seed),
      many: await distanceOfQ(500, seed),
      flat: distanceOfFlatMean(
        (await trainedRun(experimentOf(widthLink(10), { seed }), WIDTH_STEPS)).problem,
      ),
    }),
    holds: ({ few, many, flat }) => many! > 1.6 * few! && many! < flat!,
  },
  {
    file: chapter,
    en: 'The mean of the exact posterior is {few} away with 10 units and {infinite} with infinitely many.',
    de: 'Der Mittelwert des exakten Posteriors ist mit 10 Neuronen {few} entfernt und mit unendlich vielen {infinite}.',
    how: 'The same distance for the shipped HMC of 10 units, and for the Gaussian process of infinitely many',
    values: { few: 0.06, infinite: 0.09 },
    measure: async () => {
      const problem = problemOfLink(widthLink(10));
      const { exact } = (await openWidths()).find(({ hidden }) => hidden === 10)!;
      return {
        few: distanceFromData(problem, exact!),
        infinite: distanceFromData(problem, infiniteWidthPosterior(problem)),
      };
    },
  },
];

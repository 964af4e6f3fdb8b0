import { experimentSplit } from '../../../src/experiment/pictures/data.ts';
import type { WeightSummary } from '../../../src/experiment/pictures/snapshot.ts';
import {
  isSignKnown,
  type LearnedFilter,
  layerWidths,
  learnedFilters,
} from '../../../src/lessons/exhibits/digitFilters/digitFilters.ts';
import {
  convolved,
  filterMeans,
  responsesOf,
} from '../../../src/lessons/exhibits/twoConvolutions/twoConvolutions.ts';
import { trainedRuns } from '../../../src/lessons/trained/runs.ts';
import { loadDataset } from '../../../src/model/datasets/index.ts';
import type { EstimatorKind } from '../../../src/model/estimators/index.ts';
import { gradientMoments } from '../../../src/reference/gradientVariance.ts';
import type { Claim } from '../claim.ts';
import { experimentOf, snapshotOf, trainedRun } from '../trainedRun.ts';

const chapter = (slug: string) => `lessons/chapters/{locale}/${slug}.mdx`;

const SIDE = 8;

/** Weights of the exhibit of digit filters as it opens, or with another seed. */
async function filterWeights(seed = 1): Promise<WeightSummary> {
  const { link, steps } = trainedRuns.digitFilters;
  return (await snapshotOf(await trainedRun(experimentOf(link, { seed }), steps))).weights!;
}

/** Weights of each filter of the exhibit whose sign is known. */
const knownSigns = (filters: readonly LearnedFilter[]): readonly number[] =>
  filters.map(({ mean, sigma }) => mean.filter((value, i) => isSignKnown(value, sigma[i]!)).length);

/** Variance of the one-sample gradient of 64 digits with drawn filters, divided by that with drawn responses. */
async function varianceRatio(seed: number, steps: number): Promise<number> {
  const run = await trainedRun(experimentOf(trainedRuns.digitFilters.link, { seed }), steps);
  const { parameters } = await run.engine.state();
  const [n, { inputCount, points, inputs, targets }] = [64, run.problem];
  const problem = {
    ...run.problem,
    points: points.slice(0, n),
    inputs: inputs.slice(0, n * inputCount),
    targets: targets.slice(0, n),
    n,
  };
  const total = (estimator: EstimatorKind) =>
    gradientMoments(problem, parameters, estimator, 40).variance.reduce((sum, one) => sum + one, 0);
  return total('weight-sampling') / total('local-reparameterization');
}

/** Statements about convolutional networks. */
export const convolutionClaims: readonly Claim[] = [
  {
    file: chapter('convolutional'),
    en: 'the variance is less than a tenth at the start of training, and less than half after 3,000 steps.',
    de: 'beträgt sie zu Beginn des Trainings weniger als ein Zehntel, nach 3.000 Schritten weniger als die Hälfte.',
    how: 'Σ Var[∂F/∂θ] of 40 one-sample gradients of 64 digits, drawn weights divided by drawn responses, after 1 and 3,000 steps of the exhibit',
    values: { start: 13.8, later: 2.57 },
    slack: 0.05,
    seeds: [1, 2],
    long: true,
    measure: async (seed) => ({
      start: await varianceRatio(seed, 1),
      later: await varianceRatio(seed, 3000),
    }),
    holds: ({ start, later }) => start! > 10 && later! > 2,
  },
  {
    file: chapter('convolutional'),
    en: 'of the {all} weights of filters 1 and 3 to 6, {known} are more than 2σ from 0.',
    de: 'Von den {all} Gewichten der Filter 1 und 3 bis 6 sind {known} mehr als 2σ von 0 entfernt.',
    how: 'Weights of the exhibit of digit filters with |μ| > 2σ',
    values: { all: 45, known: 41 },
    long: true,
    measure: async () => {
      const known = knownSigns(learnedFilters(await filterWeights())).filter((_, i) => i !== 1);
      return { all: 9 * known.length, known: known.reduce((sum, one) => sum + one, 0) };
    },
  },
  {
    file: chapter('convolutional'),
    en: 'its σ are below {below}, where the prior has {prior}, and being that close to 0 costs {cost} nats.',
    de: 'Seine σ liegen unter {below}, wo der Prior {prior} hat, und so nah bei 0 zu liegen kostet {cost} Nat.',
    how: 'Filter 2 of the exhibit: largest σ rounded up to tenths, the prior’s σ, KL of its nine weights, and weights with |μ| > 2σ',
    values: { below: 0.1, prior: 1, cost: 18, known: 0 },
    long: true,
    measure: async () => {
      const weights = await filterWeights();
      const filters = learnedFilters(weights);
      const { offset } = weights.layers.find(({ name }) => name === 'conv1/kernel')!;
      const costs = Array.from({ length: 9 }, (_, k) => weights.kl![offset + k * filters.length + 1]!);
      return {
        below: Math.ceil(10 * Math.max(...filters[1]!.sigma)) / 10,
        prior: experimentOf(trainedRuns.digitFilters.link).prior.sigma,
        cost: costs.reduce((sum, one) => sum + one, 0),
        known: knownSigns(filters)[1]!,
      };
    },
  },
  {
    file: chapter('convolutional'),
    en: 'The {readers} weights that read its response return to the prior and cost {cost} nats together; those that read filter 4 cost {most}.',
    de: 'Die {readers} Gewichte, die seine Antwort lesen, kehren zum Prior zurück und kosten zusammen {cost} Nat; die, die Filter 4 lesen, kosten {most}.',
    how: 'Weights of the second layer that read filters 2 and 4 of the exhibit, and their KL',
    values: { readers: 108, cost: 2, most: 137 },
    slack: 0.01,
    long: true,
    measure: async () => {
      const filters = learnedFilters(await filterWeights());
      return {
        readers: filters[1]!.readers,
        cost: filters[1]!.readersCost,
        most: filters[3]!.readersCost,
      };
    },
  },
  {
    file: chapter('convolutional'),
    en: 'With the seeds 2 and 3 all six filters stay in use.',
    de: 'Mit den Startwerten 2 und 3 bleiben alle sechs Filter in Gebrauch.',
    how: 'Fewest weights with |μ| > 2σ in one of the six filters of the exhibit: at least half of the nine',
    values: { fewest: 6 },
    seeds: [2, 3],
    long: true,
    measure: async (seed) => ({ fewest: Math.min(...knownSigns(learnedFilters(await filterWeights(seed)))) }),
    holds: ({ fewest }) => fewest! >= 5,
  },
  {
    file: chapter('convolutional'),
    en: 'no ink, no variance. On bare paper the response is 0 whatever the weights are.',
    de: 'keine Tinte, keine Varianz. Auf leerem Papier ist die Antwort 0, was immer die Gewichte sind.',
    how: 'Standard deviation of the response of a filter with σ = 0.3 in the middle of bare paper and of ink',
    values: { paper: 0, ink: 0.9 },
    measure: () => {
      const filter = { mu: filterMeans.upright, sigma: Array(9).fill(0.3) };
      const middle = 3 * SIDE + 3;
      const at = (ink: number) => responsesOf(Array(SIDE * SIDE).fill(ink), filter, SIDE).sigma[middle]!;
      return { paper: at(0), ink: at(1) };
    },
  },
  {
    file: chapter('convolutional'),
    en: 'There are {weights} of them, each used at all {places} places of all images',
    de: 'Es sind {weights}, und jedes dient an allen {places} Stellen aller Bilder',
    how: 'Kernel of the first layer of the exhibit; places of an image',
    values: { weights: 54, places: 64 },
    measure: async () => {
      const run = await trainedRun(experimentOf(trainedRuns.digitFilters.link), 1);
      return { weights: layerWidths((await snapshotOf(run)).weights!)[0]!.weights, places: SIDE * SIDE };
    },
  },
  {
    file: chapter('convolutional'),
    en: 'Most of the weights further on are hardly needed: they widen towards the prior',
    de: 'Von den Gewichten dahinter werden die meisten kaum gebraucht: Sie weiten sich bis zum Prior',
    how: 'Median σ of each layer of the exhibit after 3,000 steps; at first 0.05, prior 1',
    values: { first: 0.058, second: 0.61, last: 0.58 },
    slack: 0.05,
    seeds: [1, 2],
    long: true,
    measure: async (seed) => {
      const [first, second, last] = layerWidths(await filterWeights(seed));
      return { first: first!.medianSigma, second: second!.medianSigma, last: last!.medianSigma };
    },
    holds: ({ first, second, last }) => Math.min(second!, last!) > 5 * first!,
  },
  {
    file: chapter('convolutional'),
    en: 'Nine against {places}.',
    de: 'Neun gegen {places}.',
    how: 'Outputs of a 3 × 3 filter on an image of 8 × 8',
    values: { places: 64 },
    measure: () => ({
      places: convolved(Array(SIDE * SIDE).fill(1), filterMeans.upright, SIDE).length,
    }),
  },
  ...['distribution', 'convolutional'].map(
    (slug): Claim => ({
      file: chapter(slug),
      en: slug === 'distribution' ? 'the same {count} real digits' : 'learns {count} digits of 8 × 8 pixels',
      de:
        slug === 'distribution'
          ? 'denselben {count} echten Ziffern'
          : 'lernt {count} Ziffern aus 8 × 8 Pixeln',
      how: 'Training images of the digits: 1,797 less a held-out fifth',
      values: { count: 1438 },
      measure: async () => {
        await loadDataset('digits');
        return { count: experimentSplit(experimentOf('dataset.id=digits')).training.length };
      },
    }),
  ),
];

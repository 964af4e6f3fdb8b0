import type { PlanePredictive, WeightSummary } from '../../../src/experiment/pictures/snapshot.ts';
import { calibrationOf } from '../../../src/experiment/scores/calibration.ts';
import { pruningCurve } from '../../../src/experiment/scores/pruningCurve.ts';
import { mean } from '../../../src/math/moments.ts';
import { snrHistogram } from '../../../src/plots/weights/snrHistogram.ts';
import type { Claim } from '../claim.ts';
import { experimentOf, median, snapshotOf, type TrainedRun, trainedRun } from '../trainedRun.ts';

const SEEDS = [1, 2, 3] as const;
const STEPS = 3000;
const UNITS = 50;
const chapter = 'lessons/chapters/{locale}/what-it-buys.mdx';
const dataset = (name: string) => `model/datasets/${name}.ts`;
const trained = (link: string, seed: number) => trainedRun(experimentOf(link, { seed }), STEPS);
const moons = (seed: number) => trained('dataset.id=moons', seed);

async function planeOf(run: TrainedRun): Promise<PlanePredictive> {
  const { predictive } = await snapshotOf(run);
  if (predictive?.kind !== 'plane') throw new Error('not a plane');
  return predictive;
}

/** Aleatoric and epistemic entropy, and the probability of class 1, at the place of the map nearest to (x, y). */
function at(map: PlanePredictive, x: number, y: number) {
  const nearest = (axis: Float64Array, wanted: number) =>
    axis.reduce(
      (best, value, i) => (Math.abs(value - wanted) < Math.abs(axis[best]! - wanted) ? i : best),
      0,
    );
  const place = nearest(map.y, y) * map.x.length + nearest(map.x, x);
  return {
    aleatoric: map.aleatoricEntropy[place]!,
    epistemic: map.mutualInformation[place]!,
    classOne: map.probabilities[place * map.classes + 1]!,
  };
}

/** The run with a share of its weights set to zero in predictions. */
const pruned = (run: TrainedRun, share: number): TrainedRun => {
  const { experiment } = run.problem;
  const prediction = { ...experiment.prediction, pruned: share };
  return { ...run, problem: { ...run.problem, experiment: { ...experiment, prediction } } };
};

async function accuracyAt(run: TrainedRun, share: number): Promise<number> {
  const { fractions, accuracy } = (await pruningCurve(run.problem, run.engine, async () => {}))!;
  return 100 * accuracy[fractions.indexOf(share)]!;
}

/** KL of each hidden unit: two input weights, the bias and the output weight; and |μ|/σ of the output weight. */
async function unitsOf(run: TrainedRun) {
  const { mu, sigma, kl } = (await snapshotOf(run)).weights!;
  return Array.from({ length: UNITS }, (_, unit) => {
    const own = [unit, UNITS + unit, 2 * UNITS + unit, 3 * UNITS + unit];
    const output = own[3]!;
    return {
      kl: own.reduce((sum, i) => sum + kl![i]!, 0),
      signal: Math.abs(mu[output]!) / sigma[output]!,
    };
  });
}

/** |μ|/σ of a weight in decibels. */
const decibelsOf = ({ mu, sigma }: WeightSummary, i: number) => 20 * Math.log10(Math.abs(mu[i]!) / sigma[i]!);

/** Biases of the hidden units whose output weight has |μ| < σ; that output weight stands UNITS later. */
const spareBiases = ({ mu, sigma }: WeightSummary): readonly number[] =>
  Array.from({ length: UNITS }, (_, unit) => 2 * UNITS + unit).filter(
    (bias) => Math.abs(mu[bias + UNITS]!) < sigma[bias + UNITS]!,
  );

const pruning: readonly Claim[] = [
  {
    file: chapter,
    en: 'It has {weights} weights and {points} points.',
    de: 'Es hat {weights} Gewichte und {points} Punkte.',
    how: 'Parameters and points of the two moons',
    values: { weights: 201, points: 200 },
    measure: async () => {
      const { problem } = await moons(1);
      return { weights: problem.plan.parameterCount, points: problem.n };
    },
  },
  {
    file: chapter,
    en: 'of 201 weights only {count} have more signal than noise',
    de: 'Von 201 Gewichten haben nur {count} mehr Signal als Rauschen',
    how: 'Weights with |μ| > σ',
    values: { count: 16 },
    seeds: SEEDS,
    measure: async (seed) => {
      const { mu, sigma } = (await snapshotOf(await moons(seed))).weights!;
      return { count: mu.filter((value, i) => Math.abs(value) > sigma[i]!).length };
    },
    holds: ({ count }) => count! < 25,
  },
  {
    file: chapter,
    en: 'About nine in ten. The prior holds back every weight that explains less than it costs',
    de: 'Etwa neun von zehn. Der Prior hält jedes Gewicht zurück, das weniger erklärt, als es kostet',
    how: 'Percentage of fresh points that are right with all weights, and with 10 % of them: at most one point less',
    values: { all: 96.7, tenth: 96.7 },
    slack: 0.005,
    seeds: SEEDS,
    measure: async (seed) => {
      const run = await moons(seed);
      return { all: await accuracyAt(run, 0), tenth: await accuracyAt(run, 0.9) };
    },
    holds: ({ all, tenth }) => tenth! > all! - 1,
  },
  {
    file: chapter,
    en: 'Prune a little further, to 95 %, and the boundary breaks: {accuracy} % of the points are right.',
    de: 'Dünnt man ein wenig weiter aus, auf 95 %, so bricht die Grenze zusammen: {accuracy} % der Punkte sind richtig.',
    how: 'Percentage of fresh points that are right with 5 % of the weights',
    values: { accuracy: 74 },
    slack: 0.01,
    seeds: SEEDS,
    measure: async (seed) => ({ accuracy: await accuracyAt(await moons(seed), 0.95) }),
    holds: ({ accuracy }) => accuracy! < 93,
  },
  {
    file: chapter,
    en: 'The accuracy stays, but the map becomes *more certain*.',
    de: 'Die Genauigkeit bleibt, aber die Karte wird *sicherer*.',
    how: 'Mean entropy over the map in nats with all weights and with 10 % of them',
    values: { all: 0.222, tenth: 0.132 },
    slack: 0.05,
    seeds: SEEDS,
    measure: async (seed) => {
      const run = await moons(seed);
      const entropy = async (of: TrainedRun) => mean((await planeOf(of)).totalEntropy);
      return { all: await entropy(run), tenth: await entropy(pruned(run, 0.9)) };
    },
    holds: ({ all, tenth }) => tenth! < 0.75 * all!,
  },
  {
    file: chapter,
    en: 'near −4 dB.** It holds {count} weights, and all of them are biases of hidden units that the data do not need.',
    de: 'bei −4 dB.** Er enthält {count} Gewichte, und alle sind Bias verdeckter Neuronen, die die Daten nicht brauchen.',
    how: 'Weights in the fullest bar of the exhibit, its middle in dB, and those weights that are no bias of a unit whose output weight has |μ| < σ',
    values: { count: 45, middle: -3.75, others: 0 },
    seeds: SEEDS,
    measure: async (seed) => {
      const weights = (await snapshotOf(await moons(seed))).weights!;
      const { counts, edges } = snrHistogram(weights, 0);
      const bar = counts.indexOf(Math.max(...counts));
      const inBar = [...weights.mu.keys()].filter((i) => {
        const level = decibelsOf(weights, i);
        return level >= edges[bar]! && level < edges[bar + 1]!;
      });
      const spare = new Set(spareBiases(weights));
      return {
        count: counts[bar]!,
        middle: (edges[bar]! + edges[bar + 1]!) / 2,
        others: inBar.filter((i) => !spare.has(i)).length,
      };
    },
    holds: ({ count, middle, others }) => middle! === -3.75 && others! <= 0.05 * count!,
  },
  {
    file: chapter,
    en: 'with a width of {width}, so the unit adds noise',
    de: 'bei einer Breite von {width}.',
    how: 'Median |μ| and median σ of the output weights of the units whose output weight has |μ| < σ',
    values: { width: 0.49, mean: 0.02 },
    slack: 0.02,
    seeds: SEEDS,
    measure: async (seed) => {
      const weights = (await snapshotOf(await moons(seed))).weights!;
      const outputs = spareBiases(weights).map((i) => i + UNITS);
      return {
        width: median(outputs.map((i) => weights.sigma[i]!)),
        mean: median(outputs.map((i) => Math.abs(weights.mu[i]!))),
      };
    },
    holds: ({ width, mean }) => width! > 8 * mean!,
  },
  {
    file: chapter,
    en: 'these biases lie at about −0.5, and each costs {nats} nats',
    de: 'Diese Bias liegen bei etwa −0,5, und jeder kostet {nats} Nat',
    how: 'Median μ and median KL of those biases',
    values: { mu: -0.52, nats: 0.19 },
    slack: 0.02,
    seeds: SEEDS,
    measure: async (seed) => {
      const weights = (await snapshotOf(await moons(seed))).weights!;
      const biases = spareBiases(weights);
      return {
        mu: median(biases.map((i) => weights.mu[i]!)),
        nats: median(biases.map((i) => weights.kl![i]!)),
      };
    },
    holds: ({ mu }) => Math.abs(mu! + 0.5) < 0.1,
  },
  {
    file: 'lessons/pages/teacher.{locale}.mdx',
    en: 'on the two moons, the units that no data need still pay a third of the KL',
    de: 'Bei den zwei Monden zahlen die überzähligen Neuronen noch immer ein Drittel der KL.',
    how: 'KL of the units whose output weight has |μ| < σ as a percentage of the complexity cost, and the number of such units',
    values: { share: 34, units: 46 },
    slack: 0.05,
    seeds: SEEDS,
    measure: async (seed) => {
      const run = await moons(seed);
      const spare = (await unitsOf(run)).filter(({ signal }) => signal < 1);
      const { complexityCost } = (await snapshotOf(run)).freeEnergy;
      return {
        share: (100 * spare.reduce((sum, { kl }) => sum + kl, 0)) / complexityCost,
        units: spare.length,
      };
    },
    holds: ({ share }) => share! > 28 && share! < 39,
  },
];

const hints: readonly Claim[] = [
  {
    file: dataset('moons'),
    en: 'A bent boundary, sure along the moons, unsure where neither reaches.',
    how: 'Entropy in nats on the upper and the lower moon, and in two corners of the map',
    values: { upper: 0.12, lower: 0.29, right: 0.63, left: 0.62 },
    slack: 0.1,
    seeds: SEEDS,
    long: true,
    measure: async (seed) => {
      const map = await planeOf(await moons(seed));
      const entropy = (x: number, y: number) => {
        const { aleatoric, epistemic } = at(map, x, y);
        return aleatoric + epistemic;
      };
      return {
        upper: entropy(0, 1),
        lower: entropy(1, -0.5),
        right: entropy(3.3, 2.6),
        left: entropy(-2.4, -2),
      };
    },
    holds: ({ upper, lower, right, left }) => Math.max(upper!, lower!) < 0.7 * Math.min(right!, left!),
  },
  {
    file: dataset('circles'),
    en: 'One class around the other: beyond the ring the network is sure of the outer class, though it has no data there.',
    how: 'Largest probability of the inner class in the four corners of the map',
    values: { inner: 0.004 },
    slack: 0.2,
    seeds: SEEDS,
    long: true,
    measure: async (seed) => {
      const map = await planeOf(await trained('dataset.id=circles', seed));
      const corners = [-2.3, 2.3].flatMap((x) => [-2, 2].map((y) => at(map, x, y).classOne));
      return { inner: Math.max(...corners) };
    },
    holds: ({ inner }) => inner! < 0.06,
  },
  {
    file: dataset('gaussians'),
    en: 'Where clusters overlap more data do not help (aleatoric); far away they would (epistemic).',
    how: 'Aleatoric entropy in the middle and in the upper corners, epistemic in the upper corners, in nats',
    values: { middle: 0.3, cornerAleatoric: 0.04, cornerEpistemic: 0.46 },
    slack: 0.05,
    seeds: SEEDS,
    long: true,
    measure: async (seed) => {
      const map = await planeOf(await trained('dataset.id=gaussians', seed));
      const corners = [at(map, 4.4, 4.1), at(map, -4.4, 4.1)];
      return {
        middle: at(map, 0, 0).aleatoric,
        cornerAleatoric: Math.max(...corners.map(({ aleatoric }) => aleatoric)),
        cornerEpistemic: Math.min(...corners.map(({ epistemic }) => epistemic)),
      };
    },
    holds: ({ middle, cornerAleatoric, cornerEpistemic }) =>
      middle! > 3 * cornerAleatoric! && cornerEpistemic! > 3 * cornerAleatoric!,
  },
  {
    file: dataset('iris'),
    en: 'Two species overlap: their border stays uncertain however long you train.',
    how: 'Aleatoric entropy in nats between versicolor and virginica after 3,000 and after 12,000 steps',
    values: { early: 0.31, late: 0.31 },
    slack: 0.05,
    seeds: SEEDS,
    long: true,
    measure: async (seed) => {
      const border = async (steps: number) =>
        at(await planeOf(await trainedRun(experimentOf('dataset.id=iris', { seed }), steps)), 4.9, 1.7)
          .aleatoric;
      return { early: await border(3000), late: await border(12_000) };
    },
    holds: ({ late }) => late! > 0.2,
  },
  {
    file: dataset('spirals'),
    en: 'A winding boundary: ten hidden units find it as well as fifty, at about half the complexity cost.',
    how: 'Percentage of fresh points that are right, and complexity cost in nats, with 10 and with 50 hidden units',
    values: { ten: 96, fifty: 95.7, costOfTen: 78, costOfFifty: 143 },
    slack: 0.02,
    seeds: SEEDS,
    long: true,
    measure: async (seed) => {
      const of = async (units: number) => {
        const run = await trainedRun(
          experimentOf('dataset.id=spirals', { seed, 'network.hidden': [units] }),
          4000,
        );
        const { predictive, freeEnergy } = await snapshotOf(run);
        const scores = await calibrationOf(run.problem, run.engine, predictive, async () => {});
        return { accuracy: 100 * scores!.metrics.accuracy!, cost: freeEnergy.complexityCost };
      };
      const [ten, fifty] = [await of(10), await of(50)];
      return {
        ten: ten.accuracy,
        fifty: fifty.accuracy,
        costOfTen: ten.cost,
        costOfFifty: fifty.cost,
      };
    },
    holds: ({ ten, fifty, costOfTen, costOfFifty }) =>
      Math.abs(ten! - fifty!) < 2 && costOfTen! < 0.65 * costOfFifty!,
  },
  {
    file: dataset('xor'),
    en: 'No straight line parts these classes; where the four clusters meet, none of them rules.',
    how: 'Percentage of fresh points that are right without a hidden layer and with 50 units; probability of class 1 in the middle',
    values: { straight: 66, bent: 99, middle: 0.43 },
    slack: 0.05,
    seeds: SEEDS,
    long: true,
    measure: async (seed) => {
      const of = async (link: string) => {
        const run = await trained(`dataset.id=xor${link}`, seed);
        const { predictive } = await snapshotOf(run);
        const scores = await calibrationOf(run.problem, run.engine, predictive, async () => {});
        return { accuracy: 100 * scores!.metrics.accuracy!, map: predictive as PlanePredictive };
      };
      const [straight, bent] = [await of('&network.hidden=none'), await of('')];
      return {
        straight: straight.accuracy,
        bent: bent.accuracy,
        middle: at(bent.map, 0, 0).classOne,
      };
    },
    holds: ({ straight, bent, middle }) => straight! < 80 && bent! > 95 && Math.abs(middle! - 0.5) < 0.25,
  },
];

/** Statements about classes in the plane. */
export const classClaims: readonly Claim[] = [...pruning, ...hints];

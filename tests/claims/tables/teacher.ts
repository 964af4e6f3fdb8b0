import { experimentPoints } from '../../../src/experiment/pictures/data.ts';
import { prepareProblem } from '../../../src/experiment/pictures/prepareProblem.ts';
import { priorOutputs } from '../../../src/experiment/pictures/priorOutputs.ts';
import type { CurvePredictive } from '../../../src/experiment/pictures/snapshot.ts';
import { compareInGap } from '../../../src/experiment/scores/gapComparison.ts';
import { pairPosteriors } from '../../../src/lessons/exhibits/correlatedPair/correlatedPair.ts';
import { gridExponent } from '../../../src/lessons/exhibits/countTheGrid/countTheGrid.ts';
import { oneStepProblem } from '../../../src/lessons/exhibits/oneStep/oneStep.ts';
import { gridPosterior } from '../../../src/lessons/exhibits/oneWeight/oneWeight.ts';
import { candidates } from '../../../src/lessons/parts/ExamFigure.tsx';
import { sigmoid, softplus, softplusInverse } from '../../../src/math/special.ts';
import { datasets } from '../../../src/model/datasets/index.ts';
import { likelihoods } from '../../../src/model/likelihoods/index.ts';
import { priors } from '../../../src/model/priors/index.ts';
import { addSampledComplexity } from '../../../src/reference/complexity.ts';
import type { Claim } from '../claim.ts';
import { bandWidth, curve, experimentOf, meanOver, near, trainedRun, withPoints } from '../trainedRun.ts';

const file = 'lessons/pages/teacher.{locale}.mdx';
const SEEDS = [1, 2, 3] as const;
const STEPS = 4000;
/** The data of the default experiment without their edges. */
const inside = [0.05, 0.45] as const;
const pair = () => pairPosteriors({ observations: 3, observed: 1, noiseSigma: 0.5 });

const trained = async (link: string, seed: number, changes: Readonly<Record<string, unknown>> = {}) =>
  await curve(await trainedRun(experimentOf(link, { seed, ...changes }), STEPS));

const outerWidth = ({ upper, lower }: CurvePredictive) => Array.from(upper, (edge, i) => edge - lower[i]!);

const plans: readonly Claim[] = [
  {
    file,
    en: '“Ten values for each weight: how many cells?” 10¹⁵¹.',
    de: '„Zehn Werte je Gewicht: Wie viele Zellen?“ 10¹⁵¹.',
    how: 'Power of ten of the cells, and weights and biases of the default experiment',
    values: { exponent: 151, weights: 151 },
    measure: () => {
      const { parameterCount } = prepareProblem(experimentOf('')).plan;
      return { exponent: gridExponent(10, parameterCount), weights: parameterCount };
    },
  },
  {
    file,
    en: 'It is twelve times as wide: the prior counts as if there were a single point.',
    de: 'Es ist zwölfmal so breit: Der Prior zählt, als gäbe es einen einzigen Punkt.',
    how: 'Mean width of the epistemic 90 % band over the data with β = 100, the number of points, divided by that with β = 1: more than 8',
    values: { times: 12.4 },
    slack: 0.05,
    seeds: SEEDS,
    measure: async (seed) => {
      const width = async (beta: number) => {
        const c = await trained('', seed, { 'inference.klWeight': beta });
        return meanOver(c, bandWidth(c), inside);
      };
      return { times: (await width(100)) / (await width(1)) };
    },
    holds: ({ times }) => times! > 8,
  },
  {
    file,
    en: '“How wide is the band of HMC in the gap?” About seven times as wide.',
    de: '„Wie breit ist das Band von HMC in der Lücke?“ Etwa siebenmal so breit.',
    how: 'Epistemic standard deviation by HMC divided by that of q, mean over the gap',
    values: { factor: 6.8 },
    slack: 0.1,
    seeds: [1, 2],
    long: true,
    measure: async (seed) => ({ factor: await factorInGap(seed) }),
    holds: ({ factor }) => factor! > 5.5 && factor! < 8.5,
  },
  {
    file,
    en: '7. Between the clusters. In the gap HMC is about {factor} times as unsure.',
    de: '7. Zwischen den Clustern. In der Lücke ist HMC etwa {factor}-mal so unsicher.',
    how: 'The same factor',
    values: { factor: 7 },
    slack: 0.1,
    seeds: [1, 2],
    long: true,
    measure: async (seed) => ({ factor: await factorInGap(seed) }),
    holds: ({ factor }) => factor! > 5.5 && factor! < 8.5,
  },
  {
    file,
    en: 'at x = 1 the band shrinks from {before} to {after}, and at x = 0.75 from {beforeBetween} to {afterBetween}. On the left nothing changes.',
    de: 'bei x = 1 schrumpft das Band von {before} auf {after}, bei x = 0,75 von {beforeBetween} auf {afterBetween}. Links ändert sich nichts.',
    how: 'Width of the epistemic 90 % band before and after adding the point (1, 1); on the left, at x = −0.25, the widths differ by less than a tenth',
    values: { before: 2.7, after: 1.1, beforeBetween: 1.4, afterBetween: 0.58, left: 1 },
    slack: 0.05,
    seeds: SEEDS,
    measure: async (seed) => {
      const experiment = experimentOf('', { seed });
      const extended = withPoints(experiment, [...experimentPoints(experiment), { x: [1], y: 1 }]);
      const before = await curve(await trainedRun(experiment, STEPS));
      const after = await curve(await trainedRun(extended, STEPS));
      const at = (c: CurvePredictive, x: number) => near(c, bandWidth(c), x);
      return {
        before: at(before, 1),
        after: at(after, 1),
        beforeBetween: at(before, 0.75),
        afterBetween: at(after, 0.75),
        left: at(after, -0.25) / at(before, -0.25),
      };
    },
    holds: ({ before, after, beforeBetween, afterBetween, left }) =>
      after! < 0.6 * before! && afterBetween! < 0.6 * beforeBetween! && Math.abs(left! - 1) < 0.1,
  },
  {
    file,
    en: 'The inner one: from {inner} to {innerAfter}. The outer one hardly: from {outer} to {outerAfter}. What is left of it is noise.',
    de: 'Das innere: von {inner} auf {innerAfter}. Das äußere kaum: von {outer} auf {outerAfter}. Was davon bleibt, ist Rauschen.',
    how: 'Mean widths of both 90 % bands over the data with 100 and with 1,000 points, learned noise',
    values: { inner: 0.37, innerAfter: 0.08, outer: 1, outerAfter: 0.86 },
    slack: 0.05,
    seeds: SEEDS,
    long: true,
    measure: async (seed) => {
      const at = async (size: number) => {
        const link = 'dataset.id=blundell&dataset.noise=0.1&likelihood.learn=true';
        const c = await trained(link, seed, { 'dataset.size': size });
        return [meanOver(c, bandWidth(c), inside), meanOver(c, outerWidth(c), inside)] as const;
      };
      const [[inner, outer], [innerAfter, outerAfter]] = [await at(100), await at(1000)];
      return { inner, innerAfter, outer, outerAfter };
    },
    holds: ({ inner, innerAfter, outer, outerAfter }) =>
      innerAfter! < 0.35 * inner! && outerAfter! > 0.6 * outer!,
  },
];

/** Factor by which HMC is less sure than q between the two clusters. */
async function factorInGap(seed: number): Promise<number> {
  const clusters = 'dataset.id=two-clusters&network.hidden=20';
  const q = await trainedRun(experimentOf(clusters, { seed }), 3000);
  const chains = await trainedRun(
    experimentOf(`${clusters}&inference.method=hmc&inference.samples=4`, { seed }),
    1000,
  );
  const { fit, overlay } = compareInGap(await curve(q), await curve(chains), q.problem.points)!;
  return overlay / fit;
}

const exam: readonly Claim[] = [
  {
    file,
    en: 'The network has {weights} weights and biases, so {numbers} numbers.',
    de: 'Das Netz hat {weights} Gewichte und Biases, also {numbers} Zahlen.',
    how: 'Parameters of the default experiment, and twice as many',
    values: { weights: 151, numbers: 302 },
    measure: () => {
      const { parameterCount } = prepareProblem(experimentOf('', { 'network.hidden': [50] })).plan;
      return { weights: parameterCount, numbers: 2 * parameterCount };
    },
  },
  {
    file,
    en: '$1/\\sqrt{21} \\approx {sigma}$. The mean is $\\tfrac{1}{21} (1 \\cdot 1 + 2 \\cdot 1)/0.25 = 12/21 \\approx {mean}$.',
    de: '$1/\\sqrt{21} \\approx {sigma}$. Der Mittelwert ist $\\tfrac{1}{21} (1 \\cdot 1 + 2 \\cdot 1)/0,25 = 12/21 \\approx {mean}$.',
    how: 'Mean and standard deviation of the grid posterior of chapter 2 for these points, prior and noise',
    values: { sigma: 0.218, mean: 0.571 },
    measure: () => {
      const points = [1, 2].map((x) => ({ x: [x], y: 1 }));
      const found = gridPosterior({ prior: 'gaussian', priorDeviation: 1, noise: 0.5 }, points);
      return { sigma: found.sigma, mean: found.mean };
    },
  },
  {
    file,
    en: '\\approx {cost}$ nats. With $\\mu = 0$ it would still be {narrow} nats',
    de: '\\approx {cost}$ Nat. Mit $\\mu = 0$ wären es noch {narrow} Nat',
    how: 'KL[q ‖ p(w)] as the engine computes it, for μ = 0.5 and for μ = 0',
    values: { cost: 1.25, narrow: 1.13 },
    measure: () => {
      const kl = (mu: number) => priors.gaussian.divergence!(mu, 0.2, oneStepProblem.experiment.prior).kl;
      return { cost: kl(0.5), narrow: kl(0) };
    },
  },
  {
    file,
    en: '$\\nabla_\\rho \\approx {gradientRho}$. The new mean is {mu}; ρ rises from {rho} to {rhoAfter}, and σ to {sigma}',
    de: '$\\nabla_\\rho \\approx {gradientRho}$. Der neue Mittelwert ist {mu}; ρ wächst von {rho} auf {rhoAfter} und σ auf {sigma}',
    how: 'The step computed from the gradients of the reference engine’s complexity cost and of the Gaussian likelihood',
    values: { gradientRho: -1.38, mu: 0.15, rho: -0.433, rhoAfter: -0.295, sigma: 0.56 },
    measure: () => {
      const [sigma, epsilon, rate] = [0.5, 1, 0.1];
      const [ofMu, ofSigma, slope] = [new Float64Array(1), new Float64Array(1), new Float64Array(2)];
      const w = Float64Array.of(sigma * epsilon);
      const noise = Float64Array.of(epsilon);
      addSampledComplexity(oneStepProblem, Float64Array.of(sigma), w, noise, 1, ofMu, ofSigma);
      likelihoods.gaussian.cost(1, w, 0, Math.log(0.5), slope);
      const rho = softplusInverse(sigma);
      const gradientRho = (ofSigma[0]! + slope[0]! * epsilon) * sigmoid(rho);
      const rhoAfter = rho - rate * gradientRho;
      const mu = -rate * (ofMu[0]! + slope[0]!);
      return { gradientRho, mu, rho, rhoAfter, sigma: softplus(rhoAfter) };
    },
  },
  {
    file,
    en: 'when the other is known*, {conditional}. A is the minimum of the other direction: there q has the standard deviation of each weight on its own, {alone}. C is as wide as the ridge is long, {along}',
    de: 'wenn das andere bekannt ist*, {conditional}. A ist das Minimum der anderen Richtung: Dort hat q die Standardabweichung jedes Gewichts für sich, {alone}. C ist so breit, wie der Grat lang ist, {along}',
    how: 'Standard deviations that the figure draws: those of the pair of chapter 12 as it opens, of a weight given the other, of a weight, and along the ridge',
    values: { conditional: 0.28, alone: 0.72, along: 1 },
    measure: () => ({ conditional: candidates.B, alone: candidates.A, along: candidates.C }),
  },
];

const misconceptions: readonly Claim[] = [
  {
    file,
    en: 'at x = −0.27 the function behind the data is {height}, and the inner band, from {lower} to {upper}, is far below it',
    de: 'Bei x = −0,27 ist die Funktion hinter den Daten {height}, und das innere Band, von {lower} bis {upper}, liegt weit darunter',
    how: 'The function there, and both edges of the epistemic 90 % band of q after 3,000 steps: above the band by ten times its width',
    values: { height: 0.8, lower: -0.78, upper: -0.73 },
    slack: 0.03,
    seeds: SEEDS,
    measure: async (seed) => {
      const link = 'dataset.id=two-clusters&network.hidden=20';
      const c = await curve(await trainedRun(experimentOf(link, { seed }), 3000));
      return {
        height: datasets['two-clusters'].mean?.(-0.27) ?? Number.NaN,
        lower: near(c, c.epistemicLower, -0.27),
        upper: near(c, c.epistemicUpper, -0.27),
      };
    },
    holds: ({ height, lower, upper }) => height! > upper! + 10 * (upper! - lower!),
  },
  {
    file,
    en: 'ten times the width makes them a hundred times as tall.',
    de: 'Zehnmal so breit macht sie hundertmal so hoch.',
    how: 'Root mean square of 500 draws of the prior one standard deviation to the right of the data, width 10 divided by width 1',
    values: { times: 99 },
    slack: 0.02,
    seeds: SEEDS,
    measure: async (seed) => {
      const height = async (sigma: number) => {
        const experiment = experimentOf('', { seed, 'prior.sigma': sigma, 'prediction.samples': 500 });
        const outputs = await priorOutputs(prepareProblem(experiment), Float64Array.of(1), async () => {});
        return Math.sqrt(outputs.reduce((sum, value) => sum + value ** 2, 0) / outputs.length);
      };
      return { times: (await height(10)) / (await height(1)) };
    },
    holds: ({ times }) => times! > 90 && times! <= 100,
  },
  {
    file,
    en: 'the standard deviation is {sigma} whether both lie at 0.5 or one at 0 and one at 1.',
    de: 'Die Standardabweichung ist {sigma}, ob beide bei 0,5 liegen oder einer bei 0 und einer bei 1.',
    how: 'Grid posterior of the exhibit for both pairs of points: the same',
    values: { sigma: 0.195 },
    measure: () => {
      const after = (by: number) =>
        gridPosterior(
          { prior: 'gaussian', priorDeviation: 0.5, noise: 0.3 },
          [0.5 - by, 0.5 + by].map((y) => ({ x: [1], y })),
        ).sigma;
      const [agreeing, apart] = [after(0), after(0.5)];
      return { sigma: Math.abs(agreeing - apart) < 1e-9 ? agreeing : Number.NaN };
    },
  },
  {
    file,
    en: 'standard deviation of the *difference* shrink from {exact} to {q}, although no measurement has seen it',
    de: 'Standardabweichung der *Differenz* von {exact} auf {q} schrumpfen, obwohl keine Messung sie gesehen hat',
    how: 'Standard deviations of the difference, exact, and by q after three measurements of noise 0.5',
    values: { exact: 1.41, q: 0.39 },
    measure: () => ({ exact: pair().difference.exact, q: pair().difference.q }),
  },
];

/** Plans, exam questions and misconceptions of the teacher's page. */
export const teacherClaims: readonly Claim[] = [...plans, ...exam, ...misconceptions];

import { prepareProblem } from '../../../src/experiment/pictures/prepareProblem.ts';
import {
  averageOf,
  classPosterior,
  drawWeights,
  exactProbability,
  exactStandardError,
  probabilityOf,
  STANDARD_DRAWS,
  seen,
} from '../../../src/lessons/exhibits/averaging/averaging.ts';
import { gridExponent } from '../../../src/lessons/exhibits/countTheGrid/countTheGrid.ts';
import { GRID, gridPosterior } from '../../../src/lessons/exhibits/oneWeight/oneWeight.ts';
import { mean } from '../../../src/math/moments.ts';
import { methods } from '../../../src/model/methods/index.ts';
import type { Claim } from '../claim.ts';
import { experimentOf } from '../trainedRun.ts';

const model = { prior: 'gaussian', priorDeviation: 0.5, noise: 0.3 } as const;
const onePoint = (x: number, y: number) => gridPosterior(model, [{ x: [x], y }]);
const chapter = (slug: string) => `lessons/chapters/{locale}/${slug}.mdx`;

const oneWeight: readonly Claim[] = [
  {
    file: chapter('one-weight'),
    en: 'Lay a grid of {cells} values over $w$',
    de: 'Man lege ein Gitter aus {cells} Werten über $w$',
    how: 'Cells of the exhibit’s grid',
    values: { cells: 601 },
    measure: () => ({ cells: GRID.cells }),
  },
  {
    file: chapter('one-weight'),
    en: 'Every $w$ explains the point equally well, so the likelihood is flat and changes nothing.',
    de: 'Jedes $w$ erklärt den Punkt gleich gut; die Likelihood ist flach und ändert nichts.',
    how: 'Change of mean and standard deviation of the posterior by a point at x = 0, y from 0 to 1: none',
    values: { mean: 0, deviation: 0 },
    measure: () => {
      const [before, after] = [gridPosterior(model, []), onePoint(0, 1)];
      return { mean: after.mean - before.mean, deviation: after.sigma - before.sigma };
    },
    holds: ({ mean: moved, deviation }) => Math.abs(moved!) < 1e-12 && Math.abs(deviation!) < 1e-12,
  },
  {
    file: chapter('one-weight'),
    en: 'it does fall as the point moves away, because *no* $w$ explains it',
    de: 'Sie fällt, wenn der Punkt sich entfernt, denn dann erklärt ihn *kein* $w$.',
    how: 'log p(D) with the point at x = 0, y = 1 less that at y = 0, in nats: negative',
    values: { change: -5.56 },
    measure: () => ({ change: onePoint(0, 1).logEvidence - onePoint(0, 0).logEvidence }),
    holds: ({ change }) => change! < 0,
  },
  {
    file: chapter('one-weight'),
    en: 'There the output depends strongly on $w$, so the point determines $w$ much better than one near zero.',
    de: 'Dort hängt die Ausgabe stark von $w$ ab; der Punkt legt $w$ darum viel besser fest als einer nahe null.',
    how: 'Standard deviation of the posterior after one point at x = 0.1 and at x = 2',
    values: { near: 0.49, far: 0.14 },
    measure: () => ({ near: onePoint(0.1, 0).sigma, far: onePoint(2, 0).sigma }),
    holds: ({ near, far }) => far! < near! / 3,
  },
  {
    file: chapter('one-weight'),
    en: 'Their disagreement does *not* make it wider: with a Gaussian prior and known noise, how far points scatter says nothing about how sure you are of $w$.',
    de: 'Breiter wird er davon *nicht*: Bei Gauß-Prior und bekanntem Rauschen sagt die Streuung der Punkte nichts darüber, wie sicher man sich über $w$ ist.',
    how: 'Standard deviation after two points at x = 1, y = 0.5 ± 0 and 0.5 ± 0.5: the same',
    values: { agreeing: 0.195, disagreeing: 0.195 },
    measure: () => {
      const after = (by: number) =>
        gridPosterior(model, [
          { x: [1], y: 0.5 - by },
          { x: [1], y: 0.5 + by },
        ]).sigma;
      return { agreeing: after(0), disagreeing: after(0.5) };
    },
    holds: ({ agreeing, disagreeing }) => Math.abs(agreeing! - disagreeing!) < 1e-9,
  },
  {
    file: chapter('one-weight'),
    en: 'By half. With a wide prior the first term is almost zero',
    de: 'Auf die Hälfte. Bei breitem Prior ist der erste Summand fast nichts',
    how: 'Ratio of the standard deviations after four points at x = 1 and after one, prior N(0, 100²)',
    values: { ratio: 0.5 },
    measure: () => {
      const wide = { ...model, priorDeviation: 100 };
      const point = { x: [1], y: 0.5 };
      const after = (points: number) => gridPosterior(wide, Array(points).fill(point)).sigma;
      return { ratio: after(4) / after(1) };
    },
  },
  {
    file: 'lessons/pages/teacher.{locale}.mdx',
    en: 'With σₙ = 0.3 and σₚ = 0.5: {near} and {far}. The point at x = 2 teaches more',
    de: 'Mit σₙ = 0,3 und σₚ = 0,5: {near} und {far}. Der Punkt bei x = 2 lehrt mehr',
    how: 'Standard deviation of the posterior after one point at x = 1 and at x = 2',
    values: { near: 0.26, far: 0.14 },
    measure: () => ({ near: onePoint(1, 0.5).sigma, far: onePoint(2, 0.5).sigma }),
  },
  {
    file: 'lessons/pages/teacher.{locale}.mdx',
    en: 'They are the same: without data nothing was learned.',
    de: 'Sie sind gleich: Ohne Daten wurde nichts gelernt.',
    how: 'Largest difference between posterior and prior without points',
    values: { difference: 0 },
    measure: () => {
      const { prior, posterior } = gridPosterior(model, []);
      return { difference: Math.max(...posterior.map((value, cell) => Math.abs(value - prior[cell]!))) };
    },
  },
];

const posterior = classPosterior();
const AT = 2.5;

/** Share of 2,000 seeds whose mean ± 2 standard errors, both from the draws, contains the integral. */
function coverage(draws: number): number {
  const exact = exactProbability(posterior, AT);
  const hits = Array.from({ length: 2000 }, (_, seed) => {
    const { average, standardError } = averageOf(drawWeights(posterior, draws, seed + 1), AT);
    return Math.abs(average - exact) < 2 * standardError ? 1 : 0;
  });
  return 100 * mean(hits);
}

const averaging: readonly Claim[] = [
  {
    file: chapter('averaging'),
    en: 'It has seen eight points, and its posterior is exact, on a grid. With the prior $N(0, 3^2)$, the weight has <C.posterior>mean {mean} and standard deviation {deviation}</C.posterior>',
    de: 'Es hat acht Punkte gesehen, und sein Posterior ist exakt, auf einem Gitter. Mit dem Prior $N(0, 3^2)$ hat das Gewicht den <C.posterior>Mittelwert {mean} und die Standardabweichung {deviation}</C.posterior>',
    how: 'Mean and standard deviation of the grid posterior of the exhibit; number of its points',
    values: { mean: 2.7, deviation: 1.4, points: 8 },
    measure: () => {
      const { w, mass, mean: middle } = posterior;
      const variance = mass.reduce((sum, share, cell) => sum + share * (w[cell]! - middle) ** 2, 0);
      return { mean: middle, deviation: Math.sqrt(variance), points: seen.length };
    },
  },
  {
    file: chapter('averaging'),
    en: 'At x = 2.5, well beyond the points, the network with the mean weight says: class 1, with {plugged} %.',
    de: 'Bei x = 2,5, weit jenseits der Punkte, sagt das Netz mit dem mittleren Gewicht: Klasse 1, mit {plugged} %.',
    how: 'p(y = 1) at x = 2.5 by the mean weight; the outermost point lies at 1.7',
    values: { plugged: 99.9, outermost: 1.7 },
    measure: () => ({
      plugged: 100 * probabilityOf(posterior.mean, AT),
      outermost: Math.max(...seen.map(({ x }) => x[0]!)),
    }),
  },
  {
    file: chapter('averaging'),
    en: 'It says {average} %. That looks like a small difference, but it is not: the chance of error is 1 in {risk} instead of 1 in {pluggedRisk}.',
    de: 'Es sagt {average} %. Das sieht nach wenig aus und ist viel: Die Irrtumswahrscheinlichkeit ist 1 zu {risk} statt 1 zu {pluggedRisk}.',
    how: 'The integral over the grid posterior at x = 2.5, and 1/(1 − p) of it and of the mean weight',
    values: { average: 97.2, risk: 35, pluggedRisk: 778 },
    measure: () => {
      const exact = exactProbability(posterior, AT);
      return {
        average: 100 * exact,
        risk: 1 / (1 - exact),
        pluggedRisk: 1 / (1 - probabilityOf(posterior.mean, AT)),
      };
    },
  },
  {
    file: chapter('averaging'),
    en: 'The tenth of the posterior with the smallest weights contributes {share} % of the chance of error.',
    de: 'Das Zehntel des Posteriors mit den kleinsten Gewichten macht {share} % der Irrtumswahrscheinlichkeit aus.',
    how: 'Share of the integral of 1 − p at x = 2.5 over the cells of the grid posterior up to its quantile 0.1',
    values: { share: 75 },
    measure: () => {
      const errors = posterior.mass.map((share, cell) => share * (1 - probabilityOf(posterior.w[cell]!, AT)));
      const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
      const cells = posterior.mass.findIndex((_, cell) => sum(posterior.mass.subarray(0, cell)) >= 0.1);
      return { share: (100 * sum(errors.subarray(0, cells))) / sum(errors) };
    },
  },
  {
    file: chapter('averaging'),
    en: 'The mean of 50 draws is typically off by {exact} percentage points (its exact standard error), but the 50 draws shown at first estimate {estimated}',
    de: 'Das Mittel von 50 Ziehungen liegt typischerweise um {exact} Prozentpunkte daneben (sein exakter Standardfehler), die 50 zuerst gezeigten schätzen aber {estimated}',
    how: 'Standard error of the mean at x = 2.5 from the grid posterior, and from the draws that the exhibit opens with; their number',
    values: { exact: 1.1, estimated: 0.5, draws: 50 },
    measure: () => ({
      exact: 100 * exactStandardError(posterior, AT, STANDARD_DRAWS),
      estimated: 100 * averageOf(drawWeights(posterior, STANDARD_DRAWS, 1), AT).standardError,
      draws: STANDARD_DRAWS,
    }),
  },
  {
    file: chapter('averaging'),
    en: 'contains the exact value in {few} of 100 cases with 5 draws, in {more} with 50, and in {many} with 200',
    de: 'enthält den exakten Wert bei 5 Ziehungen in {few} von 100 Fällen, bei 50 in {more}, bei 200 in {many}',
    how: 'Share of 2,000 seeds in which the mean ± two standard errors, both from the draws, contains the integral',
    values: { few: 56, more: 84, many: 93 },
    slack: 0.02,
    measure: () => ({ few: coverage(5), more: coverage(50), many: coverage(200) }),
  },
  {
    file: chapter('averaging'),
    en: 'the classes are mixed, and all three predictions agree',
    de: 'sind die Klassen gemischt, und alle drei Vorhersagen stimmen überein',
    how: 'p(y = 1) at x = 0.1 by the exact integral, by the first draws and by the mean weight: within 0.02 of each other',
    values: { exact: 0.565, draws: 0.567, plugged: 0.567 },
    slack: 0.005,
    measure: () => ({
      exact: exactProbability(posterior, 0.1),
      draws: averageOf(drawWeights(posterior, STANDARD_DRAWS, 1), 0.1).average,
      plugged: probabilityOf(posterior.mean, 0.1),
    }),
    holds: ({ exact, draws, plugged }) =>
      Math.max(exact!, draws!, plugged!) - Math.min(exact!, draws!, plugged!) < 0.02,
  },
];

const grid: readonly Claim[] = [
  {
    file: chapter('intractable'),
    en: 'so $50 + 50$ weights and biases into it and $50 + 1$ out of it: $P = {weights}$.',
    de: 'also $50 + 50$ Gewichte und Biases hinein und $50 + 1$ heraus: $P = {weights}$.',
    how: 'Parameters of the default experiment',
    values: { weights: 151 },
    measure: () => ({ weights: prepareProblem(experimentOf('')).plan.parameterCount }),
  },
  {
    file: chapter('intractable'),
    en: 'so 80 weights: a hidden layer of {units} units',
    de: 'also 80 Gewichte: eine verdeckte Schicht aus {units} Neuronen',
    how: 'The largest hidden layer with at most 80 weights and biases, one input and one output',
    values: { units: 26 },
    measure: () => {
      const weights = (units: number) =>
        prepareProblem(experimentOf('', { 'network.hidden': [units] })).plan.parameterCount;
      let units = 1;
      while (weights(units + 1) <= 80) units++;
      return { units };
    },
  },
  {
    file: chapter('intractable'),
    en: 'One that is a million times faster buys you six more weights.',
    de: 'Einer, der eine Million Mal schneller ist, bringt sechs Gewichte mehr.',
    how: 'log₁₀ of the cells of 86 weights less that of 80, ten points each',
    values: { exponent: 6 },
    measure: () => ({ exponent: gridExponent(10, 86) - gridExponent(10, 80) }),
  },
  {
    file: chapter('intractable'),
    en: 'one draw in $e^{100} \\approx 10^{43}$ is of any use',
    de: 'taugt eine Ziehung von $e^{100} \\approx 10^{43}$ etwas',
    how: '100 / ln 10',
    values: { exponent: 43 },
    measure: () => ({ exponent: 100 / Math.LN10 }),
  },
  {
    file: chapter('intractable'),
    en: '{numbers}: twice the number of weights',
    de: '{numbers}: zweimal die Zahl der Gewichte',
    how: 'Means and widths of the default experiment',
    values: { numbers: 302 },
    measure: () => ({ numbers: 2 * prepareProblem(experimentOf('')).plan.parameterCount }),
  },
  {
    file: chapter('intractable'),
    en: 'One step of the playground’s HMC computes up to {gradients} gradients over all the data in each of its {chains} chains.',
    de: 'Ein Schritt des HMC der Spielwiese berechnet bis zu {gradients} Gradienten über alle Daten, in jeder der {chains} Ketten.',
    how: 'Gradients of one step of Hamiltonian Monte Carlo at most, and its chains where it is compared with',
    values: { gradients: 61, chains: 4 },
    measure: () => ({
      gradients: methods.hmc.gradientsPerStep,
      chains: methods.hmc.overlayBudget.samples,
    }),
  },
  {
    file: chapter('intractable'),
    en: 'One step of variational inference computes one gradient for each draw',
    de: 'Ein Schritt der Variationsinferenz berechnet einen Gradienten je Ziehung',
    how: 'Gradients of one step of Bayes by Backprop for each sample',
    values: { gradients: 1 },
    measure: () => ({ gradients: methods['bayes-by-backprop'].gradientsPerStep }),
  },
  {
    file: chapter('intractable'),
    en: '(1 nat is {bits} bits)',
    de: '(1 Nat sind {bits} Bit)',
    how: '1 / ln 2',
    values: { bits: 1.44 },
    measure: () => ({ bits: 1 / Math.LN2 }),
  },
  {
    file: chapter('simpler-q'),
    en: 'so the unit is the **nat** (1 nat is {bits} bits)',
    de: 'die Einheit darum das **Nat** (1 Nat sind {bits} Bit)',
    how: '1 / ln 2',
    values: { bits: 1.44 },
    measure: () => ({ bits: 1 / Math.LN2 }),
  },
];

/** Statements that follow from a formula or a grid, without training. */
export const exactClaims: readonly Claim[] = [...oneWeight, ...averaging, ...grid];

import {
  advanced,
  firstState,
  stepInParts,
  weightNames,
} from '../../../src/lessons/exhibits/oneStep/oneStep.ts';
import {
  exactGradient,
  REPEATS,
  repeatedEstimates,
  type Setting,
  spreadOf,
} from '../../../src/lessons/exhibits/pathwise/pathwise.ts';
import { bimodalMoments, descend, divergence } from '../../../src/lessons/exhibits/simplerQ/simplerQ.ts';
import {
  GRADIENTS,
  type Lane,
  laneVariance,
  runLane,
  startingLanes,
} from '../../../src/lessons/exhibits/varianceRace/varianceRace.ts';
import { mean } from '../../../src/math/moments.ts';
import type { EstimatorKind } from '../../../src/model/estimators/index.ts';
import type { Claim } from '../claim.ts';
import { curve, experimentOf, near, trainedRun } from '../trainedRun.ts';

const chapter = (slug: string) => `lessons/chapters/{locale}/${slug}.mdx`;

/** Where a descent of the exhibit ends. */
const endOf = (direction: 'reverse' | 'forward', mu: number) =>
  descend(direction, { mu, sigma: 0.8 }).at(-1)!;

const simplerQ: readonly Claim[] = [
  {
    file: chapter('simpler-q'),
    en: 'Alone on a hump that holds {share} % of p, q pays $-\\log 0.35 \\approx {right}$ nats; on the other one, $-\\log 0.65 \\approx {left}$.',
    de: 'Allein auf einem Buckel, der {share} % von p enthält, zahlt q $-\\log 0,35 \\approx {right}$ nats; auf dem anderen $-\\log 0,65 \\approx {left}$.',
    how: 'KL[q(w) ‖ p(w | D)] where the descents of the exhibit end, from the right and from the left; and −ln 0.35, −ln 0.65',
    values: { share: 35, right: 1.05, left: 0.43 },
    measure: () => {
      const at = (mu: number) => divergence('reverse', endOf('reverse', mu));
      return { share: 100 * Math.exp(-at(1.4)), right: at(1.4), left: at(-1) };
    },
    slack: 0.02,
  },
  {
    file: chapter('simpler-q'),
    en: 'The map has two hollows, and downhill leads to the one you began near.',
    de: 'Die Karte hat zwei Mulden, und bergab geht es in die, in deren Nähe man begann.',
    how: 'Mean of q where descents of KL[q(w) ‖ p(w | D)] from μ = −2 and 2 end',
    values: { left: -1, right: 1.39 },
    measure: () => ({ left: endOf('reverse', -2).mu, right: endOf('reverse', 2).mu }),
  },
  {
    file: chapter('simpler-q'),
    en: 'There is one hollow, at the mean and standard deviation of p.',
    de: 'Es gibt eine Mulde, bei Mittelwert und Standardabweichung von p.',
    how: 'Largest distance of the ends of descents of KL[p(w | D) ‖ q(w)] from the moments of p',
    values: { distance: 0 },
    measure: () => ({
      distance: Math.max(
        ...[-2, 0, 2].map((mu) => {
          const end = endOf('forward', mu);
          return Math.hypot(end.mu - bimodalMoments.mu, end.sigma - bimodalMoments.sigma);
        }),
      ),
    }),
    holds: ({ distance }) => distance! < 0.01,
  },
];

const setting: Setting = { mu: -0.5, sigma: 0.6, lift: 0 };
const scatter = (kind: 'pathwise' | 'score', change: Partial<Setting>, samples = 8) =>
  spreadOf(repeatedEstimates(kind, 'mu', { ...setting, ...change }, samples, 1)).deviation;

const reparameterisation: readonly Claim[] = [
  {
    file: chapter('reparameterisation'),
    en: 'so the estimate through $w$ does not change in a single digit',
    de: 'die Schätzung durch $w$ ändert sich also in keiner Stelle',
    how: 'Standard deviation of 800 estimates with 10 nats added, divided by that without: through w, and by the score function',
    values: { pathwise: 1, score: 5.1 },
    slack: 0.1,
    measure: () => ({
      pathwise: scatter('pathwise', { lift: 10 }) / scatter('pathwise', {}),
      score: scatter('score', { lift: 10 }) / scatter('score', {}),
    }),
    holds: ({ pathwise, score }) => pathwise === 1 && score! > 3,
  },
  {
    file: chapter('reparameterisation'),
    en: 'On the right, {count} estimates by either way on the same axis',
    de: 'Rechts {count} Schätzungen auf jedem der beiden Wege, auf derselben Achse',
    how: 'Estimates that the exhibit repeats',
    values: { count: 800 },
    measure: () => ({ count: REPEATS }),
  },
  {
    file: chapter('reparameterisation'),
    en: 'The slopes agree, and the estimate of the slope in $\\mu$ through $w$ becomes exact. The score-function estimates get *worse*: they divide by $\\sigma$.',
    de: 'Die Steigungen sind sich einig, und die Schätzung der Steigung in $\\mu$ durch $w$ wird exakt. Die des Score-Schätzers werden *schlechter*: Sie teilen durch $\\sigma$.',
    how: 'Standard deviation of the estimates at σ = 0.02 divided by that at σ = 0.6, both estimators',
    values: { pathwise: 0.012, score: 15 },
    slack: 0.1,
    measure: () => ({
      pathwise: scatter('pathwise', { sigma: 0.02 }) / scatter('pathwise', {}),
      score: scatter('score', { sigma: 0.02 }) / scatter('score', {}),
    }),
    holds: ({ pathwise, score }) => pathwise! < 0.1 && score! > 3,
  },
  {
    file: chapter('reparameterisation'),
    en: 'Both scatter less, by the square root: four times the samples for half the scatter.',
    de: 'Beide streuen weniger, mit der Wurzel: viermal so viele Ziehungen für die halbe Streuung.',
    how: 'Standard deviation of the estimates with S = 32 divided by that with S = 8, both estimators',
    values: { pathwise: 0.5, score: 0.5 },
    slack: 0.1,
    measure: () => ({
      pathwise: scatter('pathwise', {}, 32) / scatter('pathwise', {}, 8),
      score: scatter('score', {}, 32) / scatter('score', {}, 8),
    }),
  },
  {
    file: chapter('reparameterisation'),
    en: 'the gradient points to the valley at 1, past the small hollows',
    de: 'Der Gradient zeigt ins Tal bei 1, an den kleinen Mulden vorbei',
    how: 'Exact gradient in μ for σ = 1 at μ from −2 to 0.8 and from 1.2 to 3: of one sign on either side',
    values: { largestBelow: -0.21, smallestAbove: 0.21 },
    measure: () => {
      const at = (mu: number) => exactGradient('mu', { mu, sigma: 1, lift: 0 });
      const range = (low: number, high: number) =>
        Array.from({ length: 101 }, (_, i) => at(low + ((high - low) * i) / 100));
      return { largestBelow: Math.max(...range(-2, 0.8)), smallestAbove: Math.min(...range(1.2, 3)) };
    },
    holds: ({ largestBelow, smallestAbove }) => largestBelow! < 0 && smallestAbove! > 0,
  },
];

const lanes = (() => {
  let made: readonly Lane[] | undefined;
  return () => {
    if (made) return made;
    made = startingLanes({ units: 8, sigma: 0.1, seed: 1 });
    for (let i = 0; i < GRADIENTS / 2; i++) for (const lane of made) runLane(lane);
    return made;
  };
})();
const variance = (estimator: EstimatorKind, batch: number) =>
  laneVariance(lanes().find((lane) => lane.estimator === estimator && lane.batch === batch)!);
const help = (estimator: EstimatorKind, batch: number) => variance(estimator, 1) / variance(estimator, batch);

const estimators: readonly Claim[] = [
  {
    file: chapter('local-reparameterisation'),
    en: 'Only a fresh draw for each example makes the errors cancel: then the variance falls 64 times.',
    de: 'Erst mit einer frischen Ziehung für jedes Beispiel heben sich die Fehler auf: Dann fällt die Varianz auf ein Vierundsechzigstel.',
    how: 'Variance of the mean gradient of 1 example divided by that of 64, 300 gradients of the exhibit each: local reparameterisation and weight sampling',
    values: { fresh: 47, shared: 0.84 },
    slack: 0.2,
    measure: () => ({ fresh: help('local-reparameterization', 64), shared: help('weight-sampling', 64) }),
    holds: ({ fresh, shared }) => fresh! > 32 && fresh! < 128 && shared! < 2,
  },
  {
    file: chapter('local-reparameterisation'),
    en: 'Flipout follows it first and then bends, because what is not independent does not quite cancel.',
    de: 'Flipout folgt ihr zuerst und biegt dann ab, denn was nicht unabhängig ist, hebt sich nicht ganz auf.',
    how: 'Variance by Flipout divided by that of local reparameterisation, for 2 and for 64 examples',
    values: { few: 1.2, many: 1.6 },
    slack: 0.2,
    measure: () => ({
      few: variance('flipout', 2) / variance('local-reparameterization', 2),
      many: variance('flipout', 64) / variance('local-reparameterization', 64),
    }),
    holds: ({ few, many }) => few! < 1.3 && many! > 1.2 * few!,
  },
  {
    file: chapter('local-reparameterisation'),
    en: 'With one example there is nothing to share, and all three are close together.',
    de: 'Bei einem Beispiel gibt es nichts zu teilen, und alle drei liegen nah beieinander.',
    how: 'Largest of the three variances for one example divided by the smallest',
    values: { ratio: 1.1 },
    slack: 0.2,
    measure: () => {
      const all = (['weight-sampling', 'flipout', 'local-reparameterization'] as const).map((kind) =>
        variance(kind, 1),
      );
      return { ratio: Math.max(...all) / Math.min(...all) };
    },
    holds: ({ ratio }) => ratio! < 2,
  },
  {
    file: chapter('local-reparameterisation'),
    en: 'measured while you look: {count} gradients for each point',
    de: 'gemessen, während man zusieht: {count} Gradienten für jeden Punkt',
    how: 'Gradients of each lane of the exhibit',
    values: { count: 600 },
    measure: () => ({ count: GRADIENTS }),
  },
];

/** Mean and width of each of the seven weights after so many steps. */
const sevenWeights = (steps: number) => {
  const { weights } = stepInParts(advanced(firstState(), steps));
  return Object.fromEntries(weights.map((weight, i) => [weightNames[i]!, weight]));
};

/** The settings of the chapter's program in PyTorch: σ = log(1 + e⁻⁴) at first. */
const programLink =
  'dataset.id=blundell&dataset.standardize=false&network.hidden=50&network.activation=relu&prior.sigma=1&likelihood.noise=0.1&likelihood.learn=false&inference.estimator=weight-sampling&inference.kl=monte-carlo&inference.samples=1&inference.initialSigma=0.018&inference.optimizer.kind=adam&inference.optimizer.learningRate=0.01';

const wholeAlgorithm: readonly Claim[] = [
  {
    file: chapter('bayes-by-backprop'),
    en: 'The width of c, which moves the whole curve up and down, has shrunk most, from {before} to {after}',
    de: 'Am meisten geschrumpft ist die Breite von c, das die ganze Kurve hebt und senkt, von {before} auf {after}',
    how: 'σ of c in the exhibit at step 0 and 1,000, and the smallest σ of the other six',
    values: { before: 0.3, after: 0.15, others: 0.2 },
    slack: 0.05,
    measure: () => {
      const [{ c: first }, { c, ...others }] = [sevenWeights(0), sevenWeights(1000)];
      return {
        before: first!.sigma,
        after: c!.sigma,
        others: Math.min(...Object.values(others).map(({ sigma }) => sigma)),
      };
    },
    holds: ({ after, others }) => after! < others!,
  },
  {
    file: chapter('bayes-by-backprop'),
    en: 'The means are still on their way.',
    de: 'Die Mittelwerte sind noch unterwegs.',
    how: 'μ of u₁ in the exhibit at steps 0, 1,000, 2,000 and 10,000',
    values: { at0: -2.26, at1000: -0.98, at2000: -0.79, at10000: -0.04 },
    slack: 0.05,
    measure: () => {
      const at = (steps: number) => sevenWeights(steps)['u₁']!.mu;
      return { at0: at(0), at1000: at(1000), at2000: at(2000), at10000: at(10_000) };
    },
    holds: ({ at1000, at10000 }) => Math.abs(at10000! - at1000!) > 0.5,
  },
  {
    file: chapter('bayes-by-backprop'),
    en: 'Its output weight v₁ lies at zero, and its u₁ and b₁, which no longer matter to any point, are widening towards the prior (σ {u} and {b})',
    de: 'Sein Ausgabegewicht v₁ liegt bei null, und u₁ und b₁, auf die es nun bei keinem Punkt mehr ankommt, weiten sich zum Prior hin (σ {u} und {b})',
    how: 'μ of v₁ and σ of u₁ and b₁ at step 10,000; the prior has σ = 1',
    values: { v: 0.03, u: 0.93, b: 0.87 },
    slack: 0.02,
    measure: () => {
      const at = sevenWeights(10_000);
      return { v: at['v₁']!.mu, u: at['u₁']!.sigma, b: at['b₁']!.sigma };
    },
    holds: ({ v }) => Math.abs(v!) < 0.1,
  },
  {
    file: chapter('bayes-by-backprop'),
    en: 'At first the data pull v₁ and v₂ the same way in nearly every draw; in the end their pull changes its sign from draw to draw.',
    de: 'Anfangs ziehen die Daten v₁ und v₂ in fast jeder Ziehung in dieselbe Richtung; am Ende wechselt ihr Zug von Ziehung zu Ziehung das Vorzeichen.',
    how: 'Percentage of 400 draws in which −∂ log p(D|w)/∂v₁ and ∂v₂ have their more frequent sign, the smaller of the two at step 0, the larger at step 10,000',
    values: { early: 99, late: 55 },
    slack: 0.1,
    measure: () => {
      const steadiness = (steps: number) => {
        const state = advanced(firstState(), steps);
        const draws = Array.from({ length: 400 }, (_, k) => stepInParts({ ...state, step: 1e6 + k }).weights);
        return (['v₁', 'v₂'] as const).map((name) => {
          const up = mean(
            draws.map((weights) => (weights[weightNames.indexOf(name)]!.dataSlope > 0 ? 1 : 0)),
          );
          return 100 * Math.max(up, 1 - up);
        });
      };
      return { early: Math.min(...steadiness(0)), late: Math.max(...steadiness(10_000)) };
    },
    holds: ({ early, late }) => early! > 95 && late! < 70,
  },
  {
    file: chapter('bayes-by-backprop'),
    en: 'There the draws differ several times as much.',
    de: 'Dort unterscheiden sich die Ziehungen um ein Mehrfaches stärker.',
    how: 'Epistemic standard deviation at x = 0.25 and at x = 1 after 5,000 steps of the engine with the settings of the program',
    values: { among: 0.031, beyond: 0.405 },
    slack: 0.1,
    seeds: [1, 2, 3],
    measure: async (seed) => {
      const run = await curve(await trainedRun(experimentOf(programLink, { seed }), 5000));
      return { among: near(run, run.epistemicSigma, 0.25), beyond: near(run, run.epistemicSigma, 1) };
    },
    holds: ({ among, beyond }) => beyond! > 3 * among!,
  },
];

/** Statements of the chapters 5 to 8 that their exhibits' own modules decide. */
export const algorithmClaims: readonly Claim[] = [
  ...simplerQ,
  ...reparameterisation,
  ...estimators,
  ...wholeAlgorithm,
];

import { defaultExperiment } from '../../../src/experiment/document/defaults.ts';
import { prepareProblem } from '../../../src/experiment/pictures/prepareProblem.ts';
import {
  DRAWS,
  EXAMPLES,
  NOISE_SEED,
  varianceLeft,
} from '../../../src/lessons/exhibits/noiseMap/noiseMap.ts';
import {
  exactGradient,
  OPENING,
  REPEATS,
  REPEATS_SEED,
  repeatedEstimates,
  SAMPLES,
  type Setting,
  spreadOf,
} from '../../../src/lessons/exhibits/pathwise/pathwise.ts';
import {
  bimodalMoments,
  descend,
  divergence,
  type Gaussian,
} from '../../../src/lessons/exhibits/simplerQ/simplerQ.ts';
import {
  GRADIENTS,
  type Lane,
  laneVariance,
  runLane,
  startingLanes,
} from '../../../src/lessons/exhibits/varianceRace/varianceRace.ts';
import { normalLogDensity } from '../../../src/math/special.ts';
import type { EstimatorKind } from '../../../src/model/estimators/index.ts';
import type { Claim } from '../claim.ts';

const chapter = (slug: string) => `lessons/chapters/{locale}/${slug}.mdx`;

/** Where a descent of the exhibit ends. */
const endOf = (direction: 'reverse' | 'forward', mu: number) =>
  descend(direction, { mu, sigma: 0.8 }).at(-1)!;

/** E[f(w)] for w = μ + σε by the trapezoidal rule over ε from −8 to 8. */
const overQ = ({ mu, sigma }: Gaussian, of: (w: number) => number): number =>
  Array.from({ length: 1601 }, (_, i) => (i - 800) / 100).reduce(
    (sum, epsilon) => sum + 0.01 * Math.exp(normalLogDensity(epsilon, 0, 1)) * of(mu + sigma * epsilon),
    0,
  );

const simplerQ: readonly Claim[] = [
  {
    file: chapter('simpler-q'),
    en: 'Alone on a hump that holds {share} % of p, q is at a divergence of $-\\log 0.35 \\approx {right}$ nats; on the other one, of $-\\log 0.65 \\approx {left}$.',
    de: 'Allein auf einem Buckel, der {share} % von p enthält, hat q eine Divergenz von $-\\log 0,35 \\approx {right}$ Nat; auf dem anderen von $-\\log 0,65 \\approx {left}$.',
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
    en: 'A Gaussian has $\\log \\sigma + {constant}$ nats.',
    de: 'Bei einer Gauß-Verteilung sind es $\\log \\sigma + {constant}$ Nat.',
    how: 'Mean of −log q(w) over w = μ + σε on a grid of ε, less log σ, for σ = 0.36',
    values: { constant: 1.42 },
    measure: () => {
      const q = { mu: 1.39, sigma: 0.36 };
      const entropy = -overQ(q, (w) => normalLogDensity(w, q.mu, q.sigma));
      return { constant: entropy - Math.log(q.sigma) };
    },
  },
  {
    file: chapter('simpler-q'),
    en: 'with its 151 weights, there are {numbers} of them',
    de: 'mit ihren 151 Gewichten sind es {numbers}',
    how: 'Means and widths of the default experiment',
    values: { numbers: 302 },
    measure: () => ({ numbers: 2 * prepareProblem(defaultExperiment()).plan.parameterCount }),
  },
  {
    file: chapter('simpler-q'),
    en: 'the complexity cost of one weight has a closed form',
    de: 'haben die Komplexitätskosten eines Gewichts eine geschlossene Form',
    how: 'The formula that follows, less E[log q − log p] over w = μ + σε on a grid of ε, for μ = 0.5, σ = 0.2, σₚ = 2',
    values: { difference: 0 },
    measure: () => {
      const [mu, sigma, width] = [0.5, 0.2, 2];
      const formula = Math.log(width / sigma) + (sigma ** 2 + mu ** 2) / (2 * width ** 2) - 1 / 2;
      const integral = overQ(
        { mu, sigma },
        (w) => normalLogDensity(w, mu, sigma) - normalLogDensity(w, 0, width),
      );
      return { difference: formula - integral };
    },
    holds: ({ difference }) => Math.abs(difference!) < 1e-9,
  },
  {
    file: chapter('simpler-q'),
    en: 'from $\\mu = {start}$, a q of width {narrow} ends in the right one, a q of width {wide} in the left one',
    de: 'Von $\\mu = {start}$ aus endet ein q der Breite {narrow} in der rechten, eines der Breite {wide} in der linken',
    how: 'Mean of q where descents of KL[q(w) ‖ p(w | D)] from these two places end',
    values: { start: 1.5, narrow: 0.3, wide: 1.5, right: 1.39, left: -1 },
    measure: () => {
      const [start, narrow, wide] = [1.5, 0.3, 1.5];
      const endAt = (sigma: number) => descend('reverse', { mu: start, sigma }).at(-1)!.mu;
      return { start, narrow, wide, right: endAt(narrow), left: endAt(wide) };
    },
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
    en: 'The slopes nearly agree, and the estimates of the slope in $\\mu$ through $w$ scatter less and less. The score-function estimates get *worse*: they divide by $\\sigma$.',
    de: 'Die Steigungen sind sich fast einig, und die Schätzungen der Steigung in $\\mu$ durch $w$ streuen immer weniger. Die des Score-Schätzers werden *schlechter*: Sie teilen durch $\\sigma$.',
    how: 'Standard deviation of the estimates at σ = 0.1, the smallest of the exhibit, divided by that at σ = 0.6, both estimators',
    values: { pathwise: 0.1, score: 3 },
    slack: 0.1,
    measure: () => ({
      pathwise: scatter('pathwise', { sigma: 0.1 }) / scatter('pathwise', {}),
      score: scatter('score', { sigma: 0.1 }) / scatter('score', {}),
    }),
    holds: ({ pathwise, score }) => pathwise! < 0.2 && score! > 2,
  },
  {
    file: chapter('reparameterisation'),
    en: 'For both, four times the draws halve the scatter.',
    de: 'Bei beiden halbieren viermal so viele Ziehungen die Streuung.',
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
    en: 'each from {samples} draws; ± is their standard deviation',
    de: 'jede aus {samples} Ziehungen; ± ist ihre Standardabweichung',
    how: 'Draws of one estimate in the exhibit',
    values: { samples: 8 },
    measure: () => ({ samples: SAMPLES }),
  },
  {
    file: chapter('reparameterisation'),
    en: 'and so does the upper histogram. The lower one spreads: 10 nats take it from ± {before} to ± {after}.',
    de: 'das obere Histogramm auch. Das untere wird breiter: 10 Nat bringen es von ± {before} auf ± {after}.',
    how: 'Standard deviation of the exhibit’s 800 score-function estimates as it opens and with 10 nats added; change of that of the estimates through w',
    values: { before: 1.26, after: 6.39, change: 0 },
    measure: () => {
      const at = (kind: 'pathwise' | 'score', lift: number) =>
        spreadOf(repeatedEstimates(kind, 'mu', { ...OPENING, lift }, SAMPLES, REPEATS_SEED)).deviation;
      return {
        before: at('score', 0),
        after: at('score', 10),
        change: at('pathwise', 10) - at('pathwise', 0),
      };
    },
  },
  {
    file: chapter('reparameterisation'),
    en: 'With $\\sigma = 0.1$ the exact gradient is {narrow}, almost zero. With $\\sigma = 1$ it is {wide}',
    de: 'Mit $\\sigma = 0,1$ ist der exakte Gradient {narrow}, fast null. Mit $\\sigma = 1$ ist er {wide}',
    how: 'Exact gradient in μ at μ = −0.5 for σ = 0.1 and σ = 1',
    values: { narrow: -0.0696, wide: -1.48 },
    measure: () => {
      const at = (sigma: number) => exactGradient('mu', { mu: -0.5, sigma, lift: 0 });
      return { narrow: at(0.1), wide: at(1) };
    },
  },
  {
    file: chapter('reparameterisation'),
    en: 'the average over a wide q smooths the ripples out, and the gradient points to the valley at 1',
    de: 'Das Mittel über ein breites q glättet die Wellen, und der Gradient zeigt ins Tal bei 1',
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
    en: 'Only a fresh draw for each example makes the errors cancel: then the variance falls by a factor of 64.',
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
    en: 'measured over {draws} draws: {shared} % by weight sampling, about {own} %, one part in {examples}, by the other two.',
    de: 'gemessen über {draws} Ziehungen: {shared} % beim Ziehen der Gewichte, etwa {own} %, ein Sechzehntel, bei den anderen beiden.',
    how: 'Variance of the mean of the exhibit’s batch divided by that of one example, per cent: weight sampling, and the larger of the other two',
    values: { draws: 4000, shared: 100, own: 6, examples: 16 },
    measure: () => ({
      draws: DRAWS,
      shared: 100 * varianceLeft('weight-sampling', NOISE_SEED),
      own:
        100 *
        Math.max(varianceLeft('flipout', NOISE_SEED), varianceLeft('local-reparameterization', NOISE_SEED)),
      examples: EXAMPLES,
    }),
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

/** Statements of the chapters 5 to 7 that their exhibits' own modules decide. */
export const approximationClaims: readonly Claim[] = [...simplerQ, ...reparameterisation, ...estimators];

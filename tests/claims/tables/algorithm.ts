import {
  advanced,
  firstState,
  stepInParts,
  weightNames,
} from '../../../src/lessons/exhibits/oneStep/oneStep.ts';
import { mean } from '../../../src/math/moments.ts';
import type { Claim } from '../claim.ts';
import { curve, experimentOf, near, trainedRun } from '../trainedRun.ts';

const chapter = (slug: string) => `lessons/chapters/{locale}/${slug}.mdx`;

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
    en: 'Its output weight v₁ lies at zero, and its u₁ and b₁, which no longer matter to any point, are widening towards the prior (σ {u} and {b}), where they cost almost nothing. v₁ itself stays narrow (σ {width})',
    de: 'Sein Ausgabegewicht v₁ liegt bei null, und u₁ und b₁, auf die es nun bei keinem Punkt mehr ankommt, weiten sich zum Prior hin (σ {u} und {b}), wo sie fast nichts kosten. v₁ selbst bleibt schmal (σ {width})',
    how: 'μ and σ of v₁, σ of u₁ and b₁, and the larger KL of these two in nats at step 10,000; the prior has σ = 1',
    values: { v: 0.03, u: 0.93, b: 0.87, width: 0.21, nats: 0.02 },
    slack: 0.02,
    measure: () => {
      const at = sevenWeights(10_000);
      const divergence = ({ mu, sigma }: { mu: number; sigma: number }) =>
        (sigma ** 2 + mu ** 2 - 1) / 2 - Math.log(sigma);
      const [u, b, v] = [at['u₁']!, at['b₁']!, at['v₁']!];
      const nats = Math.max(divergence(u), divergence(b));
      return { v: v.mu, u: u.sigma, b: b.sigma, width: v.sigma, nats };
    },
    holds: ({ v, nats }) => Math.abs(v!) < 0.1 && nats! < 0.05,
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

/** Statements of chapter 8 that its exhibit's own module decides. */
export const algorithmClaims: readonly Claim[] = [...wholeAlgorithm];

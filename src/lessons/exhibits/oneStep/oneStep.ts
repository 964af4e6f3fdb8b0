import type { TrainingState } from '../../../experiment/engine/engine.ts';
import { initialState, posteriorOf } from '../../../experiment/engine/state.ts';
import { decodeLink } from '../../../experiment/link/link.ts';
import { curveOf } from '../../../experiment/pictures/observeDraw.ts';
import { prepareProblem } from '../../../experiment/pictures/prepareProblem.ts';
import type { Problem } from '../../../experiment/problem/problem.ts';
import { sigmoid } from '../../../math/special.ts';
import { priors } from '../../../model/priors/index.ts';
import { freeEnergyGradient } from '../../../reference/freeEnergy.ts';
import { weightNoise } from '../../../reference/noise.ts';
import { optimizerStep } from '../../../reference/optimizer.ts';

/**
 * The run of the exhibit, which the playground can open too: the smallest non-linear network, one Monte Carlo sample,
 * both costs of eq. 2 sampled, plain gradient descent. P = 7.
 */
export const oneStepLink =
  'dataset.id=cubic&dataset.size=12&network.hidden=2&network.activation=tanh&prior.sigma=1&likelihood.noise=15&likelihood.learn=false&inference.estimator=weight-sampling&inference.kl=monte-carlo&inference.samples=1&inference.initialSigma=0.3&inference.optimizer.kind=sgd&inference.optimizer.learningRate=0.002';

export const oneStepProblem: Problem = prepareProblem(decodeLink(oneStepLink).experiment);

/** α of μ ← μ − α Δμ. */
export const learningRate = oneStepProblem.experiment.inference.optimizer.learningRate;

/** Names of the seven weights: two hidden units, then the output. */
export const weightNames = ['u₁', 'u₂', 'b₁', 'b₂', 'v₁', 'v₂', 'c'] as const;

/** The state before the first step. */
export function firstState(): TrainingState {
  return initialState(oneStepProblem);
}

/** All quantities of one weight in a step of Bayes by Backprop. */
export interface WeightStep {
  readonly mu: number;
  readonly rho: number;
  readonly sigma: number;
  readonly epsilon: number;
  /** w = μ + σε. */
  readonly w: number;
  /** −∂ log p(D|w)/∂w, the gradient of ordinary backprop. */
  readonly dataSlope: number;
  /** −∂ log p(w)/∂w. */
  readonly priorSlope: number;
  /** ∂σ/∂ρ = 1/(1 + e^(−ρ)). */
  readonly sigmaSlope: number;
  /** ∇μ and ∇ρ of eq. 3 and 4. */
  readonly gradientMu: number;
  readonly gradientRho: number;
  readonly muAfter: number;
  readonly rhoAfter: number;
  readonly sigmaAfter: number;
}

/** A step before it is taken. */
export interface StepInParts {
  readonly weights: readonly WeightStep[];
  /** log q(w|θ) − log p(w), and −log p(D|w), of this one draw, in nats. */
  readonly complexityCost: number;
  readonly likelihoodCost: number;
  /** The state after the step. */
  readonly after: TrainingState;
  /** The draw itself, [P]. */
  readonly draw: Float64Array;
}

/**
 * The step that follows `state` (Blundell et al. 2015, §3.2), computed with the engine's own gradient, noise and
 * optimiser.
 */
export function stepInParts(state: TrainingState): StepInParts {
  const problem = oneStepProblem;
  const count = problem.plan.parameterCount;
  const { mu, sigma } = posteriorOf(problem, state.parameters);
  const { costs, gradient } = freeEnergyGradient(problem, state.parameters, state.step);
  const after = optimizerStep(problem, state, gradient);
  const sigmaAfter = posteriorOf(problem, after.parameters).sigma;
  const epsilon = weightNoise(count, problem.experiment.seed, state.step, 0);
  const draw = mu.map((mean, i) => mean + sigma[i]! * epsilon[i]!);
  const { prior } = problem.experiment;
  const weights = Array.from(draw, (w, i): WeightStep => {
    const priorSlope = -priors[prior.kind].logDensityDerivative(w, prior);
    return {
      mu: mu[i]!,
      rho: state.parameters[count + i]!,
      sigma: sigma[i]!,
      epsilon: epsilon[i]!,
      w,
      // In eq. 3 the two terms of log q cancel; the gradients of the likelihood and of the prior remain.
      dataSlope: gradient[i]! - priorSlope,
      priorSlope,
      sigmaSlope: sigmoid(state.parameters[count + i]!),
      gradientMu: gradient[i]!,
      gradientRho: gradient[count + i]!,
      muAfter: after.parameters[i]!,
      rhoAfter: after.parameters[count + i]!,
      sigmaAfter: sigmaAfter[i]!,
    };
  });
  return { weights, ...costs, after, draw };
}

/** The state after so many steps. */
export function advanced(state: TrainingState, steps: number): TrainingState {
  let now = state;
  for (let step = 0; step < steps; step++)
    now = optimizerStep(
      oneStepProblem,
      now,
      freeEnergyGradient(oneStepProblem, now.parameters, now.step).gradient,
    );
  return now;
}

/** Inputs of the curves, in the data's units. */
export const curveInputs = Float64Array.from({ length: 81 }, (_, i) => {
  const [low, high] = oneStepProblem.xDomain;
  return low + ((high - low) * i) / 80;
});

/** The function of one draw at those inputs, in the data's units. */
export function curveAt(weights: Float64Array): Float64Array {
  return curveOf(oneStepProblem, weights, curveInputs);
}

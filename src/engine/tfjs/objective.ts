import {
  add,
  dispose,
  div,
  keep,
  log,
  mul,
  neg,
  reshape,
  slice,
  square,
  sum,
  type Tensor,
  tensor,
  tidy,
  tile,
  valueAndGrad,
} from '@tensorflow/tfjs-core';
import { type Estimator, estimators } from '../../estimators/index.ts';
import { type Batch, batchOfStep, type Problem } from '../../experiment/problem.ts';
import { streams } from '../../math/random.ts';
import { LOG_TWO_PI } from '../../math/special.ts';
import { tensorLikelihoods } from './likelihoods.ts';
import { tensorMaps } from './maps.ts';
import { tensorNetwork } from './network.ts';
import { noiseTensor } from './noise.ts';
import { tensorPriors } from './priors.ts';
import { softplus } from './softplus.ts';

/** One step's costs (scalars) and gradient [2P + 1]; the caller owns all three. */
export type Evaluation = {
  readonly complexityCost: Tensor;
  readonly likelihoodCost: Tensor;
  readonly gradient: Tensor;
};

/**
 * The minibatch objective of one step and its gradient by autodiff (Blundell et al. 2015, eq. 2, 8): the same numbers as
 * `freeEnergyGradient` of src/reference on the same noise. parameters: [2P + 1]; priorScale: [P].
 */
export function evaluate(problem: Problem, priorScale: Tensor, parameters: Tensor, step: number): Evaluation {
  const batch = batchOfStep(problem, step);
  let costs: { complexityCost: Tensor; likelihoodCost: Tensor } | null = null;
  const objective = (at: Tensor) => {
    costs = costsOf(problem, batch, priorScale, at, step);
    keep(costs.complexityCost);
    keep(costs.likelihoodCost);
    return add(mul(costs.complexityCost, batch.klFactor), costs.likelihoodCost);
  };
  const { value, grad } = valueAndGrad(objective)(parameters);
  dispose(value);
  const { complexityCost, likelihoodCost } = costs as unknown as {
    complexityCost: Tensor;
    likelihoodCost: Tensor;
  };
  return { complexityCost, likelihoodCost, gradient: grad };
}

function costsOf(problem: Problem, batch: Batch, priorScale: Tensor, parameters: Tensor, step: number) {
  const { experiment, plan } = problem;
  const { samples, estimator, kl } = experiment.inference;
  const count = plan.parameterCount;
  const mu = slice(parameters, [0], [count]);
  const sigma = softplus(slice(parameters, [count], [count]));
  const { drawsWeights }: Estimator = estimators[estimator];
  const epsilon =
    drawsWeights || kl === 'monte-carlo'
      ? noiseTensor(samples, count, experiment.seed, streams.weights, step)
      : null;
  const weights = epsilon && add(mu, mul(sigma, epsilon));
  const prior = tensorPriors[experiment.prior.kind];
  const complexityCost =
    kl === 'monte-carlo' && weights && epsilon
      ? sampledComplexity(prior.logDensity(weights, priorScale, experiment.prior), sigma, epsilon, samples)
      : exactComplexity(problem, mu, sigma, priorScale);
  const rows = batch.rows.length;
  if (rows === 0) return { complexityCost, likelihoodCost: tensor(0) };
  const rowInputs = reshape(rowsOf(problem.inputs, batch, problem.inputCount), [1, rows, problem.inputCount]);
  const inputs = tile(rowInputs, [samples, 1, 1]);
  const maps = tensorMaps[estimator]({ problem, step, rows, mu, sigma, weights, epsilon });
  const outputs = tensorNetwork(plan, experiment.network.activation, maps, inputs);
  const logNoise = reshape(slice(parameters, [2 * count], [1]), []);
  const cost = tensorLikelihoods[experiment.likelihood.kind](
    reshape(outputs, [samples, rows, problem.outputCount]),
    reshape(rowsOf(problem.targets, batch, 1), [rows]),
    logNoise,
  );
  return { complexityCost, likelihoodCost: div(cost, samples) };
}

/** (1/S) Σ_s log q(w_s|θ) − log p(w_s); log q = −Σ log σ − ½ε² − ½ log 2π at w = μ + σε. */
function sampledComplexity(logPrior: Tensor, sigma: Tensor, epsilon: Tensor, samples: number): Tensor {
  const noise = div(sum(mul(add(square(epsilon), LOG_TWO_PI), 0.5)), samples);
  return neg(add(add(sum(log(sigma)), noise), div(logPrior, samples)));
}

function exactComplexity(problem: Problem, mu: Tensor, sigma: Tensor, priorScale: Tensor): Tensor {
  const { prior } = problem.experiment;
  const { divergence } = tensorPriors[prior.kind];
  if (!divergence)
    throw new Error(`invalid inference.kl; the ${prior.kind} prior has no closed form: analytic`);
  return divergence(mu, sigma, priorScale, prior);
}

/** The rows of a batch, [rows, width]. */
function rowsOf(values: Float64Array, { rows }: Batch, width: number): Tensor {
  const chosen = new Float32Array(rows.length * width);
  rows.forEach((row, i) => chosen.set(values.subarray(row * width, (row + 1) * width), i * width));
  return tensor(chosen, [rows.length, width]);
}

/** Costs and gradient as numbers, for the self-test: [d/dμ | d/dρ | d/d log noise]. */
export async function freeEnergyGradientTfjs(problem: Problem, parameters: Float64Array, step: number) {
  const priorScale = tensor(Float32Array.from(problem.priorScale));
  const at = tensor(Float32Array.from(parameters));
  const { complexityCost, likelihoodCost, gradient } = tidy(() => evaluate(problem, priorScale, at, step));
  const [complexity, likelihood, values] = await Promise.all([
    complexityCost.data(),
    likelihoodCost.data(),
    gradient.data(),
  ]);
  dispose([priorScale, at, complexityCost, likelihoodCost, gradient]);
  const result = Float64Array.from(values);
  if (!problem.experiment.likelihood.learn) result[result.length - 1] = 0;
  return { costs: { complexityCost: complexity[0]!, likelihoodCost: likelihood[0]! }, gradient: result };
}

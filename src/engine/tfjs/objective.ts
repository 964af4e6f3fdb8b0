import {
  add,
  dispose,
  div,
  grad,
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
import type { StepCosts } from '../../experiment/engine/engine.ts';
import { implementationOf } from '../../experiment/engine/engineCapabilities.ts';
import { type Batch, batchOfStep, type Problem } from '../../experiment/problem/problem.ts';
import { streams } from '../../math/random.ts';
import { LOG_TWO_PI } from '../../math/special.ts';
import { type Estimator, estimators } from '../../model/estimators/index.ts';
import { tensorLikelihoods } from './likelihoods.ts';
import { tensorMaps } from './maps.ts';
import { tensorNetwork } from './network.ts';
import { noiseTensor } from './noise.ts';
import { type TensorPrior, tensorPriors } from './priors.ts';
import { sharpenedDraws } from './sharpening.ts';
import { softplus } from './softplus.ts';

/** One step's costs as scalars: complexity, likelihood and, where the posterior is sharpened, sharpening. */
type TensorCosts = Tensor[];

/** One step's costs and its gradient, in the order of the parameters. The caller owns all tensors. */
export type Evaluation = { readonly costs: TensorCosts; readonly gradient: Tensor };

/**
 * One step's minibatch objective and its gradient by automatic differentiation (Blundell et al. 2015, eq. 2, 8). Equals
 * freeEnergyGradient of src/reference with the same noise. parameters: [mu | rho | log noise], then the gains of
 * sharpening; priorScale: [P]. Call inside tidy.
 */
export function evaluate(problem: Problem, priorScale: Tensor, parameters: Tensor, step: number): Evaluation {
  const batch = batchOfStep(problem, step);
  const { klWeight } = problem.experiment.inference;
  // Computed outside the objective, because this gradient is treated as a constant.
  const slope = slopeOfDraws(problem, batch, parameters, step);
  let costs: TensorCosts = [];
  const objective = (at: Tensor) => {
    costs = costsOf(problem, batch, priorScale, at, step, slope);
    for (const cost of costs) keep(cost);
    const [complexityCost, likelihoodCost, sharpeningCost] = costs as [Tensor, Tensor, Tensor?];
    const unsharpened = add(mul(complexityCost, batch.klFactor), likelihoodCost);
    return sharpeningCost ? add(unsharpened, mul(sharpeningCost, klWeight)) : unsharpened;
  };
  const { value, grad: gradient } = valueAndGrad(objective)(parameters);
  dispose(value);
  return { costs, gradient };
}

/** The draws of a step. */
interface StepDraws {
  readonly mu: Tensor;
  readonly sigma: Tensor;
  readonly logNoise: Tensor;
  readonly weights: Tensor | null;
  readonly epsilon: Tensor | null;
}

function drawsOf({ experiment, plan }: Problem, parameters: Tensor, step: number): StepDraws {
  const { samples, estimator, kl } = experiment.inference;
  const count = plan.parameterCount;
  const mu = slice(parameters, [0], [count]);
  const sigma = softplus(slice(parameters, [count], [count]));
  const { drawsWeights }: Estimator = estimators[estimator];
  const epsilon =
    drawsWeights || kl === 'monte-carlo'
      ? noiseTensor(samples, count, experiment.seed, streams.weights, step)
      : null;
  return {
    mu,
    sigma,
    logNoise: reshape(slice(parameters, [2 * count], [1]), []),
    weights: epsilon && add(mu, mul(sigma, epsilon)),
    epsilon,
  };
}

/** −log p(batch | w), summed over the draws. */
function likelihoodOf(problem: Problem, batch: Batch, step: number, draws: StepDraws): Tensor {
  const { experiment, plan, inputCount, outputCount } = problem;
  const { samples, estimator } = experiment.inference;
  const rows = batch.rows.length;
  const rowInputs = reshape(rowsOf(problem.inputs, batch, inputCount), [1, rows, inputCount]);
  const maps = implementationOf(tensorMaps, estimator)({ problem, step, rows, ...draws });
  const inputs = tile(rowInputs, [samples, 1, 1]);
  const outputs = tensorNetwork(plan, experiment.network.activation, maps, inputs);
  return implementationOf(tensorLikelihoods, experiment.likelihood.kind)(
    reshape(outputs, [samples, rows, outputCount]),
    reshape(rowsOf(problem.targets, batch, 1), [rows]),
    draws.logNoise,
  );
}

/** The gradient of −log p(batch | w) at each draw, [S, P]; null where no posterior is sharpened. */
function slopeOfDraws(problem: Problem, batch: Batch, parameters: Tensor, step: number): Tensor | null {
  if (problem.sharpening === null || batch.rows.length === 0) return null;
  const draws = drawsOf(problem, parameters, step);
  return grad((weights) => likelihoodOf(problem, batch, step, { ...draws, weights }))(draws.weights!);
}

function costsOf(
  problem: Problem,
  batch: Batch,
  priorScale: Tensor,
  parameters: Tensor,
  step: number,
  slope: Tensor | null,
): TensorCosts {
  const { experiment, sharpening } = problem;
  const { samples, kl } = experiment.inference;
  const draws = drawsOf(problem, parameters, step);
  const { mu, sigma, weights, epsilon } = draws;
  const prior = implementationOf<TensorPrior>(tensorPriors, experiment.prior.kind);
  const complexityCost =
    kl === 'monte-carlo' && weights && epsilon
      ? sampledComplexity(prior.logDensity(weights, priorScale, experiment.prior), sigma, epsilon, samples)
      : exactComplexity(problem, mu, sigma, priorScale);
  if (batch.rows.length === 0)
    return sharpening === null ? [complexityCost, tensor(0)] : [complexityCost, tensor(0), tensor(0)];
  const sharpened = slope && weights ? sharpenedDraws(problem, parameters, step, weights, slope) : null;
  const cost = likelihoodOf(problem, batch, step, sharpened ? { ...draws, ...sharpened } : draws);
  const unsharpened = [complexityCost, div(cost, samples)];
  return sharpened ? [...unsharpened, sharpened.sharpeningCost] : unsharpened;
}

/** (1/S) Σ_s log q(w_s|θ) − log p(w_s); log q = −Σ log σ − ½ε² − ½ log 2π at w = μ + σε. */
function sampledComplexity(logPrior: Tensor, sigma: Tensor, epsilon: Tensor, samples: number): Tensor {
  const noise = div(sum(mul(add(square(epsilon), LOG_TWO_PI), 0.5)), samples);
  return neg(add(add(sum(log(sigma)), noise), div(logPrior, samples)));
}

function exactComplexity(problem: Problem, mu: Tensor, sigma: Tensor, priorScale: Tensor): Tensor {
  const { prior } = problem.experiment;
  const { divergence } = implementationOf<TensorPrior>(tensorPriors, prior.kind);
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

/** Reads the costs back as numbers and disposes of the tensors. */
export async function downloadCosts(costs: TensorCosts): Promise<StepCosts> {
  const values = await Promise.all(costs.map(async (cost) => (await cost.data())[0]!));
  dispose(costs);
  const [complexityCost, likelihoodCost, sharpeningCost] = values as [number, number, number?];
  const unsharpened = { complexityCost, likelihoodCost };
  return sharpeningCost === undefined ? unsharpened : { ...unsharpened, sharpeningCost };
}

/** Costs and gradient as numbers, for the self-test: [d/dμ | d/dρ | d/d log noise | d/d gains]. */
export async function freeEnergyGradientTfjs(problem: Problem, parameters: Float64Array, step: number) {
  const priorScale = tensor(Float32Array.from(problem.priorScale));
  const at = tensor(Float32Array.from(parameters));
  const { costs, gradient } = tidy(() => evaluate(problem, priorScale, at, step));
  const result = Float64Array.from(await gradient.data());
  dispose([priorScale, at, gradient]);
  if (!problem.experiment.likelihood.learn) result[2 * problem.plan.parameterCount] = 0;
  return { costs: await downloadCosts(costs), gradient: result };
}

import { methods } from '../../model/methods/index.ts';
import { priors } from '../../model/priors/index.ts';
import type { Engine } from '../engine/engine.ts';
import { posteriorOf } from '../engine/state.ts';
import { likelihoodCostOf, logPosteriorCosts, sharpenedFreeEnergy } from '../pictures/observeCosts.ts';
import { observePosterior } from '../pictures/observeWeights.ts';
import type { FreeEnergy } from '../pictures/snapshot.ts';
import type { Problem } from '../problem/problem.ts';

/** F with its Monte Carlo error. */
export interface FreeEnergyEstimate extends FreeEnergy {
  /** Number of draws of the weights. */
  readonly draws: number;
  /**
   * Standard error of `total` in nats. Absent with fewer than MIN_FITTED draws, and for methods without a q, whose draws
   * repeat or depend on one another.
   */
  readonly standardError?: number;
}

/** Draws before the standard error is measured for the first time. */
export const MIN_DRAWS = 1000;
/** Maximum number of draws. */
export const MAX_DRAWS = 200_000;
/** Maximum number of draws × rows × weights beyond the first MIN_DRAWS draws: seconds in WebAssembly. */
const MAX_PRODUCTS = 1e10;
/** Largest number of outputs or weights that are held at once. */
const MAX_VALUES = 2e6;
/** The least number of draws from which the coefficient of the control variate is fitted. */
const MIN_FITTED = 30;

/** Largest standard error of F that an estimate may keep, in nats: 0.02 below |F| = 100, in proportion above. */
export function freeEnergyTolerance(total: number): number {
  return 0.02 * Math.max(1, Math.abs(total) / 100);
}

/**
 * F of the whole data set in nats and the data's own units; of methods without a q, the two halves of the log posterior.
 * draws: number of draws of the weights; `adaptive`: from 1,000 to 200,000, until the standard error is within
 * freeEnergyTolerance.
 */
export async function estimateFreeEnergy(
  problem: Problem,
  engine: Engine,
  draws: number | 'adaptive',
): Promise<FreeEnergyEstimate> {
  const first = draws === 'adaptive' ? MIN_DRAWS : draws;
  if (methods[problem.experiment.inference.method].cost !== 'free-energy')
    return await averageCosts(problem, engine, first);
  if (problem.sharpening !== null && engine.stepCosts) return await sharpenedEstimate(problem, engine, first);
  const estimate = await createEstimate(problem, engine);
  await estimate.add(first);
  if (draws === 'adaptive') {
    const most = maxDraws(problem);
    for (let now = estimate.result(); now.draws < most; now = estimate.result()) {
      const ratio = (now.standardError ?? 0) / freeEnergyTolerance(now.total);
      if (!(ratio > 1)) break;
      // 5 % more than the measured variance asks for, so that its own error seldom costs another round.
      await estimate.add(Math.min(most, Math.ceil(1.05 * now.draws * ratio ** 2)) - now.draws);
    }
  }
  return estimate.result();
}

function maxDraws({ n, plan }: Problem): number {
  const affordable = Math.floor(MAX_PRODUCTS / Math.max(1, n * plan.parameterCount));
  return Math.max(MIN_DRAWS, Math.min(MAX_DRAWS, affordable));
}

/** Estimate of F that can be extended by further draws. */
interface Estimate {
  readonly add: (draws: number) => Promise<void>;
  readonly result: () => FreeEnergyEstimate;
}

/**
 * F = KL + E_q[−log p(D | w)] from draws of w. Where the KL has a closed form, log q(w) − log p(w) − KL has mean 0 and is a
 * control variate of −log p(D | w): for q near the posterior the two nearly cancel. Otherwise the KL is the mean of
 * log q(w) − log p(w) over the same draws (Blundell et al. 2015, eq. 2).
 */
async function createEstimate(problem: Problem, engine: Engine): Promise<Estimate> {
  const { n, outputCount, plan, inputs, experiment } = problem;
  const { parameters } = await engine.state();
  const posterior = posteriorOf(problem, parameters);
  const logRatio = logRatioOf(problem, posterior);
  const known = priors[experiment.prior.kind].divergence
    ? (await observePosterior(problem, posterior, 1, async () => {})).kl!.reduce((sum, kl) => sum + kl, 0)
    : null;
  const logNoise = Float64Array.of(posterior.logNoise);
  const size = n * outputCount;
  const chunk = Math.max(1, Math.floor(MAX_VALUES / Math.max(1, size, plan.parameterCount)));
  const likelihoodCosts: number[] = [];
  const ratios: number[] = [];
  const add = async (draws: number) => {
    for (const end = ratios.length + draws; ratios.length < end; ) {
      const [first, count] = [ratios.length, Math.min(chunk, end - ratios.length)];
      const outputs = await engine.outputs(inputs, first, count);
      const { weights } = await engine.draws(first, count);
      for (let draw = 0; draw < count; draw++) {
        const ofDraw = outputs.subarray(draw * size, (draw + 1) * size);
        likelihoodCosts.push(likelihoodCostOf(problem, ofDraw, logNoise));
        ratios.push(logRatio(weights, draw * plan.parameterCount));
      }
    }
  };
  return { add, result: () => combine(likelihoodCosts, ratios, known) };
}

/** log q(w) − log p(w) of the weights [draws, P] from an index on. */
function logRatioOf(
  { plan, priorScale, experiment: { prior } }: Problem,
  { mu, sigma }: { readonly mu: Float64Array; readonly sigma: Float64Array },
): (weights: Float64Array, from: number) => number {
  const { logDensity } = priors[prior.kind];
  let constant = -0.5 * plan.parameterCount * Math.log(2 * Math.PI);
  for (let i = 0; i < mu.length; i++) constant += Math.log(priorScale[i]!) - Math.log(sigma[i]!);
  return (weights, from) => {
    let sum = constant;
    for (let i = 0; i < mu.length; i++) {
      const w = weights[from + i]!;
      sum -= 0.5 * ((w - mu[i]!) / sigma[i]!) ** 2 + logDensity(w / priorScale[i]!, prior);
    }
    return sum;
  };
}

/** known: the KL in closed form; null: it is the mean of the ratios. */
function combine(
  likelihoodCosts: readonly number[],
  ratios: readonly number[],
  known: number | null,
): FreeEnergyEstimate {
  const draws = ratios.length;
  const [costMean, ratioMean] = [meanOf(likelihoodCosts), meanOf(ratios)];
  const product = (a: readonly number[], aMean: number, b: readonly number[], bMean: number) =>
    a.reduce((sum, value, i) => sum + (value - aMean) * (b[i]! - bMean), 0) / (draws - 1);
  const isFitted = draws >= MIN_FITTED;
  const costVariance = isFitted ? product(likelihoodCosts, costMean, likelihoodCosts, costMean) : 0;
  const ratioVariance = isFitted ? product(ratios, ratioMean, ratios, ratioMean) : 0;
  const covariance = isFitted ? product(likelihoodCosts, costMean, ratios, ratioMean) : 0;
  const slope = known === null ? 1 : ratioVariance > 0 ? -covariance / ratioVariance : 0;
  const complexityCost = known ?? ratioMean;
  const likelihoodCost = costMean + (known === null ? 0 : slope * (ratioMean - known));
  const variance = Math.max(0, costVariance + slope * (2 * covariance + slope * ratioVariance));
  return {
    total: complexityCost + likelihoodCost,
    complexityCost,
    likelihoodCost,
    draws,
    ...(isFitted && { standardError: Math.sqrt(variance / draws) }),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** F of a sharpened posterior; its standard error is that of the mean over epochs. */
async function sharpenedEstimate(
  problem: Problem,
  engine: Engine,
  draws: number,
): Promise<FreeEnergyEstimate> {
  const { parameters } = await engine.state();
  const { kl } = await observePosterior(problem, posteriorOf(problem, parameters), draws, async () => {});
  const steps: number[] = [];
  const measured = async (step: number) => {
    const costs = await engine.stepCosts!(step);
    steps.push(costs.likelihoodCost + (costs.sharpeningCost ?? 0));
    return costs;
  };
  const cost = await sharpenedFreeEnergy(problem, measured, draws, kl!, async () => {});
  const epochs = Array.from({ length: steps.length / problem.batches }, (_, epoch) =>
    steps
      .slice(epoch * problem.batches, (epoch + 1) * problem.batches)
      .reduce((sum, value) => sum + value, 0),
  );
  const mean = meanOf(epochs);
  const variance = epochs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (epochs.length - 1);
  const isFitted = epochs.length >= MIN_FITTED;
  return { ...cost, draws, ...(isFitted && { standardError: Math.sqrt(variance / epochs.length) }) };
}

/** Means over draws of the two halves of the log posterior, for methods without a q. */
async function averageCosts(problem: Problem, engine: Engine, draws: number): Promise<FreeEnergyEstimate> {
  const chunk = Math.max(
    1,
    Math.min(draws, Math.floor(MAX_VALUES / Math.max(1, problem.n * problem.outputCount))),
  );
  const sum = { total: 0, complexityCost: 0, likelihoodCost: 0 };
  for (let first = 0; first < draws; first += chunk) {
    const count = Math.min(chunk, draws - first);
    const outputs = await engine.outputs(problem.inputs, first, count);
    const { weights, logNoise } = await engine.draws(first, count);
    const part = logPosteriorCosts(problem, outputs, logNoise, weights);
    for (const term of ['total', 'complexityCost', 'likelihoodCost'] as const)
      sum[term] += (part[term] * count) / draws;
  }
  return { ...sum, draws };
}

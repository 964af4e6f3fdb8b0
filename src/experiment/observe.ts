import { gaussianCost, summarizeGaussian } from '../likelihoods/index.ts';
import { createRandom, fillNormal, streams } from '../math/random.ts';
import { LOG_TWO_PI, softplus } from '../math/special.ts';
import { activations, keptWeights, multiplyAdds, networkOutputs } from '../networks/index.ts';
import { priors } from '../priors/index.ts';
import type { Engine, TrainingState } from './engine.ts';
import type { Problem } from './problem.ts';
import type { FreeEnergy, ParameterBlock, Predictive, Snapshot, WeightSummary } from './snapshot.ts';

/** Inputs at which the predictive distribution is drawn. */
const GRID_SIZE = 101;
/** Functions shown as single curves. */
const SHOWN_DRAWS = 24;
/** Draws behind the costs of a snapshot. */
const COST_DRAWS = 32;
/** Multiply-adds between two chances for messages to be read. */
const CHUNK = 4e6;

/** Gives waiting messages their turn. */
export type Yield = () => Promise<void>;

/**
 * A picture of the run from frozen parameters: nothing in it is averaged over training. Every draw keeps its own noise
 * from snapshot to snapshot, so curves move because q moves. At step 0 the predictive is that of the prior.
 */
export async function observe(
  problem: Problem,
  engine: Engine,
  yieldToMessages: Yield,
): Promise<Omit<Snapshot, 'stepsPerSecond'>> {
  const state = await engine.state();
  const noiseSigma = Math.exp(state.parameters[2 * problem.plan.parameterCount]!);
  const x = gridOf(problem);
  const grid = x.map((value) => (value - problem.xScaler.mean) / problem.xScaler.scale);
  const weights = await summarizeWeights(problem, state, yieldToMessages);
  const { samples, pruned } = problem.experiment.prediction;
  const draw: Draw = async (inputs, draws, kept) =>
    inputs.length === 0 ? inputs : drawOutputs(problem, engine, inputs, draws, kept, yieldToMessages);
  const kept = pruned > 0 ? keptWeights(weights.mu, weights.sigma, pruned) : undefined;
  const outputs = state.step === 0 ? priorOutputs(problem, grid) : await draw(grid, samples, kept);
  const costOutputs = await draw(problem.inputs, Math.min(COST_DRAWS, samples));
  return {
    step: state.step,
    freeEnergy: freeEnergyOf(problem, costOutputs, noiseSigma, weights),
    predictive: predictiveOf(problem, x, outputs, noiseSigma),
    weights,
    noiseSigma: noiseSigma * problem.yScaler.scale,
    backend: engine.backend,
  };
}

function gridOf({ xDomain: [low, high] }: Problem): Float64Array {
  return Float64Array.from({ length: GRID_SIZE }, (_, i) => low + ((high - low) * i) / (GRID_SIZE - 1));
}

/** Outputs [draws, inputs] under draws of q; `kept` as in Engine.outputs. */
type Draw = (inputs: Float64Array, draws: number, kept?: Uint8Array) => Promise<Float64Array>;

/** Outputs [draws, inputs] in chunks small enough for messages to be read in time. */
async function drawOutputs(
  problem: Problem,
  engine: Engine,
  inputs: Float64Array,
  draws: number,
  kept: Uint8Array | undefined,
  yieldToMessages: Yield,
): Promise<Float64Array> {
  const work = Math.max(1, inputs.length * multiplyAdds(problem.plan));
  const chunk = Math.max(1, Math.min(draws, Math.floor(CHUNK / work)));
  const outputs = new Float64Array(draws * inputs.length);
  for (let first = 0; first < draws; first += chunk) {
    if (first > 0) await yieldToMessages();
    const part = await engine.outputs(inputs, first, Math.min(chunk, draws - first), kept);
    outputs.set(part, first * inputs.length);
  }
  return outputs;
}

/** Outputs [S′, inputs] under draws of the prior: what the network believes before it has seen data. */
function priorOutputs(problem: Problem, inputs: Float64Array): Float64Array {
  const { prior, network, prediction, seed } = problem.experiment;
  const random = createRandom(seed, streams.priorPredictive);
  const outputs = new Float64Array(prediction.samples * inputs.length);
  for (let draw = 0; draw < prediction.samples; draw++) {
    const weights = problem.priorScale.map((scale) => scale * priors[prior.kind].draw(random, prior));
    outputs.set(
      networkOutputs(problem.plan, activations[network.activation], weights, inputs),
      draw * inputs.length,
    );
  }
  return outputs;
}

/** outputs: [S′, GRID_SIZE], standardised. */
function predictiveOf(
  problem: Problem,
  x: Float64Array,
  outputs: Float64Array,
  noiseSigma: number,
): Predictive {
  const { mean, scale } = problem.yScaler;
  const { interval, samples } = problem.experiment.prediction;
  const column = () => new Float64Array(GRID_SIZE);
  const drawCount = Math.min(SHOWN_DRAWS, samples);
  const predictive = {
    x,
    mean: column(),
    epistemicSigma: column(),
    aleatoricSigma: column(),
    epistemicLower: column(),
    epistemicUpper: column(),
    lower: column(),
    upper: column(),
    drawCount,
    draws: outputs.slice(0, drawCount * GRID_SIZE).map((f) => mean + scale * f),
  };
  const atInput = new Float64Array(samples);
  let summary: ReturnType<typeof summarizeGaussian> | undefined;
  for (let i = 0; i < GRID_SIZE; i++) {
    for (let draw = 0; draw < samples; draw++) atInput[draw] = outputs[draw * GRID_SIZE + i]!;
    summary = summarizeGaussian(atInput, noiseSigma, interval, summary);
    predictive.epistemicSigma[i] = scale * summary.epistemicSigma;
    predictive.aleatoricSigma[i] = scale * summary.aleatoricSigma;
    for (const key of ['mean', 'epistemicLower', 'epistemicUpper', 'lower', 'upper'] as const)
      predictive[key][i] = mean + scale * summary[key];
  }
  return predictive;
}

/**
 * F for the whole data set in the data's own units: the density of y = mean + scale·z is that of z divided by scale.
 * outputs: [draws, n], standardised.
 */
function freeEnergyOf(
  problem: Problem,
  outputs: Float64Array,
  noiseSigma: number,
  weights: WeightSummary,
): FreeEnergy {
  const draws = Math.min(COST_DRAWS, problem.experiment.prediction.samples);
  let likelihoodCost = problem.n * Math.log(problem.yScaler.scale);
  for (let draw = 0; draw < draws; draw++)
    for (let row = 0; row < problem.n; row++)
      likelihoodCost +=
        gaussianCost(problem.targets[row]!, outputs[draw * problem.n + row]!, noiseSigma) / draws;
  const complexityCost = weights.kl.reduce((sum, kl) => sum + kl, 0);
  return { total: complexityCost + likelihoodCost, complexityCost, likelihoodCost };
}

async function summarizeWeights(
  problem: Problem,
  state: TrainingState,
  yieldToMessages: Yield,
): Promise<WeightSummary> {
  const count = problem.plan.parameterCount;
  const mu = state.parameters.slice(0, count);
  const sigma = state.parameters.subarray(count, 2 * count).map(softplus);
  const { prior } = problem.experiment;
  const { divergence } = priors[prior.kind];
  const kl = divergence
    ? mu.map((mean, i) => {
        const scale = problem.priorScale[i]!;
        return divergence(mean / scale, sigma[i]! / scale, prior).kl;
      })
    : await sampledDivergence(problem, mu, sigma, yieldToMessages);
  return { mu, sigma, priorScale: problem.priorScale.slice(), kl, layers: parameterBlocks(problem) };
}

/** KL[q(w_i) ‖ p(w_i)] by Monte Carlo, for priors without a closed form (Blundell et al. 2015, eq. 2). */
async function sampledDivergence(
  problem: Problem,
  mu: Float64Array,
  sigma: Float64Array,
  yieldToMessages: Yield,
): Promise<Float64Array> {
  const { prior, seed } = problem.experiment;
  const { logDensity } = priors[prior.kind];
  const kl = sigma.map((value) => -Math.log(value) - 0.5 * (1 + LOG_TWO_PI));
  const epsilon = new Float64Array(mu.length);
  for (let draw = 0; draw < COST_DRAWS; draw++) {
    if (draw > 0 && mu.length > 20_000) await yieldToMessages();
    fillNormal(epsilon, seed, streams.evaluation, 0, draw);
    for (let i = 0; i < mu.length; i++) {
      const scale = problem.priorScale[i]!;
      const w = mu[i]! + sigma[i]! * epsilon[i]!;
      kl[i]! -= (logDensity(w / scale, prior) - Math.log(scale)) / COST_DRAWS;
    }
  }
  return kl;
}

function parameterBlocks(problem: Problem): ParameterBlock[] {
  return problem.plan.layers.flatMap(({ name, fanIn, fanOut, kernelOffset, biasOffset }) => [
    { name: `${name}/kernel`, offset: kernelOffset, shape: [fanIn, fanOut] },
    { name: `${name}/bias`, offset: biasOffset, shape: [fanOut] },
  ]);
}

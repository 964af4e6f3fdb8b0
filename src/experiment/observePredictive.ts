import { likelihoods, type RegressionLikelihood, summarizeMixture } from '../likelihoods/index.ts';
import { createRandom, streams } from '../math/random.ts';
import { activations, networkOutputs } from '../networks/index.ts';
import { priors } from '../priors/index.ts';
import type { Problem } from './problem.ts';
import type { Predictive } from './snapshot.ts';

/** Inputs at which the predictive distribution is drawn. */
const GRID_SIZE = 101;
/** Functions shown as single curves. */
const SHOWN_DRAWS = 24;

function regressionLikelihood({ experiment }: Problem): RegressionLikelihood | null {
  const likelihood = likelihoods[experiment.likelihood.kind];
  return likelihood.task === 'regression' ? likelihood : null;
}

/** The plotted inputs in the data's units; null where there is no one axis of inputs, or no number to predict. */
export function predictiveGrid(problem: Problem): Float64Array | null {
  if (problem.inputCount !== 1 || !regressionLikelihood(problem)) return null;
  const [low, high] = problem.xDomain;
  return Float64Array.from({ length: GRID_SIZE }, (_, i) => low + ((high - low) * i) / (GRID_SIZE - 1));
}

/** Outputs [S′, inputs, outputCount] under draws of the prior: what the network believes before it has seen data. */
export function priorOutputs(problem: Problem, inputs: Float64Array): Float64Array {
  const { prior, network, prediction, seed } = problem.experiment;
  const random = createRandom(seed, streams.priorPredictive);
  const size = (inputs.length / problem.inputCount) * problem.outputCount;
  const outputs = new Float64Array(prediction.samples * size);
  for (let draw = 0; draw < prediction.samples; draw++) {
    const weights = problem.priorScale.map((scale) => scale * priors[prior.kind].draw(random, prior));
    outputs.set(networkOutputs(problem.plan, activations[network.activation], weights, inputs), draw * size);
  }
  return outputs;
}

/** p(y | x, D) along the grid x. outputs: [S′, x.length, outputCount], standardised; logNoise: [S′]. */
export function observePredictive(
  problem: Problem,
  x: Float64Array,
  outputs: Float64Array,
  logNoise: Float64Array,
): Predictive {
  const { outputCount } = problem;
  const { mean, scale } = problem.yScaler;
  const { interval, samples } = problem.experiment.prediction;
  const { sigma } = regressionLikelihood(problem)!;
  const column = () => new Float64Array(x.length);
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
    draws: new Float64Array(drawCount * x.length),
  };
  const means = new Float64Array(samples);
  const sigmas = new Float64Array(samples);
  let summary: ReturnType<typeof summarizeMixture> | undefined;
  for (let i = 0; i < x.length; i++) {
    for (let draw = 0; draw < samples; draw++) {
      const at = (draw * x.length + i) * outputCount;
      means[draw] = outputs[at]!;
      sigmas[draw] = sigma(outputs, at, logNoise[draw]!);
      if (draw < drawCount) predictive.draws[draw * x.length + i] = mean + scale * outputs[at]!;
    }
    summary = summarizeMixture(means, sigmas, interval, summary);
    predictive.epistemicSigma[i] = scale * summary.epistemicSigma;
    predictive.aleatoricSigma[i] = scale * summary.aleatoricSigma;
    for (const key of ['mean', 'epistemicLower', 'epistemicUpper', 'lower', 'upper'] as const)
      predictive[key][i] = mean + scale * summary[key];
  }
  return predictive;
}

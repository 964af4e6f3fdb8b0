import {
  add,
  dispose,
  mul,
  reshape,
  slice,
  stack,
  sum,
  type Tensor,
  tensor,
  tidy,
  tile,
} from '@tensorflow/tfjs-core';
import { type EngineFactory, NonFiniteStep, type TrainingState } from '../../experiment/engine/engine.ts';
import { drawPosterior } from '../../experiment/engine/state.ts';
import type { Problem } from '../../experiment/problem/problem.ts';
import { streams } from '../../math/random.ts';
import type { NetworkPlan } from '../../model/networks/index.ts';
import { sampledMaps } from './maps.ts';
import { tensorNetwork } from './network.ts';
import { noiseTensor } from './noise.ts';
import { downloadCosts, evaluate } from './objective.ts';
import { boundsOf, optimizerStep, type Vectors } from './optimizer.ts';
import { softplus } from './softplus.ts';

/** Limit on the elements of a tensor of activations in a prediction; well within the texture limits of WebGL 2. */
const MAX_ACTIVATION = 2 ** 21;

const upload = (values: Float64Array): Tensor => tensor(Float32Array.from(values));

async function download(values: Tensor): Promise<Float64Array> {
  return Float64Array.from(await values.data());
}

/** Bayes by Backprop in stock TensorFlow.js operations, batched over [S, P] weights. Call prepareTfjs first. */
export const createTfjsEngine: EngineFactory = (problem, initial) => {
  const priorScale = upload(problem.priorScale);
  const bounds = boundsOf(problem);
  let step = initial.step;
  let vectors: Vectors = {
    parameters: upload(initial.parameters),
    firstMoment: upload(initial.firstMoment),
    secondMoment: upload(initial.secondMoment),
  };

  /** One step. costs: [complexity cost, likelihood cost, sum of the parameters]. The caller owns all tensors. */
  const takeStep = (before: Vectors): { after: Vectors; costs: Tensor } =>
    tidy(() => {
      const evaluation = evaluate(problem, priorScale, before.parameters, step);
      const { gradient } = evaluation;
      const [complexityCost, likelihoodCost] = evaluation.costs as [Tensor, Tensor];
      const after = optimizerStep(problem, before, gradient, bounds, step + 1);
      const costs = stack([complexityCost, likelihoodCost, sum(after.parameters)]);
      dispose(evaluation.costs);
      return { after: { ...after }, costs };
    });

  const train = async (steps: number, milliseconds: number): Promise<number> => {
    const end = Date.now() + milliseconds;
    const start = { step, vectors };
    let costs: Tensor | null = null;
    let taken = 0;
    do {
      const before = vectors;
      const result = takeStep(before);
      if (before !== start.vectors) disposeVectors(before);
      if (costs) dispose(costs);
      vectors = result.after;
      costs = result.costs;
      step++;
      taken++;
    } while (taken < steps && Date.now() < end);
    const [complexity, likelihood, checksum] = await costs.data();
    dispose(costs);
    if (Number.isFinite(complexity) && Number.isFinite(likelihood) && Number.isFinite(checksum)) {
      disposeVectors(start.vectors);
      return taken;
    }
    disposeVectors(vectors);
    const failedAt = step - 1;
    ({ step, vectors } = start);
    throw new NonFiniteStep(failedAt, Number.isFinite(complexity) ? 'likelihoodCost' : 'complexityCost');
  };

  return {
    backend: 'tfjs-webgl',
    train,
    outputs: (inputs, firstDraw, draws, kept) =>
      predict(problem, vectors.parameters, inputs, firstDraw, draws, kept),
    draws: async (firstDraw, draws) =>
      drawPosterior(problem, await download(vectors.parameters), firstDraw, draws),
    state: async (): Promise<TrainingState> => {
      const [parameters, firstMoment, secondMoment] = await Promise.all([
        download(vectors.parameters),
        download(vectors.firstMoment),
        download(vectors.secondMoment),
      ]);
      return { step, parameters, firstMoment, secondMoment };
    },
    stepCosts: async (at) => {
      const { parameters } = vectors;
      return downloadCosts(tidy(() => evaluate(problem, priorScale, parameters, at).costs));
    },
    dispose: () => {
      disposeVectors(vectors);
      dispose([priorScale, bounds.lower, bounds.upper, bounds.learns]);
    },
  };
};

function disposeVectors({ parameters, firstMoment, secondMoment }: Vectors): void {
  dispose([parameters, firstMoment, secondMoment]);
}

/** Largest number of activations that one row of the data has between two operations. */
function widestActivation({ ops, layers }: NetworkPlan): number {
  return ops.reduce((most, op) => {
    const repeats = op.kind === 'convolution' ? op.height * op.width : 1;
    const maps = op.kind === 'recurrent' ? op.maps : [op.map];
    return Math.max(most, ...maps.map((map) => repeats * Math.max(layers[map]!.fanIn, layers[map]!.fanOut)));
  }, 0);
}

/** Outputs [draws, n, outputCount] under draws of q, in chunks of draws that limit the size of textures. */
async function predict(
  problem: Problem,
  parameters: Tensor,
  inputs: Float64Array,
  firstDraw: number,
  draws: number,
  kept: Uint8Array | undefined,
): Promise<Float64Array> {
  const { plan, experiment, inputCount, outputCount } = problem;
  const rows = inputs.length / inputCount;
  const count = plan.parameterCount;
  const widest = widestActivation(plan);
  const perChunk = Math.max(1, Math.floor(MAX_ACTIVATION / Math.max(rows * widest, count)));
  const outputs = new Float64Array(draws * rows * outputCount);
  for (let first = 0; first < draws; first += perChunk) {
    const size = Math.min(perChunk, draws - first);
    const part = tidy(() => {
      const epsilon = noiseTensor(size, count, experiment.seed, streams.prediction, 0, firstDraw + first);
      const sigma = softplus(slice(parameters, [count], [count]));
      const drawn = add(slice(parameters, [0], [count]), mul(sigma, epsilon));
      const weights = kept ? mul(drawn, tensor(Float32Array.from(kept))) : drawn;
      const tiled = tile(reshape(upload(inputs), [1, rows, inputCount]), [size, 1, 1]);
      return tensorNetwork(plan, experiment.network.activation, sampledMaps(plan, weights), tiled);
    });
    outputs.set(await download(part), first * rows * outputCount);
    dispose(part);
  }
  return outputs;
}

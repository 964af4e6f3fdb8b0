import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { initialState } from '../../../src/experiment/engine/state.ts';
import { prepareProblem } from '../../../src/experiment/pictures/prepareProblem.ts';
import { fillNormal, streams } from '../../../src/math/random.ts';
import { freeEnergyGradient } from '../../../src/reference/index.ts';
import { largestError } from '../../engine/agreement.ts';
import { type Case, cases, curveFit } from '../cases.ts';
import { type StockBackend, startStockBackend } from './backends.ts';
import type { BaselineFactory } from './baseline.ts';
import { createBatched } from './batched.ts';
import { createNaive } from './naive.ts';
import type { NoiseSource } from './noise.ts';

const STEP = 3;

/** The project's own noise of one step, cut into the pieces that a baseline asks for. */
function projectNoise({ experiment }: Case): NoiseSource {
  const { samples } = experiment.inference;
  const piece = (shape: number[], stream: number, offset: number, sample: number | 'all') => {
    const size = tf.util.sizeFromShape(shape);
    const each = sample === 'all' ? size / samples : size;
    const values = new Float32Array(size);
    for (let row = 0; row * each < size; row++) {
      const upTo = new Float32Array(offset + each);
      fillNormal(upTo, experiment.seed, stream, STEP, sample === 'all' ? row : sample);
      values.set(upTo.subarray(offset), row * each);
    }
    return tf.tensor(values, shape);
  };
  return {
    weights: (shape, offset, sample) => piece(shape, streams.weights, offset, sample),
    activations: (shape, layer, sample) => piece(shape, streams.activations + layer, 0, sample),
  };
}

interface Compared {
  readonly name: string;
  readonly create: BaselineFactory;
  readonly backend: StockBackend;
}

const baselines: readonly Compared[] = [
  { name: 'naive', create: createNaive, backend: 'webgl' },
  { name: 'batched', create: createBatched, backend: 'webgl' },
  { name: 'batched', create: createBatched, backend: 'wasm' },
  { name: 'batched', create: createBatched, backend: 'cpu' },
];
/** What the textbook alone is held to: its convolutions do not train on wasm, whose filter gradient is missing. */
const others = cases.filter(({ id }) => id === 'convolutional' || id === 'recurrent');
const compared = [
  curveFit([8, 8], 3, 16),
  ...cases.filter(({ id }) => id === 'playground' || id === 'classes'),
];

describe.each(baselines)('the $name baseline on $backend', ({ create, backend }) => {
  beforeAll(() => startStockBackend(backend));

  const held = create === createNaive ? [...compared, ...others] : compared;

  it.each(held)('has the free energy and the gradient of the reference: $label', async (chosen) => {
    const problem = prepareProblem(chosen.experiment);
    const { parameters } = initialState(problem);
    const baseline = create(problem, parameters, projectNoise(chosen));
    const { value, grads } = tf.variableGrads(baseline.freeEnergy, [...baseline.variables]);
    const found = await Promise.all(baseline.variables.map(({ name }) => grads[name]!.data()));
    const energy = (await value.data())[0]!;
    baseline.dispose();

    const { costs, gradient } = freeEnergyGradient(problem, parameters, STEP);
    const total = costs.complexityCost + costs.likelihoodCost;
    expect(Math.abs(energy / total - 1)).toBeLessThan(1e-4);
    const learns = problem.experiment.likelihood.learn;
    const overlay = learns ? gradient : gradient.subarray(0, 2 * problem.plan.parameterCount);
    const flat = Float64Array.from(found.flatMap((part) => [...part]));
    expect(largestError(overlay, flat)).toBeLessThan(1e-3);
  });

  it('takes the step of Adam that the reference’s gradient asks for', async () => {
    const chosen = compared[0]!;
    const problem = prepareProblem(chosen.experiment);
    const { parameters } = initialState(problem);
    const baseline = create(problem, parameters, projectNoise(chosen));
    baseline.step();
    const after = await Promise.all(baseline.variables.map((variable) => variable.data()));
    baseline.dispose();
    const { gradient } = freeEnergyGradient(problem, parameters, STEP);
    const { learningRate } = problem.experiment.inference.optimizer;
    const moved = after.flatMap((part) => [...part]).map((value, i) => value - parameters[i]!);
    // The first step is the learning rate against the sign of the gradient.
    const wrong = moved.filter(
      (change, i) => Math.abs(change + learningRate * Math.sign(gradient[i]!)) > 1e-5,
    );
    expect(moved.length).toBe(2 * problem.plan.parameterCount);
    expect(wrong).toEqual([]);
  });

  it('leaves no tensor behind', () => {
    const problem = prepareProblem(compared[0]!.experiment);
    const before = tf.memory().numTensors;
    const baseline = create(problem, initialState(problem).parameters, projectNoise(compared[0]!));
    baseline.step();
    const running = tf.memory().numTensors;
    baseline.step();
    expect(tf.memory().numTensors).toBe(running);
    baseline.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});

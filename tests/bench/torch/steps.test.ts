import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { initialState } from '../../../src/experiment/engine/state.ts';
import { prepareProblem } from '../../../src/experiment/pictures/prepareProblem.ts';
import { fillNormal, streams } from '../../../src/math/random.ts';
import { freeEnergyGradient } from '../../../src/reference/index.ts';
import { largestError } from '../../engine/agreement.ts';
import { pythonWithTorch } from '../../export/pythonRunner.ts';
import { type Case, cases, curveFit } from '../cases.ts';
import { startTorch, type Torch, type TorchStyle, torchProblem } from './process.ts';

// Importing torch takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const STEP = 3;
const python = pythonWithTorch();
const styles: readonly TorchStyle[] = ['batched', 'loop'];
const compared = [
  curveFit([8, 8], 3, 16),
  ...cases.filter(({ id }) => id === 'playground' || id === 'classes'),
];

/** This project's noise of one step: [S][P], and [S][n · fanOut] for a layer. */
function projectNoise({ experiment }: Case) {
  const { plan, n } = prepareProblem(experiment);
  const rows = (size: number, stream: number) =>
    Array.from({ length: experiment.inference.samples }, (_, sample) => {
      const row = new Float64Array(size);
      fillNormal(row, experiment.seed, stream, STEP, sample);
      return Array.from(row);
    });
  return {
    weights: rows(plan.parameterCount, streams.weights),
    activations: plan.layers.map(({ fanOut }, layer) => rows(n * fanOut, streams.activations + layer)),
  };
}

describe.skipIf(!python)('PyTorch of the benchmark (needs python3-torch)', () => {
  let torch: Torch;
  beforeAll(() => {
    torch = startTorch(python!);
  });
  afterAll(() => torch.close());

  it.each(styles.flatMap((style) => compared.map((chosen) => ({ style, chosen, label: chosen.label }))))(
    'has the free energy and the gradient of the reference: $style, $label',
    async ({ style, chosen }) => {
      const answer = await torch.ask({
        gradient: projectNoise(chosen),
        prepared: torchProblem(chosen.experiment, style),
      });
      const problem = prepareProblem(chosen.experiment);
      const { costs, gradient } = freeEnergyGradient(problem, initialState(problem).parameters, STEP);
      const total = costs.complexityCost + costs.likelihoodCost;
      expect(Math.abs(Number(answer.freeEnergy) / total - 1)).toBeLessThan(1e-4);
      const learns = problem.experiment.likelihood.learn;
      const truth = learns ? gradient : gradient.subarray(0, 2 * problem.plan.parameterCount);
      expect(largestError(truth, Float64Array.from(answer.gradient as number[]))).toBeLessThan(1e-3);
    },
  );
});

import type { DrawnWeights, Engine, EngineFactory, TrainingState } from '../experiment/engine/engine.ts';
import { activations, networkOutputs } from '../model/networks/index.ts';
import { createDiagnosis } from './chainDiagnostics.ts';
import { freeEnergyGradient } from './freeEnergy.ts';
import { methodSteps } from './methods/index.ts';

/** Numbers drawn at a time for a prediction. */
const CHUNK = 2 ** 18;

/** Every method in plain float64 TypeScript. The other engines are tested against it. */
export const createReferenceEngine: EngineFactory = (problem, initial): Engine => {
  const method = methodSteps[problem.experiment.inference.method];
  let state = initial;
  let seen: TrainingState | null = null;
  const view = (): TrainingState => {
    seen ??= method.view(problem, state);
    return seen;
  };
  const draws = (firstDraw: number, count: number): DrawnWeights =>
    method.draws(problem, view(), firstDraw, count);
  const diagnose = createDiagnosis(problem);
  return {
    backend: 'reference',
    train: async (steps, milliseconds) => {
      const end = Date.now() + milliseconds;
      let taken = 0;
      do {
        state = method.step(problem, state);
        seen = null;
        taken++;
      } while (taken < steps && Date.now() < end);
      return taken;
    },
    outputs: async (inputs, firstDraw, count, kept) => {
      const { plan, experiment, inputCount, outputCount } = problem;
      const rows = inputs.length / inputCount;
      const outputs = new Float64Array(count * rows * outputCount);
      let drawn: Float64Array = new Float64Array(0);
      const activation = activations[experiment.network.activation];
      const width = plan.parameterCount;
      const chunk = Math.max(1, Math.floor(CHUNK / width));
      for (let draw = 0; draw < count; draw++) {
        if (draw % chunk === 0) drawn = draws(firstDraw + draw, Math.min(chunk, count - draw)).weights;
        const weights = drawn.subarray((draw % chunk) * width, ((draw % chunk) + 1) * width);
        if (kept) for (let i = 0; i < width; i++) if (kept[i] === 0) weights[i] = 0;
        outputs.set(networkOutputs(plan, activation, weights, inputs), draw * rows * outputCount);
      }
      return outputs;
    },
    draws: async (firstDraw, count) => draws(firstDraw, count),
    diagnostics: async () => diagnose(state),
    state: async () => view(),
    stepCosts: async (step) => freeEnergyGradient(problem, state.parameters, step).costs,
    dispose: () => {},
  };
};

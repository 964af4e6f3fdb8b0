import { type Engine, type EngineFactory, NonFiniteStep, type TrainingState } from '../experiment/engine.ts';
import type { Problem } from '../experiment/problem.ts';
import { fillNormal, streams } from '../math/random.ts';
import { softplus } from '../math/special.ts';
import { activations, networkOutputs } from '../networks/index.ts';
import { freeEnergyGradient } from './freeEnergy.ts';
import { adamStep } from './optimizer.ts';

/** One whole step: gradient at the step's own noise, then Adam. Throws NonFiniteStep and leaves `state` as it was. */
function trainStep(problem: Problem, state: TrainingState): TrainingState {
  const { costs, gradient } = freeEnergyGradient(problem, state.parameters, state.step);
  if (!Number.isFinite(costs.complexityCost)) throw new NonFiniteStep(state.step, 'complexityCost');
  if (!Number.isFinite(costs.likelihoodCost) || !gradient.every(Number.isFinite))
    throw new NonFiniteStep(state.step, 'likelihoodCost');
  return adamStep(problem, state, gradient);
}

/** The whole algorithm in plain float64 TypeScript: the truth every other engine is held against. */
export const createReferenceEngine: EngineFactory = (problem, initial): Engine => {
  let state = initial;
  return {
    backend: 'reference',
    train: async (steps, milliseconds) => {
      const end = Date.now() + milliseconds;
      let taken = 0;
      do {
        state = trainStep(problem, state);
        taken++;
      } while (taken < steps && Date.now() < end);
      return taken;
    },
    outputs: async (inputs, firstDraw, draws, kept) => {
      const count = problem.plan.parameterCount;
      const mu = state.parameters.subarray(0, count);
      const sigma = state.parameters.subarray(count, 2 * count).map(softplus);
      const outputs = new Float64Array(draws * inputs.length);
      const weights = new Float64Array(count);
      const activation = activations[problem.experiment.network.activation];
      for (let draw = 0; draw < draws; draw++) {
        fillNormal(weights, problem.experiment.seed, streams.prediction, 0, firstDraw + draw);
        for (let i = 0; i < count; i++) weights[i] = kept?.[i] === 0 ? 0 : mu[i]! + sigma[i]! * weights[i]!;
        outputs.set(networkOutputs(problem.plan, activation, weights, inputs), draw * inputs.length);
      }
      return outputs;
    },
    state: async () => state,
    dispose: () => {},
  };
};

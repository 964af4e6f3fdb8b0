import { expect, test } from 'vitest';
import { initialState } from '../../src/experiment/engine/state.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { type MethodKind, methods } from '../../src/model/methods/index.ts';
import { freeEnergyMethods } from '../../src/reference/capabilities.ts';
import { freeEnergyGradient } from '../../src/reference/freeEnergy.ts';
import { methodSteps } from '../../src/reference/methods/index.ts';
import { optimizerStep } from '../../src/reference/optimizer.ts';
import { sinePoints, testExperiment } from './problems.ts';

test.each(Object.keys(methods) as MethodKind[])(
  'a step of %s follows the gradient of F exactly if it is listed so',
  (method) => {
    const problem = prepareProblem(
      testExperiment({ dataset: { points: sinePoints(5) }, inference: { method } }),
    );
    const state = initialState(problem);
    const { gradient } = freeEnergyGradient(problem, state.parameters, 0);
    const along = optimizerStep(problem, state, gradient);
    const taken = methodSteps[method].step(problem, state);
    const same = taken.parameters.every((value, i) => value === along.parameters[i]);
    expect(same).toBe(freeEnergyMethods.includes(method));
  },
);

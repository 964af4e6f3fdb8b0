import { drawPosterior } from '../../experiment/engine/state.ts';
import { freeEnergyGradient } from '../freeEnergy.ts';
import { gradientStep } from './gradientStep.ts';
import { type MethodSteps, sameState } from './method.ts';

/** Gradient descent on the free energy (Blundell et al. 2015, §3). */
export const bayesByBackprop: MethodSteps = {
  step: gradientStep(freeEnergyGradient),
  view: sameState,
  draws: (problem, { parameters }, firstDraw, draws) => drawPosterior(problem, parameters, firstDraw, draws),
};

import type { MethodKind } from '../../model/methods/index.ts';
import { bayesByBackprop } from './bayesByBackprop.ts';
import { dropout } from './dropout.ts';
import { hamiltonian } from './hamiltonian.ts';
import { laplace } from './laplace.ts';
import type { MethodSteps } from './method.ts';
import { pointEstimates } from './pointEstimates.ts';

/** Training and prediction of each method; complete by a compile-time check. */
export const methodSteps = {
  'bayes-by-backprop': bayesByBackprop,
  map: pointEstimates,
  'deep-ensemble': pointEstimates,
  'mc-dropout': dropout,
  laplace,
  hmc: hamiltonian,
} as const satisfies Record<MethodKind, MethodSteps>;

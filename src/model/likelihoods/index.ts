import { bernoulli } from './bernoulli.ts';
import { categorical } from './categorical.ts';
import { gaussian } from './gaussian.ts';
import { heteroscedastic } from './heteroscedastic.ts';
import type { Likelihood } from './likelihood.ts';

export {
  classCalibrationError,
  classReliability,
  mostProbable,
  summarizeClasses,
} from './classes.ts';
export type { Likelihood, Task } from './likelihood.ts';
export { logMeanExp } from './logMeanExp.ts';
export {
  intervalCalibrationError,
  intervalReliability,
  summarizeMixture,
} from './mixture.ts';

/** Every likelihood, by its public key. */
export const likelihoods = { gaussian, heteroscedastic, bernoulli, categorical } as const satisfies Record<
  string,
  Likelihood
>;

export type LikelihoodKind = keyof typeof likelihoods;

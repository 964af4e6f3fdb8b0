export {
  gaussianCost,
  gaussianLogPredictive,
  summarizeGaussian,
} from './gaussian.ts';

/** Every likelihood, by its public key. */
export const likelihoods = {
  gaussian: { label: 'Gaussian noise', task: 'regression' },
} as const satisfies Record<string, { readonly label: string; readonly task: string }>;

export type LikelihoodKind = keyof typeof likelihoods;

import { gaussian } from './gaussian.ts';
import { laplace } from './laplace.ts';
import type { Prior } from './prior.ts';
import { scaleMixture } from './scaleMixture.ts';

export type { Prior, PriorParameters } from './prior.ts';

/** Every prior, by its public key. */
export const priors = { gaussian, 'scale-mixture': scaleMixture, laplace } as const satisfies Record<
  string,
  Prior
>;

export type PriorKind = keyof typeof priors;

import { useCallback } from 'react';
import type { Problem } from '../../experiment/problem/problem.ts';
import { decoded } from './checkpointFile.ts';
import { type PosteriorDraws, problemOfLink } from './posteriorDraws.ts';
import { type PosteriorName, shippedPosterior } from './posteriors.ts';
import { useLoaded } from './useLoaded.ts';

/** A shipped posterior and the problem whose posterior it is. */
export interface OpenedPosterior {
  readonly problem: Problem;
  readonly drawn: PosteriorDraws;
}

/** Loads the draws of a posterior. */
export async function openPosterior(name: PosteriorName): Promise<OpenedPosterior> {
  const { load } = shippedPosterior(name);
  const drawn = decoded((await load()).default) as PosteriorDraws;
  return { problem: problemOfLink(drawn.link), drawn };
}

/** A shipped posterior, once it is loaded; null before. */
export function usePosterior(name: PosteriorName): OpenedPosterior | null {
  return useLoaded(useCallback(() => openPosterior(name), [name]));
}

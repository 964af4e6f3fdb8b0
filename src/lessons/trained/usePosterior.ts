import { useEffect, useState } from 'react';
import type { Problem } from '../../experiment/problem/problem.ts';
import { decoded } from './checkpointFile.ts';
import { type PosteriorDraws, problemOfLink } from './posteriorDraws.ts';
import { type PosteriorName, shippedPosterior } from './posteriors.ts';

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

/** A shipped posterior, once it is loaded; null before, and where it cannot be loaded. */
export function usePosterior(name: PosteriorName): OpenedPosterior | null {
  const [posterior, setPosterior] = useState<OpenedPosterior | null>(null);
  useEffect(() => {
    let current = true;
    void openPosterior(name).then(
      (opened) => current && setPosterior(opened),
      () => null,
    );
    return () => {
      current = false;
    };
  }, [name]);
  return posterior;
}

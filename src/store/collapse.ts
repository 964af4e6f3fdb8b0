import { defaultAt } from '../experiment/document/defaults.ts';
import { variance } from '../math/moments.ts';
import { likelihoods } from '../model/likelihoods/index.ts';
import { methods } from '../model/methods/index.ts';
import { stands } from './ghost.ts';
import type { PlaygroundState } from './state.ts';

/** KL[q ‖ p] in nats below which q says nothing that the prior does not say. */
const MAX_COLLAPSED_KL = 1;

/**
 * Whether a learned noise explains the data instead of the network: the run stands, and q is the prior, or the noise is as
 * wide as the targets. Returns the noise to fix, in the data's units; null: it has not collapsed.
 */
export function collapseRemedy({
  experiment,
  snapshot,
  history,
  points,
}: Pick<PlaygroundState, 'experiment' | 'snapshot' | 'history' | 'points'>): number | null {
  const { likelihood, inference } = experiment;
  const learns = likelihood.learn && likelihoods[likelihood.kind].hasNoise;
  if (!learns || !methods[inference.method].fitsDistribution) return null;
  if (!snapshot || snapshot.noiseSigma === null || points.length < 2 || !stands(history)) return null;
  const spread = Math.sqrt(variance(points.map(({ y }) => y)));
  const collapsed =
    snapshot.freeEnergy.complexityCost < MAX_COLLAPSED_KL || (spread > 0 && snapshot.noiseSigma >= spread);
  return collapsed ? defaultAt(experiment, 'likelihood.noise') : null;
}

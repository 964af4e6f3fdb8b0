import type { CurvePredictive } from '../../../src/experiment/pictures/snapshot.ts';
import { curveOfDraws, problemOfLink } from '../../../src/lessons/trained/posteriorDraws.ts';
import {
  type ExactSummary,
  type FunctionSummary,
  MAX_EXACT_WIDTH,
  WIDTH_STEPS,
  WIDTH_TRANSITIONS,
  type WidthRun,
  widthLink,
} from '../../../src/lessons/trained/widths.ts';
import { bulkEffectiveSampleSize, splitRHat } from '../../../src/math/mcmcDiagnostics.ts';
import { curve, experimentOf, snapshotOf, trainedRun } from '../../claims/trainedRun.ts';
import { comparedQuantities, runChains } from './samplePosterior.ts';

const chains = '&inference.method=hmc&inference.samples=4';

/** Trains q of a network with so many hidden units, and draws its exact posterior unless the network is too wide. */
export async function measureWidth(hidden: number): Promise<WidthRun> {
  const run = await trainedRun(experimentOf(widthLink(hidden)), WIDTH_STEPS);
  return {
    hidden,
    freeEnergy: (await snapshotOf(run)).freeEnergy.total,
    q: summaryOf(await curve(run)),
    exact: hidden <= MAX_EXACT_WIDTH ? await drawExactly(hidden) : null,
  };
}

async function drawExactly(hidden: number): Promise<ExactSummary> {
  const problem = problemOfLink(widthLink(hidden) + chains);
  const drawn = await runChains(problem, WIDTH_TRANSITIONS);
  const quantities = comparedQuantities(problem, drawn);
  const weights = Float64Array.from(drawn.draws.flatMap((draws) => [...draws]));
  return {
    ...summaryOf(curveOfDraws(problem, weights)),
    rHat: Math.max(...quantities.map(splitRHat)),
    effectiveSampleSize: Math.min(...quantities.map(bulkEffectiveSampleSize)),
  };
}

function summaryOf({ mean, epistemicLower, epistemicUpper }: CurvePredictive): FunctionSummary {
  return { mean, epistemicLower, epistemicUpper };
}

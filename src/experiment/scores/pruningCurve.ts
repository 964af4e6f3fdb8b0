import { multiplyAdds } from '../../model/networks/index.ts';
import type { Engine } from '../engine/engine.ts';
import type { Yield } from '../engine/yield.ts';
import type { PruningCurve } from '../pictures/snapshot.ts';
import type { Problem } from '../problem/problem.ts';
import { scoredPoints } from './calibration.ts';
import { evaluatePredictions } from './evaluate.ts';

/** Fractions of the weights that are set to zero; denser where accuracy usually drops. */
const fractions = [0, 0.25, 0.5, 0.625, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98, 1] as const;
/** Multiply-adds that a curve may cost. */
const BUDGET = 1e9;

/**
 * Accuracy against the fraction of weights that are pruned, least signal to noise first (Blundell et al. 2015, §5.1), on
 * the points of the scores, with `prediction.samples` draws, or fewer if that exceeds the budget. Null for regression.
 */
export async function pruningCurve(
  problem: Problem,
  engine: Engine,
  yieldToMessages: Yield,
): Promise<PruningCurve | null> {
  const scored = scoredPoints(problem);
  if (problem.classes === 0 || !scored) return null;
  const { experiment } = problem;
  const once = fractions.length * scored.points.length * multiplyAdds(problem.plan);
  const samples = Math.max(1, Math.min(experiment.prediction.samples, Math.floor(BUDGET / once)));
  const accuracy = new Float64Array(fractions.length);
  for (const [at, pruned] of fractions.entries()) {
    const prediction = { ...experiment.prediction, samples, pruned };
    const pruning = { ...problem, experiment: { ...experiment, prediction } };
    const metrics = await evaluatePredictions(pruning, engine, scored.points, yieldToMessages);
    accuracy[at] = metrics.accuracy ?? 0;
  }
  return { fractions: Float64Array.from(fractions), accuracy, of: scored.of, draws: samples };
}

import { createWasmEngine, wasmCapabilities } from '../../src/engine/wasm/index.ts';
import { setFields } from '../../src/experiment/document/changes.ts';
import { defaultExperiment } from '../../src/experiment/document/defaults.ts';
import type { Experiment } from '../../src/experiment/document/experiment.ts';
import type { Engine } from '../../src/experiment/engine/engine.ts';
import { supports } from '../../src/experiment/engine/engineCapabilities.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { decodeLink } from '../../src/experiment/link/link.ts';
import { experimentPoints } from '../../src/experiment/pictures/data.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import type { CurvePredictive } from '../../src/experiment/pictures/snapshot.ts';
import type { Problem } from '../../src/experiment/problem/problem.ts';
import { mean } from '../../src/math/moments.ts';
import { loadDataset, type Point } from '../../src/model/datasets/index.ts';
import { createReferenceEngine } from '../../src/reference/index.ts';
import { curveOf } from '../experiment/document/curve.ts';

/** A trained run. */
export interface TrainedRun {
  readonly problem: Problem;
  readonly engine: Engine;
  readonly steps: number;
}

/** The experiment of a link, with changes of its fields; a change that is no valid experiment throws. */
export function experimentOf(link: string, changes: Readonly<Record<string, unknown>> = {}): Experiment {
  const { experiment, notices } = link ? decodeLink(link) : { experiment: defaultExperiment(), notices: [] };
  if (notices.length > 0) throw new Error(notices.map(({ message }) => message).join());
  const resolved = setFields(experiment, changes);
  if ('faults' in resolved) throw new Error(resolved.faults.map(({ message }) => message).join());
  return resolved.experiment;
}

/** The experiment on those of its own points that the condition keeps. */
export function withoutPoints(experiment: Experiment, keep: (x: number) => boolean): Experiment {
  const points = experimentPoints(experiment).filter(({ x }) => keep(x[0]!));
  return withPoints(experiment, points);
}

/** The experiment on other points, as after an edit on the page. */
export function withPoints(experiment: Experiment, points: readonly Point[]): Experiment {
  const resolved = setFields(experiment, { 'dataset.id': 'custom', 'dataset.points': points });
  if ('faults' in resolved) throw new Error(resolved.faults.map(({ message }) => message).join());
  return resolved.experiment;
}

const fits = new Map<string, Promise<TrainedRun>>();

/** A trained run, made once for all claims about it. */
export function trainedRun(experiment: Experiment, steps: number): Promise<TrainedRun> {
  const key = JSON.stringify([experiment, steps]);
  const known = fits.get(key) ?? train(experiment, steps);
  fits.set(key, known);
  return known;
}

/** Trains with the engine that the page starts on: the reference where wasm lacks the method. */
async function train(experiment: Experiment, steps: number): Promise<TrainedRun> {
  await loadDataset(experiment.dataset.id);
  const problem = prepareProblem(experiment);
  const create = supports(wasmCapabilities, experiment) ? createWasmEngine() : createReferenceEngine;
  const engine = create(problem, initialState(problem));
  for (let taken = 0; taken < steps; ) taken += await engine.train(steps - taken, 1e9);
  return { problem, engine, steps };
}

/** The snapshot of a fit: predictions, costs and weights, as the page shows them. */
export const snapshotOf = ({ problem, engine }: TrainedRun) => observe(problem, engine, async () => {});

/** The predictive curve of a fit. */
export const curve = async (run: TrainedRun): Promise<CurvePredictive> => curveOf(await snapshotOf(run));

/** Mean of a quantity over the plotted inputs in [low, high]. */
export function meanOver(
  { x }: CurvePredictive,
  values: ArrayLike<number>,
  [low, high]: readonly [number, number],
): number {
  return mean([...x.keys()].filter((i) => x[i]! >= low && x[i]! <= high).map((i) => values[i]!));
}

/** Width of the epistemic band at each plotted input. */
export const bandWidth = ({ epistemicLower, epistemicUpper }: CurvePredictive): readonly number[] =>
  Array.from(epistemicUpper, (upper, i) => upper - epistemicLower[i]!);

/** A quantity at the plotted input nearest to x. */
export function near({ x }: CurvePredictive, values: ArrayLike<number>, wanted: number): number {
  const nearest = x.reduce(
    (best, value, i) => (Math.abs(value - wanted) < Math.abs(x[best]! - wanted) ? i : best),
    0,
  );
  return values[nearest]!;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.floor(sorted.length / 2)]!) / 2;
}

import { createWasmEngine } from '../../src/engine/wasm/index.ts';
import { setFields } from '../../src/experiment/document/changes.ts';
import { defaultExperiment } from '../../src/experiment/document/defaults.ts';
import type { Experiment } from '../../src/experiment/document/experiment.ts';
import type { Engine } from '../../src/experiment/engine/engine.ts';
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
export interface Fit {
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

/** Trains with the engine that the page starts on; Hamiltonian Monte Carlo with the reference. */
export async function fit(experiment: Experiment, steps: number): Promise<Fit> {
  await loadDataset(experiment.dataset.id);
  const problem = prepareProblem(experiment);
  const create = experiment.inference.method === 'hmc' ? createReferenceEngine : createWasmEngine();
  const engine = create(problem, initialState(problem));
  for (let taken = 0; taken < steps; ) taken += await engine.train(steps - taken, 1e9);
  return { problem, engine, steps };
}

/** The snapshot of a fit: predictions, costs and weights, as the page shows them. */
export const snapshotOf = ({ problem, engine }: Fit) => observe(problem, engine, async () => {});

/** The predictive curve of a fit. */
export const curve = async (run: Fit): Promise<CurvePredictive> => curveOf(await snapshotOf(run));

/** Mean of a quantity over the plotted inputs in [low, high]. */
export function meanOver(
  { x }: CurvePredictive,
  values: ArrayLike<number>,
  [low, high]: readonly [number, number],
): number {
  return mean([...x.keys()].filter((i) => x[i]! >= low && x[i]! <= high).map((i) => values[i]!));
}

import { createWasmEngine } from '../../src/engine/wasm/index.ts';
import { setFields } from '../../src/experiment/document/changes.ts';
import { defaultExperiment } from '../../src/experiment/document/defaults.ts';
import type { Experiment } from '../../src/experiment/document/experiment.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import type { CurvePredictive, Snapshot } from '../../src/experiment/pictures/snapshot.ts';
import { interpolate } from '../../src/math/interpolate.ts';

const createEngine = createWasmEngine();

/** The default experiment with these fields. */
export function experimentWith(fields: Readonly<Record<string, unknown>>): Experiment {
  const resolved = setFields(defaultExperiment(), fields);
  if ('faults' in resolved) throw new Error(resolved.faults.map(({ message }) => message).join('; '));
  return resolved.experiment;
}

/** A run on the engine with which every run begins. `advance` trains to a step and takes the picture of it. */
export function startRun(experiment: Experiment) {
  const problem = prepareProblem(experiment);
  const engine = createEngine(problem, initialState(problem));
  let taken = 0;
  return {
    problem,
    advance: async (step: number): Promise<Snapshot> => {
      while (taken < step) taken += await engine.train(step - taken, Number.POSITIVE_INFINITY);
      return (await observe(problem, engine, async () => {})) as unknown as Snapshot;
    },
    dispose: () => engine.dispose(),
  };
}

/** The curve of a run from its initial state at a step. */
export async function curveAt(experiment: Experiment, step: number): Promise<CurvePredictive> {
  const run = startRun(experiment);
  const { predictive } = await run.advance(step);
  run.dispose();
  if (predictive.kind !== 'curve') throw new Error(`expected a curve: ${predictive.kind}`);
  return predictive;
}

export const epistemicWidths = ({ epistemicUpper, epistemicLower }: CurvePredictive): Float64Array =>
  epistemicUpper.map((upper, i) => upper - epistemicLower[i]!);

/** The median of the values at inputs between two numbers. */
export function medianWithin(
  { x }: CurvePredictive,
  values: Float64Array,
  low: number,
  high: number,
): number {
  const inside = values.filter((_, i) => x[i]! >= low && x[i]! <= high).sort();
  return inside[Math.floor(inside.length / 2)]!;
}

export const valueAt = ({ x }: CurvePredictive, values: Float64Array, at: number): number =>
  interpolate(x, values, at);

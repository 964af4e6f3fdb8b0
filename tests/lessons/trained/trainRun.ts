import { createWasmEngine, wasmCapabilities } from '../../../src/engine/wasm/index.ts';
import { supports } from '../../../src/experiment/engine/engineCapabilities.ts';
import { initialState } from '../../../src/experiment/engine/state.ts';
import { decodeLink } from '../../../src/experiment/link/link.ts';
import { prepareProblem } from '../../../src/experiment/pictures/prepareProblem.ts';
import { checkpointText } from '../../../src/lessons/trained/checkpointFile.ts';
import { type TrainedName, trainedRun, trainedRuns } from '../../../src/lessons/trained/runs.ts';
import { loadDataset } from '../../../src/model/datasets/index.ts';
import { createReferenceEngine } from '../../../src/reference/index.ts';
import type { Checkpoint } from '../../../src/worker/protocol.ts';

export const trainedNames = Object.keys(trainedRuns) as TrainedName[];

/** The problem of a shipped run, and what creates the engine that the page would begin with. */
export async function problemOfRun(name: TrainedName) {
  const { experiment } = decodeLink(trainedRun(name).link);
  await loadDataset(experiment.dataset.id);
  const create = supports(wasmCapabilities, experiment) ? createWasmEngine() : createReferenceEngine;
  return { problem: prepareProblem(experiment), create };
}

/** Trains a shipped run from its first step. */
export async function trainRun(name: TrainedName): Promise<Checkpoint> {
  const { steps } = trainedRun(name);
  const { problem, create } = await problemOfRun(name);
  const engine = create(problem, initialState(problem));
  for (let taken = 0; taken < steps; ) taken += await engine.train(steps - taken, 1e9);
  const { xScalers, yScaler } = problem;
  return { state: await engine.state(), scalers: { xScalers, yScaler } };
}

/** The contents of its file. */
export async function fileOfRun(name: TrainedName): Promise<string> {
  return checkpointText(await trainRun(name));
}

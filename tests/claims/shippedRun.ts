import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkpointOfFile } from '../../src/lessons/trained/checkpointFile.ts';
import { type TrainedName, trainedRun } from '../../src/lessons/trained/runs.ts';
import type { Checkpoint } from '../../src/worker/protocol.ts';
import { problemOfRun } from '../lessons/trained/trainRun.ts';
import type { TrainedRun } from './trainedRun.ts';

/** The state that a shipped file holds. */
export function shippedCheckpoint(name: TrainedName): Checkpoint {
  const file = new URL(`../../src/lessons/trained/files/${name}.json`, import.meta.url);
  return checkpointOfFile(JSON.parse(readFileSync(fileURLToPath(file), 'utf8')));
}

/** A shipped run, as its exhibit opens it. */
export async function shippedRun(name: TrainedName): Promise<TrainedRun> {
  const { problem, create } = await problemOfRun(name);
  return { problem, engine: create(problem, shippedCheckpoint(name).state), steps: trainedRun(name).steps };
}

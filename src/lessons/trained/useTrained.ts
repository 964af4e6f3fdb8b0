import { useEffect, useState } from 'react';
import type { Experiment } from '../../experiment/document/experiment.ts';
import { decodeLink } from '../../experiment/link/link.ts';
import type { Checkpoint } from '../../worker/protocol.ts';
import { checkpointOfFile } from './checkpointFile.ts';
import { type TrainedName, trainedRun } from './runs.ts';

/** The experiment of a shipped run, and its last state; null: the file could not be loaded, so it begins untrained. */
export interface OpenedRun {
  readonly experiment: Experiment;
  readonly checkpoint: Checkpoint | null;
}

/** Loads a shipped run. */
export async function openTrained(name: TrainedName): Promise<OpenedRun> {
  const { link, load } = trainedRun(name);
  const { experiment } = decodeLink(link);
  const checkpoint = await load().then(
    (file) => checkpointOfFile(file.default),
    () => null,
  );
  return { experiment, checkpoint };
}

/** Shipped runs, once all are loaded; null before. names: always the same array. */
export function useTrained(names: readonly TrainedName[]): readonly OpenedRun[] | null {
  const [runs, setRuns] = useState<readonly OpenedRun[] | null>(null);
  useEffect(() => {
    let current = true;
    void Promise.all(names.map(openTrained)).then((opened) => {
      if (current) setRuns(opened);
    });
    return () => {
      current = false;
    };
  }, [names]);
  return runs;
}

import type { PlaygroundOptions } from '../store/state.ts';
import { createTrainerWorker } from '../worker/createTrainerWorker.ts';
import { createTrainer } from '../worker/trainer.ts';

/** Creates a trainer with a worker of this page. */
export const createTrainerHere: PlaygroundOptions['createTrainer'] = (handlers) =>
  createTrainer({ createWorker: createTrainerWorker, ...handlers });

/**
 * The same for one of several playgrounds on a page, which share a machine and often a thread: it waits longer for
 * replies.
 */
export const createPatientTrainer: PlaygroundOptions['createTrainer'] = (handlers) =>
  createTrainer({ createWorker: createTrainerWorker, patience: 5, ...handlers });

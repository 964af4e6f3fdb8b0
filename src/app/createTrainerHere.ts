import type { PlaygroundOptions } from '../store/state.ts';
import { createTrainerWorker } from '../worker/createTrainerWorker.ts';
import { createTrainer } from '../worker/trainer.ts';

/** A trainer with a worker of this page. */
export const createTrainerHere: PlaygroundOptions['createTrainer'] = (handlers) =>
  createTrainer({ createWorker: createTrainerWorker, ...handlers });

/** The same for one of many playgrounds on a page: they share a machine, and often a thread. */
export const createPatientTrainer: PlaygroundOptions['createTrainer'] = (handlers) =>
  createTrainer({ createWorker: createTrainerWorker, patience: 5, ...handlers });

import type { PlaygroundOptions } from '../../store/state.ts';
import { createTrainerWorker } from '../../worker/createTrainerWorker.ts';
import { createTrainer } from '../../worker/trainer.ts';

/** A trainer with a worker of this page: exhibits are pages' own, as the playground is. */
export const createTrainerHere: PlaygroundOptions['createTrainer'] = (handlers) =>
  createTrainer({ createWorker: createTrainerWorker, ...handlers });

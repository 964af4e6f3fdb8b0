import { createTrainerWorker } from './createTrainerWorker.ts';
import { createTrainer, type Trainer, type TrainerOptions } from './trainer.ts';
import { workerRefusal } from './workerRefusal.ts';

type Handlers = Pick<TrainerOptions, 'onReport' | 'onNotice'>;

/** A trainer with a worker of this page. */
export const createPageTrainer = (handlers: Handlers): Trainer =>
  createTrainer({ createWorker: createTrainerWorker, refusal: workerRefusal, ...handlers });

/** A page trainer with longer timeouts, for pages with several playgrounds that share the processor. */
export const createPatientTrainer = (handlers: Handlers): Trainer =>
  createTrainer({ createWorker: createTrainerWorker, refusal: workerRefusal, timeoutFactor: 5, ...handlers });

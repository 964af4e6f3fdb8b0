import { sourceWords, spokenWords } from '../i18n/index.ts';
import type { SpeakCommand } from './protocol.ts';

/** The worker that trains, in a thread of its own; it speaks what the page speaks. */
export function createTrainerWorker(): Worker {
  const worker = new Worker(new URL('./trainer.worker.ts', import.meta.url), { type: 'module' });
  const words = spokenWords();
  if (words !== sourceWords) worker.postMessage({ type: 'speak', words } satisfies SpeakCommand);
  return worker;
}

import { currentLocale, sourceLocale } from '../i18n/index.ts';
import type { LocaleCommand } from './protocol.ts';

/** Starts the worker that trains, in the locale of the page. */
export function createTrainerWorker(): Worker {
  const worker = new Worker(new URL('./trainer.worker.ts', import.meta.url), { type: 'module' });
  const locale = currentLocale();
  if (locale !== sourceLocale) worker.postMessage({ type: 'set-locale', locale } satisfies LocaleCommand);
  return worker;
}

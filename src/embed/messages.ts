import type { Backend } from '../experiment/engine/backends.ts';
import type { Snapshot } from '../experiment/pictures/snapshot.ts';
import type { SentExperiment } from './sentExperiment.ts';

/** Fields of every message, in either direction. */
export const SOURCE = 'bayes-playground';
export const VERSION = 1;

/** Maximum size of a message to the playground in bytes, as `size.ts` counts them. */
export const MAX_BYTES = 4_000_000;
/** Maximum number of steps of one message. */
export const MAX_STEPS = 1_000_000;

/** Identifier that the host gives a request; the reply repeats it. */
export type QuestionId = string | number;

/** The commands of a host, after validation. */
export type Command =
  | ({ readonly type: 'set-experiment' } & SentExperiment)
  | { readonly type: 'play' | 'pause' | 'reset' }
  | { readonly type: 'step'; readonly steps: number }
  | { readonly type: 'get-snapshot'; readonly id: QuestionId };

/** The messages of the playground to its host. */
export type Message =
  | { readonly type: 'ready' }
  | { readonly type: 'snapshot'; readonly id: QuestionId; readonly snapshot: Snapshot }
  | Status
  | { readonly type: 'resize'; readonly height: number }
  | { readonly type: 'error'; readonly message: string };

/** Whether it is training, the step, and the engine; null: none yet. */
export interface Status {
  readonly type: 'status';
  readonly running: boolean;
  readonly step: number;
  readonly backend: Backend | null;
}

/** A message in transit. */
export function withEnvelope<T extends { readonly type: string }>(message: T): T & Envelope {
  return { source: SOURCE, version: VERSION, ...message };
}

interface Envelope {
  readonly source: typeof SOURCE;
  readonly version: typeof VERSION;
}

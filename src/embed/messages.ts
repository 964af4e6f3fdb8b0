import type { Backend } from '../experiment/engine/backends.ts';
import type { Snapshot } from '../experiment/pictures/snapshot.ts';
import type { SentExperiment } from './sentExperiment.ts';

/** Every message of a playground, in either direction, has these. */
export const SOURCE = 'bayes-playground';
export const VERSION = 1;

/** Bytes that a message to the playground may have, as `size.ts` counts them. */
export const MAX_BYTES = 4_000_000;
/** Steps that one message may ask for. */
export const MAX_STEPS = 1_000_000;

/** What a host names its question by; the answer carries it back. */
export type QuestionId = string | number;

/** What a host may ask of the playground, once it is read. */
export type Command =
  | ({ readonly type: 'set-experiment' } & SentExperiment)
  | { readonly type: 'play' | 'pause' | 'reset' }
  | { readonly type: 'step'; readonly steps: number }
  | { readonly type: 'get-snapshot'; readonly id: QuestionId };

/** What the playground tells its host. */
export type Message =
  | { readonly type: 'ready' }
  | { readonly type: 'snapshot'; readonly id: QuestionId; readonly snapshot: Snapshot }
  | Status
  | { readonly type: 'resize'; readonly height: number }
  | { readonly type: 'error'; readonly message: string };

/** Whether it trains now, how far it is, and which engine computes; null: none yet. */
export interface Status {
  readonly type: 'status';
  readonly running: boolean;
  readonly step: number;
  readonly backend: Backend | null;
}

/** A message as it travels. */
export function sealed<T extends { readonly type: string }>(message: T): T & Sealed {
  return { source: SOURCE, version: VERSION, ...message };
}

interface Sealed {
  readonly source: typeof SOURCE;
  readonly version: typeof VERSION;
}

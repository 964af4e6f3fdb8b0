import type { BanditProgress } from '../bandit/runInteractions.ts';
import type { Experiment } from '../experiment/document/experiment.ts';
import type { RunId } from './protocol.ts';

/**
 * Page → worker: play on, for so many interactions and milliseconds at most; a new id begins anew. Each is answered once,
 * so a page that draws before it asks again is never behind.
 */
export interface BanditCommand {
  readonly type: 'bandit';
  readonly runId: RunId;
  readonly settings: Experiment['bandit'];
  readonly interactions: number;
  readonly milliseconds: number;
}

/** Worker → page: what happened, or why nothing more will. */
export type BanditReport =
  | { readonly type: 'bandit-played'; readonly runId: RunId; readonly progress: BanditProgress }
  | { readonly type: 'bandit-failed'; readonly runId: RunId; readonly message: string };

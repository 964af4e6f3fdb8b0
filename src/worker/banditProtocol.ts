import type { BanditProgress } from '../bandit/runInteractions.ts';
import type { Experiment } from '../experiment/document/experiment.ts';
import type { RunId } from './protocol.ts';

/**
 * Page → worker: play on, for at most so many interactions and milliseconds; a new id begins a new run. Each command is
 * answered once, so a page that draws each answer before it sends the next command never falls behind.
 */
export interface BanditCommand {
  readonly type: 'bandit';
  readonly runId: RunId;
  readonly settings: Experiment['bandit'];
  readonly interactions: number;
  readonly milliseconds: number;
}

/** Worker → page: what was played, or why the run has ended. */
export type BanditReport =
  | { readonly type: 'bandit-played'; readonly runId: RunId; readonly progress: BanditProgress }
  | { readonly type: 'bandit-failed'; readonly runId: RunId; readonly message: string };

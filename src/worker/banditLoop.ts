import { type BanditRun, createBanditRun } from '../bandit/run.ts';
import { runInteractions } from '../bandit/runInteractions.ts';
import type { EngineFactory } from '../experiment/engine/engine.ts';
import type { BanditCommand, BanditReport } from './banditProtocol.ts';

interface BanditParts {
  readonly createEngine: EngineFactory;
  readonly now: () => number;
  readonly post: (report: BanditReport) => void;
}

/** The bandit's part of a worker: keeps one run, and continues it at every command. Commands are handled one after the other. */
export function createBanditLoop({ createEngine, now, post }: BanditParts): (command: BanditCommand) => void {
  let run: BanditRun | null = null;
  let current: number | null = null;
  let played = 0;
  let pending: Promise<void> = Promise.resolve();

  async function play({ runId, settings, interactions, milliseconds }: BanditCommand): Promise<void> {
    if (runId !== current || !run) {
      run?.dispose();
      run = createBanditRun(settings, createEngine);
      current = runId;
      played = 0;
    }
    const taken = await runInteractions(run, played, { interactions, milliseconds, now });
    played += taken.abstaining.length;
    post({ type: 'bandit-played', runId, progress: taken });
  }

  return (command) => {
    pending = pending
      .then(() => play(command))
      .catch((error: unknown) =>
        post({ type: 'bandit-failed', runId: command.runId, message: String(error) }),
      );
  };
}

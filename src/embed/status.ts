import type { Playground } from '../store/playground.ts';
import { stepOf } from '../store/run.ts';
import type { PlaygroundState } from '../store/state.ts';
import type { Message, Status } from './messages.ts';

/** Minimum time in ms between two status messages that only report progress. */
const INTERVAL = 250;

/** State of the run as the host receives it. */
function statusOf({ run, snapshot, engine }: PlaygroundState, running: boolean): Status {
  return {
    type: 'status',
    running,
    step: stepOf(run, snapshot?.step ?? 0),
    backend: engine?.backend ?? null,
  };
}

/**
 * Reports the state of the run to the host: immediately when it starts, stops or fails, and its progress at intervals.
 * Returns a function that checks again.
 */
export function reportStatus(
  { store }: Playground,
  running: () => boolean,
  tell: (message: Message) => void,
): () => void {
  let lastStatus: Status | null = null;
  let later: ReturnType<typeof setTimeout> | undefined;
  const send = (): void => {
    clearTimeout(later);
    later = undefined;
    const status = statusOf(store.getState(), running());
    if (JSON.stringify(status) === JSON.stringify(lastStatus)) return;
    lastStatus = status;
    tell(status);
  };
  const look = (): void => {
    const { running: now, backend, step } = statusOf(store.getState(), running());
    if (now !== lastStatus?.running || backend !== lastStatus.backend) send();
    else if (step !== lastStatus.step) later ??= setTimeout(send, INTERVAL);
  };
  store.subscribe(({ run }, before) => {
    look();
    if (run === before.run) return;
    if (run.kind === 'failed') tell({ type: 'error', message: run.message });
    if (run.kind === 'diverged')
      tell({
        type: 'error',
        message: `diverged: ${run.term} was ${run.cost === undefined ? 'not finite' : `${run.cost} nats`} at step ${run.step}`,
      });
  });
  look();
  return look;
}

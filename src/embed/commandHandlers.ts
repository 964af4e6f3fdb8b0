import type { Snapshot } from '../experiment/pictures/snapshot.ts';
import type { Playground } from '../store/playground.ts';
import { type CommandHandlers, Refusal } from './messageChannel.ts';
import type { Message } from './messages.ts';
import type { SentExperiment } from './sentExperiment.ts';

/** An embed; it has no playground until it is started. */
export interface Embed {
  readonly started: () => Playground | null;
  readonly start: () => Playground;
  /** Shows another experiment, now or once it is started. */
  readonly open: (sent: SentExperiment) => void;
}

/** Creates the handler of each command of a host. */
export function createHandlers(
  { started, start, open }: Embed,
  tell: (message: Message) => void,
): CommandHandlers {
  const able = (): Playground => {
    const playground = start();
    const { kind } = playground.store.getState().run;
    if (kind === 'diverged' || kind === 'failed')
      throw new Refusal('this run cannot go on; send reset first');
    return playground;
  };
  return {
    'set-experiment': open,
    play: () => able().play(),
    step: ({ steps }) => able().step(steps),
    pause: () => started()?.pause(),
    reset: () => started()?.rewind(),
    'get-snapshot': ({ id }) => {
      const playground = started();
      if (!playground) throw new Refusal('nothing was computed yet; send play or step first');
      onFirstSnapshot(playground, (snapshot) => tell({ type: 'snapshot', id, snapshot }));
    },
  };
}

/** Calls back with the snapshot of the current run, once there is one. */
function onFirstSnapshot({ store }: Playground, take: (snapshot: Snapshot) => void): void {
  const picture = (): Snapshot | null => {
    const { snapshot, history } = store.getState();
    // A run that has just begun still has the snapshot of the previous one.
    return history.length > 0 ? snapshot : null;
  };
  const now = picture();
  if (now) {
    take(now);
    return;
  }
  const stop = store.subscribe(() => {
    const first = picture();
    if (!first) return;
    stop();
    take(first);
  });
}

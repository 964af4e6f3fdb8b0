import { t } from '../i18n/index.ts';
import type { Playground } from '../store/playground.ts';
import { acquireTrainingSlot, type TrainingSlot } from './trainingSlots.ts';

/** Milliseconds of rest after which the worker of an embed is given up, and with it its graphics context. */
const REST = 10_000;

/** Decides when an embed's playground may work. */
export interface StartGate {
  /** Whether it trains now: it wants to, is seen, and has its turn. */
  readonly running: () => boolean;
  readonly setSeen: (seen: boolean) => void;
}

/** `lost`: the turn went to another embed, and the run has not yet stopped. */
type Claim =
  | { readonly kind: 'none' | 'asked' | 'lost' }
  | { readonly kind: 'held'; readonly turn: TrainingSlot };

/**
 * Lets a playground work while it is seen, and train while it has one of the few turns that the embeds of an origin share.
 * One that loses its turn pauses, and says why. onChange: `running` may have changed.
 */
export function createStartGate(
  playground: Playground,
  locks: LockManager | undefined,
  onChange: () => void,
): StartGate {
  const { store, setVisible, release, pause, notify } = playground;
  let seen = true;
  let open = true;
  let claim: Claim = { kind: 'none' };
  let resting: ReturnType<typeof setTimeout> | undefined;

  const wants = (): boolean => seen && store.getState().run.kind === 'training';
  const running = (): boolean => wants() && claim.kind === 'held';

  function update(): void {
    const training = store.getState().run.kind === 'training';
    if (wants() && claim.kind === 'none') void ask();
    if (!wants() && claim.kind === 'held') {
      claim.turn.give();
      claim = { kind: 'none' };
    }
    if (!training && claim.kind === 'lost') claim = { kind: 'none' };
    const opens = seen && (!training || claim.kind === 'held');
    if (opens !== open) setVisible(opens);
    open = opens;
    if (running()) clearTimeout(resting);
    onChange();
  }

  async function ask(): Promise<void> {
    claim = { kind: 'asked' };
    const turn = await acquireTrainingSlot(locks, lose);
    claim = { kind: 'held', turn };
    update();
  }

  function lose(): void {
    claim = { kind: 'lost' };
    notify(t('Paused, since others on this page train. Press Train to go on.'));
    pause();
    update();
  }

  /** From now on nothing is asked of the worker for a while, or it starts again. */
  function rest(): void {
    clearTimeout(resting);
    if (!running()) resting = setTimeout(release, REST);
  }

  store.subscribe((now, before) => {
    if (now.run !== before.run) update();
    if (now.run !== before.run || now.snapshot !== before.snapshot || now.experiment !== before.experiment)
      rest();
  });
  rest();
  return {
    running,
    setSeen: (next) => {
      seen = next;
      update();
      rest();
    },
  };
}

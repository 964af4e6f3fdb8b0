import { t } from '../i18n/index.ts';
import type { Playground } from '../store/playground.ts';
import { acquireTrainingSlot, type TrainingSlot } from './trainingSlots.ts';

/** Paused time in ms after which the worker of an embed, and its graphics context, is released. */
const RELEASE_DELAY = 10_000;

/** Decides when an embed's playground may compute. */
export interface StartGate {
  /** Whether it is training now: training is requested, it is visible and holds a training slot. */
  readonly running: () => boolean;
  readonly setSeen: (seen: boolean) => void;
}

/** `lost`: the slot went to another embed and the run has not stopped yet. */
type SlotClaim =
  | { readonly kind: 'none' | 'asked' | 'lost' }
  | { readonly kind: 'held'; readonly turn: TrainingSlot };

/**
 * Allows a playground to compute while it is visible, and to train while it holds one of the training slots shared by
 * the embeds of an origin. An embed that loses its slot pauses and shows the reason. onChange: `running` may have
 * changed.
 */
export function createStartGate(
  playground: Playground,
  locks: LockManager | undefined,
  onChange: () => void,
): StartGate {
  const { store, setVisible, release, pause, notify } = playground;
  let seen = true;
  let open = true;
  let claim: SlotClaim = { kind: 'none' };
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
    notify(t('Paused, because another playground on this page trains. Press Train to continue.'));
    pause();
    update();
  }

  /** Releases the worker after a rest; any later request starts it again. */
  function rest(): void {
    clearTimeout(resting);
    if (!running()) resting = setTimeout(release, RELEASE_DELAY);
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

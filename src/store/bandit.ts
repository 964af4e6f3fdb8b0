import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Experiment } from '../experiment/document/experiment.ts';
import { t } from '../i18n/index.ts';
import type { BanditCommand, BanditReport } from '../worker/banditProtocol.ts';
import { type BanditRecord, emptyRecord, withProgress } from './banditRecord.ts';

/** Number of interactions after which play ends. */
export const MAX_INTERACTIONS = 5000;

/** For each speed: interactions in one request, its time limit, and the pause before the next request, both in ms. */
const paces = {
  slow: { interactions: 1, milliseconds: 1000, rest: 1000 },
  brisk: { interactions: 1, milliseconds: 1000, rest: 80 },
  fast: { interactions: MAX_INTERACTIONS, milliseconds: 40, rest: 0 },
} as const;
export type BanditSpeed = keyof typeof paces;

export interface BanditState {
  readonly kind: 'resting' | 'playing' | 'failed';
  /** Why it failed; '' otherwise. */
  readonly message: string;
  readonly pace: BanditSpeed;
  readonly record: BanditRecord;
}

/** A run of the bandit: its state and its commands. */
export interface Bandit {
  readonly store: StoreApi<BanditState>;
  readonly play: () => void;
  readonly pause: () => void;
  /** Plays one interaction, then pauses. */
  readonly step: () => void;
  /** Starts over with these settings, paused. */
  readonly reset: (settings: Experiment['bandit']) => void;
  readonly setSpeed: (pace: BanditSpeed) => void;
  /** Play is suspended while the bandit is not visible. */
  readonly setVisible: (visible: boolean) => void;
  readonly dispose: () => void;
}

/** The part of the Worker interface that is used here. */
export interface BanditWorker {
  onmessage: ((event: MessageEvent<BanditReport>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  readonly postMessage: (command: BanditCommand) => void;
  readonly terminate: () => void;
}

const failedText = (): string => t('The agents could not go on. Reset, or close this and open it again.');

export function createBandit(first: Experiment['bandit'], createWorker: () => BanditWorker): Bandit {
  const store = createStore<BanditState>(() => ({
    kind: 'resting',
    message: '',
    pace: 'fast',
    record: emptyRecord(first.agents),
  }));
  const { getState, setState } = store;
  let settings = first;
  let runId = 1;
  let worker: BanditWorker | null = null;
  let asked = false;
  let visible = true;
  let rest: ReturnType<typeof setTimeout> | undefined;

  function ask(interactions: number, milliseconds: number): void {
    if (asked) return;
    const left = MAX_INTERACTIONS - getState().record.interactions;
    if (left <= 0) {
      setState({ kind: 'resting' });
      return;
    }
    worker ??= open();
    asked = true;
    worker.postMessage({
      type: 'bandit',
      runId,
      settings,
      interactions: Math.min(interactions, left),
      milliseconds,
    });
  }

  function playOn(): void {
    const { kind, pace } = getState();
    if (kind === 'playing' && visible) ask(paces[pace].interactions, paces[pace].milliseconds);
  }

  function open(): BanditWorker {
    const made = createWorker();
    made.onmessage = ({ data }) => receive(data);
    made.onerror = () => fail(failedText());
    return made;
  }

  function fail(message: string): void {
    close();
    setState({ kind: 'failed', message });
  }

  function close(): void {
    clearTimeout(rest);
    worker?.terminate();
    worker = null;
    asked = false;
  }

  function receive(report: BanditReport): void {
    if (report.runId !== runId) return;
    asked = false;
    if (report.type === 'bandit-played') {
      setState(({ record }) => ({ record: withProgress(record, report.progress) }));
      clearTimeout(rest);
      rest = setTimeout(playOn, paces[getState().pace].rest);
    } else fail(failedText());
  }

  return {
    store,
    play: () => {
      if (getState().kind === 'failed') return;
      setState({ kind: 'playing' });
      playOn();
    },
    pause: () => {
      clearTimeout(rest);
      if (getState().kind === 'playing') setState({ kind: 'resting' });
    },
    step: () => {
      if (getState().kind === 'failed') return;
      clearTimeout(rest);
      setState({ kind: 'resting' });
      ask(1, paces.slow.milliseconds);
    },
    reset: (next) => {
      settings = next;
      runId++;
      clearTimeout(rest);
      asked = false;
      setState({ kind: 'resting', message: '', record: emptyRecord(next.agents) });
    },
    setSpeed: (pace) => {
      setState({ pace });
      clearTimeout(rest);
      playOn();
    },
    setVisible: (next) => {
      visible = next;
      clearTimeout(rest);
      playOn();
    },
    dispose: close,
  };
}

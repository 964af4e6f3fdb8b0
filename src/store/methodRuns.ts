import type { StoreApi } from 'zustand/vanilla';
import { changesBetween, type Section } from '../experiment/document/changes.ts';
import { sameValue } from '../experiment/document/defaults.ts';
import type { Experiment } from '../experiment/document/experiment.ts';
import { exactCurve } from '../experiment/pictures/exactPosterior.ts';
import { prepareProblem } from '../experiment/pictures/prepareProblem.ts';
import { exactCalibration } from '../experiment/scores/exactCalibration.ts';
import { t } from '../i18n/index.ts';
import { formatWhole } from '../i18n/numbers.ts';
import { type MethodKind, methods, samplingMethod } from '../model/methods/index.ts';
import type { Report } from '../worker/protocol.ts';
import type { Trainer } from '../worker/trainer.ts';
import type { MethodPicture, OverlayMethod, PlaygroundOptions, PlaygroundState } from './state.ts';

/**
 * One method on the page's data, trained beside the page's run. `waiting`: for the run before it in the queue. seconds: from
 * the start of its worker to its last step. of: the experiment whose data, network, prior and likelihood it has.
 */
export type MethodRun =
  | { readonly kind: 'waiting'; readonly by: OverlayMethod; readonly of: Experiment }
  | {
      readonly kind: 'running';
      readonly by: OverlayMethod;
      readonly of: Experiment;
      readonly step: number;
      readonly steps: number;
      readonly snapshot: MethodPicture | null;
    }
  | {
      readonly kind: 'done';
      readonly by: OverlayMethod;
      readonly of: Experiment;
      readonly snapshot: MethodPicture;
      readonly seconds: number;
    }
  | {
      readonly kind: 'failed';
      readonly by: OverlayMethod;
      readonly of: Experiment;
      readonly message: string;
    };

/** The experiment of a method run: the same data, network, prior and likelihood, by another method, unpruned. */
export function overlayExperiment(experiment: Experiment, method: MethodKind = samplingMethod): Experiment {
  const { inference, prediction, view } = experiment;
  const { overlayBudget } = methods[method];
  return {
    ...experiment,
    inference: { ...inference, method, samples: overlayBudget.samples },
    prediction: { ...prediction, pruned: 0 },
    view: { ...view, engine: 'auto', panels: ['predictive'], draw: 'off' },
  };
}

/** Method runs one after another, in one worker beside the page's. */
export interface MethodQueue {
  /** Adds a method that has no run of this experiment yet; first: before those that wait. */
  readonly add: (by: OverlayMethod, first?: boolean) => void;
  /** Removes runs that wait, run or failed, or of every state. */
  readonly remove: (which: (run: MethodRun) => boolean) => void;
  readonly drawn: () => void;
  readonly setVisible: (visible: boolean) => void;
  readonly dispose: () => void;
}

/** Owns the second trainer: created when a method run starts, disposed when it ends. onChange: called after every change of the runs. */
export function createMethodQueue(
  store: StoreApi<PlaygroundState>,
  createTrainer: PlaygroundOptions['createTrainer'],
  onChange: () => void,
): MethodQueue {
  let trainer: Trainer | null = null;
  let visible = true;
  let began = 0;
  const runs = (): readonly MethodRun[] => store.getState().methodRuns;

  function endTrainer(): void {
    trainer?.dispose();
    trainer = null;
  }

  function set(next: readonly MethodRun[]): void {
    store.setState({ methodRuns: next });
    onChange();
  }

  const put = (run: MethodRun): void => set(runs().map((other) => (other.by === run.by ? run : other)));

  function startNext(): void {
    if (trainer) return;
    const next = runs().find(({ kind }) => kind === 'waiting');
    if (!next) return;
    const { by, of } = next;
    began = performance.now();
    if (by === 'exact') {
      put(exactRun(of, began));
      startNext();
      return;
    }
    const { steps } = methods[by].overlayBudget;
    trainer = createTrainer({ onReport: receive, onNotice: () => {} });
    put({ kind: 'running', by, of, step: 0, steps, snapshot: null });
    if (!visible) trainer.setVisible(false);
    trainer.start(overlayExperiment(of, by));
    trainer.train(steps);
  }

  function finish(run: MethodRun): void {
    endTrainer();
    put(run);
    startNext();
  }

  function receive(report: Report): void {
    const run = runs().find(({ kind }) => kind === 'running');
    if (run?.kind !== 'running') return;
    const { by, of } = run;
    if (report.type === 'diverged')
      finish({ kind: 'failed', by, of, message: divergedText(overlayName(by), report.step) });
    if (report.type === 'failed') finish({ kind: 'failed', by, of, message: failedText(overlayName(by)) });
    if (report.type !== 'progressed') return;
    const { snapshot } = report;
    if (snapshot.step < run.steps) put({ ...run, step: snapshot.step, snapshot });
    else finish({ kind: 'done', by, of, snapshot, seconds: (performance.now() - began) / 1000 });
  }

  return {
    add: (by, first = false) => {
      const of = store.getState().experiment;
      const found = runs().find((run) => run.by === by);
      const holds = found && found.kind !== 'failed' && sameValue(found.of.prediction, of.prediction);
      if (holds && !(first && found.kind === 'waiting')) return;
      const others = runs().filter((run) => run.by !== by);
      if (found?.kind === 'running') endTrainer();
      const run: MethodRun = { kind: 'waiting', by, of };
      set(first ? [run, ...others] : [...others, run]);
      startNext();
    },
    remove: (which) => {
      const removed = runs().filter(which);
      if (removed.length === 0) return;
      if (removed.some(({ kind }) => kind === 'running')) endTrainer();
      set(runs().filter((run) => !removed.includes(run)));
      startNext();
    },
    drawn: () => trainer?.drawn(),
    setVisible: (next) => {
      visible = next;
      trainer?.setVisible(next);
    },
    dispose: endTrainer,
  };
}

function exactRun(of: Experiment, began: number): MethodRun {
  const problem = prepareProblem(of);
  const snapshot = {
    step: 0,
    predictive: exactCurve(problem),
    chains: null,
    calibration: exactCalibration(problem),
  };
  return { kind: 'done', by: 'exact', of, snapshot, seconds: (performance.now() - began) / 1000 };
}

/** The last snapshot of the method that trains now; null: none. */
export function runningSnapshot({ methodRuns }: PlaygroundState): MethodPicture | null {
  const run = methodRuns.find(({ kind }) => kind === 'running');
  return run?.kind === 'running' ? run.snapshot : null;
}

/** The name of a method in a sentence. */
export function overlayName(by: OverlayMethod): string {
  return by === 'exact' ? t('the exact posterior') : t(methods[by].comparison?.subject ?? 'HMC');
}

function failedText(name: string): string {
  return t('{name} could not go on. Try a smaller network, or fewer points.', { name });
}

function divergedText(name: string, step: number): string {
  return t(
    '{name} met a log posterior that is not a finite number at step {step}. Try more noise, or a wider prior.',
    { name, step: formatWhole(step) },
  );
}

/** The sections that p(w | D) depends on. */
const posteriorSections: readonly Section[] = ['dataset', 'network', 'prior', 'likelihood'];

/** The first section whose change affects p(w | D); a new seed counts as data if it changes the points. */
export function changedQuestion(
  of: Experiment,
  now: Experiment,
  pointsBefore: PlaygroundState['points'],
  points: PlaygroundState['points'],
): Section | null {
  const section = changesBetween(of, now).sections.find((changed) => posteriorSections.includes(changed));
  if (section !== undefined || of.seed === now.seed) return section ?? null;
  return sameValue(pointsBefore, points) ? null : 'dataset';
}

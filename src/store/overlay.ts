import type { StoreApi } from 'zustand/vanilla';
import { changesBetween, type Section } from '../experiment/document/changes.ts';
import { sameValue } from '../experiment/document/defaults.ts';
import type { Experiment } from '../experiment/document/experiment.ts';
import { exactCurve, hasExactPosterior } from '../experiment/pictures/exactPosterior.ts';
import { prepareProblem } from '../experiment/pictures/prepareProblem.ts';
import { t } from '../i18n/index.ts';
import { formatWhole } from '../i18n/numbers.ts';
import { type MethodKind, methods, samplingMethod } from '../model/methods/index.ts';
import type { Report } from '../worker/protocol.ts';
import type { Trainer } from '../worker/trainer.ts';
import { sectionName } from './notices.ts';
import type { Overlay, OverlayMethod, PlaygroundOptions, PlaygroundState } from './state.ts';

/** What can happen to the overlay. */
export interface OverlayEvents {
  /** Lays a method over the run of the experiment as it is; by default the posterior, exact where it can be. */
  readonly showOverlay: (by?: OverlayMethod) => void;
  /** Cancels a running overlay, or removes a finished one. */
  readonly hideOverlay: () => void;
  /** Confirms that the overlay's snapshot in the store is on the screen. */
  readonly overlayDrawn: () => void;
}

/** The overlay that shows the posterior: exact where it has a closed form, else by the sampling method. */
export function posteriorOverlay(experiment: Experiment): OverlayMethod {
  return hasExactPosterior(experiment) ? 'exact' : samplingMethod;
}

/** The experiment that an overlay trains: the same data, network, prior and likelihood, by another method, unpruned. */
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

/** Owns the second trainer: created when an overlay starts, disposed when it is done, cancelled or out of date. */
export function createOverlay(
  store: StoreApi<PlaygroundState>,
  createTrainer: PlaygroundOptions['createTrainer'],
  notify: (text: string) => void,
) {
  let trainer: Trainer | null = null;
  let visible = true;

  function end(overlay: Overlay): void {
    trainer?.dispose();
    trainer = null;
    store.setState({ overlay });
  }

  function receive(report: Report): void {
    const { overlay } = store.getState();
    if (overlay.kind !== 'running') return;
    if (report.type === 'diverged')
      end({ kind: 'failed', message: divergedText(overlayName(overlay.by), report.step) });
    if (report.type === 'failed') end({ kind: 'failed', message: failedText(overlayName(overlay.by)) });
    if (report.type !== 'progressed') return;
    const { snapshot } = report;
    if (snapshot.step < overlay.steps)
      store.setState({ overlay: { ...overlay, step: snapshot.step, snapshot } });
    else end({ kind: 'done', by: overlay.by, snapshot, of: overlay.of });
  }

  function show(by: OverlayMethod = posteriorOverlay(store.getState().experiment)): void {
    const of = store.getState().experiment;
    if (by === 'exact') {
      const snapshot = { step: 0, predictive: exactCurve(prepareProblem(of)), chains: null };
      end({ kind: 'done', by, snapshot, of });
      return;
    }
    const { steps } = methods[by].overlayBudget;
    end({ kind: 'running', by, step: 0, steps, snapshot: null, of });
    trainer = createTrainer({ onReport: receive, onNotice: () => {} });
    if (!visible) trainer.setVisible(false);
    trainer.start(overlayExperiment(of, by));
    trainer.train(steps);
  }

  const stopFollowing = store.subscribe(({ overlay, experiment, points }, before) => {
    if (experiment === before.experiment || overlay.kind === 'off' || overlay.kind === 'failed') return;
    const section = changedQuestion(overlay.of, experiment, before.points, points);
    if (section === null) return;
    end({ kind: 'off' });
    notify(
      t('The comparison with {name} has ended: {part} changed', {
        name: overlayName(overlay.by),
        part: sectionName(section),
      }),
    );
  });

  return {
    events: {
      showOverlay: show,
      hideOverlay: () => end({ kind: 'off' }),
      overlayDrawn: () => trainer?.drawn(),
    } satisfies OverlayEvents,
    setVisible: (next: boolean): void => {
      visible = next;
      trainer?.setVisible(next);
    },
    dispose: (): void => {
      stopFollowing();
      trainer?.dispose();
      trainer = null;
    },
  };
}

/** The name of an overlay in a sentence. */
export function overlayName(by: OverlayMethod): string {
  return by === 'exact' ? t('the exact posterior') : t(methods[by].comparison?.subject ?? 'HMC');
}

/** The name of an overlay in a legend. */
export function overlayShort(by: OverlayMethod): string {
  return by === 'exact' ? t('exact posterior') : overlayName(by);
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
function changedQuestion(
  of: Experiment,
  now: Experiment,
  pointsBefore: PlaygroundState['points'],
  points: PlaygroundState['points'],
): Section | null {
  const section = changesBetween(of, now).sections.find((changed) => posteriorSections.includes(changed));
  if (section !== undefined || of.seed === now.seed) return section ?? null;
  return sameValue(pointsBefore, points) ? null : 'dataset';
}

import { type Experiment, panelIds } from '../experiment/document/experiment.ts';
import { weightDrawingEstimator } from '../model/estimators/index.ts';
import { methods } from '../model/methods/index.ts';
import type { ExperimentEvents } from './experimentEvents.ts';
import type { PlaygroundParts } from './state.ts';

/** Commands of slow motion, which shows one training step part by part. */
export interface SlowMotionEvents {
  /** Opens slow motion and pauses training, or closes it. */
  readonly toggleSlowMotion: () => void;
  /** Changes to the estimator that draws the weights, so that a step has w = μ + σ ∘ ε to show. */
  readonly drawWeightsInSteps: () => void;
  /** Returns to the estimator from before `drawWeightsInSteps`. */
  readonly restoreEstimator: () => void;
}

/** change, pause: the commands of the playground. */
export function createSlowMotion(
  { store }: Pick<PlaygroundParts, 'store'>,
  change: ExperimentEvents['change'],
  pause: () => void,
): SlowMotionEvents {
  function drawWeightsInSteps(): void {
    const { inference } = store.getState().experiment;
    if (!methods[inference.method].fitsDistribution || inference.estimator === weightDrawingEstimator) return;
    const faults = change({ 'inference.estimator': weightDrawingEstimator });
    if (faults.length === 0) store.setState({ estimatorAfterSlow: inference.estimator });
  }

  function restoreEstimator(): void {
    const { estimatorAfterSlow, experiment } = store.getState();
    if (estimatorAfterSlow === null) return;
    store.setState({ estimatorAfterSlow: null });
    // Keeps another estimator, chosen since; a rule of the document can refuse the former one.
    if (experiment.inference.estimator === weightDrawingEstimator)
      change({ 'inference.estimator': estimatorAfterSlow });
  }

  return {
    toggleSlowMotion: () => {
      const { experiment, run } = store.getState();
      const open = !isSlow(experiment);
      if (open && run.kind === 'training') pause();
      // While slow motion is open, a change of the estimator resumes no run that had converged.
      if (!open) restoreEstimator();
      const { panels } = experiment.view;
      change({ 'view.panels': panelIds.filter((id) => (id === 'step' ? open : panels.includes(id))) });
      if (open) drawWeightsInSteps();
    },
    drawWeightsInSteps,
    restoreEstimator,
  };
}

function isSlow({ view }: Experiment): boolean {
  return view.panels.includes('step');
}

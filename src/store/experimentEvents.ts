import { changesBetween, setFields } from '../experiment/document/changes.ts';
import type { Experiment } from '../experiment/document/experiment.ts';
import type { Fault } from '../experiment/document/fields.ts';
import { plainText } from '../experiment/document/plainFault.ts';
import { editedPoints, pointEdits } from './pointEdits.ts';
import { applyChange } from './restart.ts';
import { isTraining } from './run.ts';
import type { PlaygroundParts } from './state.ts';
import { dataOf, remember, switchesData } from './undo.ts';

/** Commands that change the experiment. */
export interface ExperimentEvents {
  /** Sets fields by their dotted paths, all or none. Returns the faults; if there are any, nothing changed. */
  readonly change: (fields: Readonly<Record<string, unknown>>) => readonly Fault[];
  /** Opens an experiment from a link or a file, and shows the notices of reading it. */
  readonly loadExperiment: (experiment: Experiment, notices?: readonly Fault[]) => void;
  /** Returns to step 0 with the same initial weights and the same random numbers. */
  readonly rewind: () => void;
  /** Starts the same experiment with other random numbers. */
  readonly newSeed: (seed: number) => void;
}

export function createExperimentEvents(parts: PlaygroundParts): ExperimentEvents {
  const { store, begin, train, notify } = parts;

  function rememberData(after: Experiment): void {
    const { experiment: before, ...stacks } = store.getState();
    if (!switchesData(before.dataset, after.dataset)) return;
    const editsPoints = !changesBetween(before, after).restarts;
    const kept = { editsPoints, keepsLikelihood: editsPoints };
    store.setState(remember(stacks, { ...dataOf(before), ...kept, gesture: null }));
  }

  function change(fields: Readonly<Record<string, unknown>>): readonly Fault[] {
    const before = store.getState().experiment;
    const ownsPoints = fields['dataset.id'] === 'custom' && before.dataset.id !== 'custom';
    const resolved = setFields(
      before,
      ownsPoints ? { ...editedPoints(before, pointEdits.keep()), ...fields } : fields,
    );
    if ('faults' in resolved) return resolved.faults;
    const after = resolved.experiment;
    if (after === before) return [];
    rememberData(after);
    applyChange(parts, after);
    return [];
  }

  return {
    change,
    loadExperiment: (experiment, notices = []) => {
      rememberData(experiment);
      // Old notices are about the last experiment; those with a button still need an action.
      store.setState(({ notices: old, opened }) => ({
        notices: old.filter(({ action }) => action),
        opened: opened + 1,
        estimatorAfterSlow: null,
      }));
      begin(experiment);
      for (const notice of notices) notify(plainText(notice));
      if (experiment.view.step > 0) train(experiment.view.step);
      else if (experiment.view.autoplay) train(null);
    },
    rewind: () => begin(store.getState().experiment),
    newSeed: (seed) => {
      const { experiment, run } = store.getState();
      begin({ ...experiment, seed });
      if (isTraining(run)) train(run.steps);
    },
  };
}

import type { Experiment } from '../experiment/document/experiment.ts';

type Dataset = Experiment['dataset'];

/** The sections that undo restores: the data, and the likelihood, whose noise has the unit of the data. */
export type Data = Pick<Experiment, 'dataset' | 'likelihood'>;

/** A change of the data: the data before it, and whether the run continued (edited points) or restarted. */
export interface DataChange extends Data {
  readonly runGoesOn: boolean;
  /** Changes with the same gesture are undone together; null: alone. */
  readonly gesture: string | null;
}

/** Changes that can be undone and redone, newest last. */
export interface UndoStacks {
  readonly past: readonly DataChange[];
  readonly future: readonly DataChange[];
}

/** Maximum number of changes that can be undone. */
const MAX_UNDO = 200;

export function dataOf({ dataset, likelihood }: Experiment): Data {
  return { dataset, likelihood };
}

/** The experiment with the data of a change; edits of points keep the likelihood. */
export function withData(experiment: Experiment, { dataset, likelihood, runGoesOn }: DataChange): Experiment {
  return runGoesOn ? { ...experiment, dataset } : { ...experiment, dataset, likelihood };
}

/** Adds a change to undo, and clears what could be redone. */
export function remember({ past }: UndoStacks, change: DataChange): UndoStacks {
  const sameGesture = change.gesture !== null && past.at(-1)?.gesture === change.gesture;
  return { past: sameGesture ? past : [...past, change].slice(-MAX_UNDO), future: [] };
}

/** Ends a gesture, so that the next change is undone separately. */
export function endGesture({ past, future }: UndoStacks): UndoStacks {
  const last = past.at(-1);
  return last?.gesture
    ? { past: [...past.slice(0, -1), { ...last, gesture: null }], future }
    : { past, future };
}

/** One step of undo or redo: the change to restore, and the stacks after it; null if there is none. */
export function stepThrough(
  stacks: UndoStacks,
  direction: 'undo' | 'redo',
  now: Data,
): { readonly stacks: UndoStacks; readonly change: DataChange } | null {
  const [from, onto] = direction === 'undo' ? [stacks.past, stacks.future] : [stacks.future, stacks.past];
  const change = from.at(-1);
  if (!change) return null;
  const rest = from.slice(0, -1);
  const grown = [...onto, { ...now, runGoesOn: change.runGoesOn, gesture: null }];
  return {
    change,
    stacks: direction === 'undo' ? { past: rest, future: grown } : { past: grown, future: rest },
  };
}

/** Whether a change of data set can be undone: if the data set is another one, or the data were custom. */
export function switchesData(before: Dataset, after: Dataset): boolean {
  return before !== after && (before.id === 'custom' || before.id !== after.id);
}

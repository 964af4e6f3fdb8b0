import type { Experiment } from '../experiment/document/experiment.ts';

type Dataset = Experiment['dataset'];

/** The sections that undo restores: the data, and the likelihood, whose noise has the unit of the data. */
export type Data = Pick<Experiment, 'dataset' | 'likelihood'>;

/** A change of the data, with the data before it. */
export interface DataChange extends Data {
  /** Whether the parameters kept their meaning (edited points), or the data were replaced. */
  readonly editsPoints: boolean;
  /** Whether it left the likelihood as it was; undoing it then leaves later changes of the likelihood. */
  readonly keepsLikelihood: boolean;
  /** Changes with the same gesture are undone together; null: alone. */
  readonly gesture: string | null;
  /** What could be redone before the gesture began, for `cancelGesture`; absent once the gesture has ended. */
  readonly redoable?: readonly DataChange[];
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

/** The experiment with the data of a change. */
export function withData(
  experiment: Experiment,
  { dataset, likelihood, keepsLikelihood }: DataChange,
): Experiment {
  return keepsLikelihood ? { ...experiment, dataset } : { ...experiment, dataset, likelihood };
}

/** Adds a change to undo, and clears what could be redone. */
export function remember({ past, future }: UndoStacks, change: DataChange): UndoStacks {
  const sameGesture = change.gesture !== null && past.at(-1)?.gesture === change.gesture;
  const added = change.gesture === null ? change : { ...change, redoable: future };
  return { past: sameGesture ? past : [...past, added].slice(-MAX_UNDO), future: [] };
}

/** Ends a gesture, so that the next change is undone separately. */
export function endGesture({ past, future }: UndoStacks): UndoStacks {
  const last = past.at(-1);
  if (!last?.gesture) return { past, future };
  const { redoable: _redoable, ...ended } = last;
  return { past: [...past.slice(0, -1), { ...ended, gesture: null }], future };
}

/** The change to restore when the current gesture is cancelled, and the stacks as they were before it; null: no gesture. */
export function cancelGesture({
  past,
}: UndoStacks): { readonly stacks: UndoStacks; readonly change: DataChange } | null {
  const change = past.at(-1);
  if (!change?.gesture) return null;
  return { change, stacks: { past: past.slice(0, -1), future: change.redoable ?? [] } };
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
  const grown = [
    ...onto,
    {
      ...now,
      editsPoints: change.editsPoints,
      keepsLikelihood: change.keepsLikelihood,
      gesture: null,
    },
  ];
  return {
    change,
    stacks: direction === 'undo' ? { past: rest, future: grown } : { past: grown, future: rest },
  };
}

/** Whether a change of data set can be undone: if the data set is another one, or the data were custom. */
export function switchesData(before: Dataset, after: Dataset): boolean {
  return before !== after && (before.id === 'custom' || before.id !== after.id);
}

import type { Experiment } from '../experiment/document/experiment.ts';

type Dataset = Experiment['dataset'];

/** The data of an experiment, with the noise that goes with their unit. */
export type Data = Pick<Experiment, 'dataset' | 'likelihood'>;

/** One thing done to the data: what they were before, and whether the run went on (points edited) or began anew. */
export interface DataChange extends Data {
  readonly runGoesOn: boolean;
  /** Changes of one gesture are undone together; null: alone. */
  readonly gesture: string | null;
}

/** What can be undone and redone, newest last. */
export interface UndoStacks {
  readonly past: readonly DataChange[];
  readonly future: readonly DataChange[];
}

/** Changes that can be undone. */
const LIMIT = 200;

export function dataOf({ dataset, likelihood }: Experiment): Data {
  return { dataset, likelihood };
}

/** The experiment with the data of another time; the noise stays where the points were only edited. */
export function withData(experiment: Experiment, { dataset, likelihood, runGoesOn }: DataChange): Experiment {
  return runGoesOn ? { ...experiment, dataset } : { ...experiment, dataset, likelihood };
}

/** Remembers the data before a change; whatever was undone before can no longer be redone. */
export function remember({ past }: UndoStacks, change: DataChange): UndoStacks {
  const sameGesture = change.gesture !== null && past.at(-1)?.gesture === change.gesture;
  return { past: sameGesture ? past : [...past, change].slice(-LIMIT), future: [] };
}

/** Ends a gesture: the next change is undone by itself. */
export function endGesture({ past, future }: UndoStacks): UndoStacks {
  const last = past.at(-1);
  return last?.gesture
    ? { past: [...past.slice(0, -1), { ...last, gesture: null }], future }
    : { past, future };
}

/** A step back or forward: the stacks after it and the change to take back; null where there is none. */
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

/** Whether a switch from one data set to another is worth an undo: always if a person made the old one. */
export function switchesData(before: Dataset, after: Dataset): boolean {
  return before !== after && (before.id === 'custom' || before.id !== after.id);
}

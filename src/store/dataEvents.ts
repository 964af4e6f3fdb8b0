import { changesBetween, setFields } from '../experiment/document/changes.ts';
import { defaultAt } from '../experiment/document/defaults.ts';
import type { Fault } from '../experiment/document/fields.ts';
import {
  editedPoints,
  type OwnData,
  type Place,
  type Point,
  type PointEdit,
  pointEdits,
  replacedPoints,
} from './pointEdits.ts';
import { applyChange, restart } from './restart.ts';
import type { PlaygroundParts } from './state.ts';
import {
  cancelGesture,
  type DataChange,
  dataOf,
  endGesture,
  remember,
  stepThrough,
  withData,
} from './undo.ts';

/** The faults of an edit. If there are any, nothing changed. */
type Faults = readonly Fault[];

/** Commands that change the data; every command can be undone. */
export interface DataEvents {
  readonly addPoint: (place: Place | Point) => Faults;
  /** Moves of one point are undone together, up to `moveEnded`. */
  readonly movePoint: (index: number, place: Place | Point) => Faults;
  readonly moveEnded: () => void;
  /** Restores the data before the moves since the last `moveEnded`; nothing of them can be undone or redone. */
  readonly moveCancelled: () => void;
  readonly deletePoint: (index: number) => Faults;
  /** Deletes several points as one edit. */
  readonly deletePoints: (indices: readonly number[]) => Faults;
  readonly clearPoints: () => Faults;
  /** Replaces all points on the same axes as one edit. */
  readonly setPoints: (points: readonly Point[]) => Faults;
  /** Replaces the data and the axes; restarts the run. */
  readonly replacePoints: (data: OwnData) => Faults;
  readonly undo: () => void;
  readonly redo: () => void;
}

export function createDataEvents(parts: PlaygroundParts): DataEvents {
  const { store } = parts;

  function edit(edited: PointEdit, gesture: string | null = null): Faults {
    const { experiment, ...stacks } = store.getState();
    const resolved = setFields(experiment, editedPoints(experiment, edited));
    if ('faults' in resolved) return resolved.faults;
    if (resolved.experiment === experiment) return [];
    const changes = changesBetween(experiment, resolved.experiment);
    const editsPoints = !changes.restarts;
    const keepsLikelihood = editsPoints && resolved.experiment.likelihood === experiment.likelihood;
    store.setState(remember(stacks, { ...dataOf(experiment), editsPoints, keepsLikelihood, gesture }));
    applyChange(parts, resolved.experiment, changes);
    return [];
  }

  function replace(data: OwnData): Faults {
    const { experiment, ...stacks } = store.getState();
    const resolved = setFields(experiment, replacedPoints(experiment, data));
    if ('faults' in resolved) return resolved.faults;
    const after = resolved.experiment;
    const noise = defaultAt(after, 'likelihood.noise');
    const replaced = { editsPoints: false, keepsLikelihood: false };
    store.setState(remember(stacks, { ...dataOf(experiment), ...replaced, gesture: null }));
    const learn = defaultAt(after, 'likelihood.learn');
    restart(parts, { ...after, likelihood: { ...after.likelihood, noise, learn } });
    return [];
  }

  function travel(direction: 'undo' | 'redo'): void {
    const { experiment, ...stacks } = store.getState();
    const travelled = stepThrough(stacks, direction, dataOf(experiment));
    if (!travelled) return;
    store.setState(travelled.stacks);
    restore(travelled.change, direction);
  }

  function restore(change: DataChange, direction: 'undo' | 'redo'): void {
    const { experiment } = store.getState();
    const after = withData(experiment, change);
    // The change in the direction of the edit: points that become custom keep the meaning of the parameters. The method may
    // have changed since: chains restart with every change of the data.
    const [earlier, later] = direction === 'undo' ? [after, experiment] : [experiment, after];
    if (change.editsPoints) applyChange(parts, after, changesBetween(earlier, later));
    else restart(parts, after);
  }

  function cancelMove(): void {
    const cancelled = cancelGesture(store.getState());
    if (!cancelled) return;
    store.setState(cancelled.stacks);
    restore(cancelled.change, 'undo');
  }

  return {
    addPoint: (place) => edit(pointEdits.add(place)),
    movePoint: (index, place) => edit(pointEdits.move(index, place), `move ${index}`),
    moveEnded: () => store.setState(endGesture),
    moveCancelled: cancelMove,
    deletePoint: (index) => edit(pointEdits.delete(index)),
    deletePoints: (indices) => edit(pointEdits.deleteAll(indices)),
    clearPoints: () => edit(pointEdits.clear()),
    setPoints: (points) => edit(pointEdits.set(points)),
    replacePoints: replace,
    undo: () => travel('undo'),
    redo: () => travel('redo'),
  };
}

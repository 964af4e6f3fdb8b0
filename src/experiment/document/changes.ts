import { methods } from '../../model/methods/index.ts';
import { defaultAt, sameValue, valueAt, withValue } from './defaults.ts';
import { type Experiment, showsNetwork } from './experiment.ts';
import { type Effect, effects, type Fault, type FieldPath, fieldPaths, fields } from './fields.ts';
import { checkFields, type Resolved } from './resolve.ts';
import { ruleFaults } from './rules.ts';

/**
 * The experiment with fields set by their paths, all or none. Fields that follow a changed one return to their default,
 * unless they are set too. Branches of the experiment that do not change stay the same objects.
 */
export function setFields(experiment: Experiment, changes: Readonly<Record<string, unknown>>): Resolved {
  const { given, faults } = checkFields(new Map(Object.entries(changes)));
  if (faults.length > 0) return { faults };
  const after = fieldPaths.reduce((current, path) => {
    if (given.has(path)) return withValue(current, path, given.get(path));
    return followsChangedField(path, experiment, current)
      ? withValue(current, path, defaultAt(current, path))
      : current;
  }, experiment);
  const broken = ruleFaults(after);
  return broken.length > 0 ? { faults: broken } : { experiment: after };
}

/** Whether a field that this one follows has changed. Points that become custom keep the fields that follow the data set. */
function followsChangedField(path: FieldPath, before: Experiment, after: Experiment): boolean {
  return [fields[path].follows ?? []].flat().some((leader) => {
    if (leader === 'dataset.id' && after.dataset.id === 'custom') return false;
    return !sameValue(valueAt(before, leader), valueAt(after, leader));
  });
}

/** Why a field cannot be set to a value, together with the fields that follow it; null: it can. */
export function faultOf(experiment: Experiment, path: FieldPath, value: unknown): Fault | null {
  const resolved = setFields(experiment, { [path]: value });
  return 'faults' in resolved ? (resolved.faults[0] ?? null) : null;
}

/** A section of the experiment, or `seed`. */
export type Section = Exclude<keyof Experiment, 'version'>;

/** What differs between two experiments. */
export interface Changes {
  /** The fields that differ, in the order of `fields`. */
  readonly paths: readonly FieldPath[];
  /** The sections that they belong to, each once, in the same order. */
  readonly sections: readonly Section[];
  /** The strongest effect of all differences; null: there are none. */
  readonly effect: Effect | null;
  /** Whether the run restarts. */
  readonly restarts: boolean;
}

/**
 * The effect of a change of experiment. All code that reacts to a change uses this, except the worker's choice of an
 * engine, whose `shapeKey` is a cache key: equal for experiments of equal cost.
 */
export function changesBetween(before: Experiment, after: Experiment): Changes {
  const paths = fieldPaths.filter((path) => !sameValue(valueAt(before, path), valueAt(after, path)));
  const strongest = Math.max(-1, ...paths.map((path) => effects.indexOf(effectOf(path, before, after))));
  return {
    paths,
    sections: [...new Set(paths.map((path) => path.split('.')[0] as Section))],
    effect: effects[strongest] ?? null,
    restarts: effects[strongest] === 'shape',
  };
}

/** Whether changes have this effect or a stronger one. */
export function reaches({ effect }: Changes, least: Effect): boolean {
  return effect !== null && effects.indexOf(effect) >= effects.indexOf(least);
}

/** What the change of one field touches in this context: the row of `fields`, and its exceptions. */
function effectOf(path: FieldPath, before: Experiment, after: Experiment): Effect {
  const { chains, rows } = methods[after.inference.method];
  const { affects } = fields[path];
  // The draws of a chain belong to one posterior and one way of drawing; the optimiser is no part of it.
  if (chains && affects !== 'view' && affects !== 'picture' && !path.startsWith('inference.optimizer.'))
    return 'shape';
  // Members of an ensemble are rows of the parameters.
  if (rows === 'samples' && path === 'inference.samples') return 'shape';
  // Custom points replace a registered data set without changing the method.
  if (path === 'dataset.id' && after.dataset.id === 'custom') return 'posterior';
  if (path === 'view.panels' && !changesSnapshots(before, after)) return 'view';
  return affects;
}

/** Whether panels opened or closed for which a snapshot includes more: the network (followed draw), or the next step. */
function changesSnapshots(before: Experiment, after: Experiment): boolean {
  return (
    showsNetwork(before) !== showsNetwork(after) ||
    before.view.panels.includes('step') !== after.view.panels.includes('step')
  );
}

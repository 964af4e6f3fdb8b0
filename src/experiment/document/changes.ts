import { methods } from '../../model/methods/index.ts';
import { defaultAt, sameValue, valueAt, withValue } from './defaults.ts';
import type { Experiment } from './experiment.ts';
import { type FieldPath, fieldPaths, fields } from './fields.ts';
import { checkFields, type Resolved } from './resolve.ts';
import { ruleFaults } from './rules.ts';

/**
 * The experiment with fields set by their paths, all or none. Fields that follow a changed one go back to their default,
 * unless they are set too. What does not change stays the same object.
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

/** Whether a field that this one follows has changed. Points that become the person's own take nothing with them. */
function followsChangedField(path: FieldPath, before: Experiment, after: Experiment): boolean {
  return [fields[path].follows ?? []].flat().some((leader) => {
    if (leader === 'dataset.id' && after.dataset.id === 'custom') return false;
    return !sameValue(valueAt(before, leader), valueAt(after, leader));
  });
}

/**
 * Whether training has to start anew. Data may come and go while it runs: what is lost only with the data set is the
 * question it answers, so a data set whose points merely become the person's own goes on. Members of an ensemble and
 * chains cannot grow in number; and what chains have drawn is of one posterior only.
 */
export function requiresRestart(before: Experiment, after: Experiment): boolean {
  const { rows, chains } = methods[after.inference.method];
  return fieldPaths.some((path) => {
    const restarts =
      fields[path].restarts ||
      (rows === 'samples' && path === 'inference.samples') ||
      (chains && !/^(view|bandit|prediction|inference\.optimizer)\./.test(path));
    if (!restarts || (!chains && path === 'dataset.id' && after.dataset.id === 'custom')) return false;
    return !sameValue(valueAt(before, path), valueAt(after, path));
  });
}

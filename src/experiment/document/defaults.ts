import type { Experiment } from './experiment.ts';
import { type At, type FieldPath, fieldAt, fieldPaths, type ValueOf } from './fields.ts';
import { type Branch, sameValue } from './sameValue.ts';

export { sameValue } from './sameValue.ts';

/** The keys along every path, split once. */
const stepsOf = new Map(fieldPaths.map((path) => [path, path.split('.')]));

/** The value of a field. */
export function valueAt<P extends FieldPath>(experiment: Experiment, path: P): ValueOf<P> {
  return stepsOf.get(path)!.reduce<unknown>((node, key) => (node as Branch)[key], experiment) as ValueOf<P>;
}

/** The experiment with one field set. Branches that do not change stay the same objects. */
export function withValue(experiment: Experiment, path: FieldPath, value: unknown): Experiment {
  return grown(experiment as unknown as Branch, stepsOf.get(path)!, value) as unknown as Experiment;
}

function grown(branch: Branch, [key, ...rest]: readonly string[], value: unknown): Branch {
  const before = branch[key!];
  const after = rest.length === 0 ? value : grown((before ?? {}) as Branch, rest, value);
  return sameValue(before, after) ? branch : { ...branch, [key!]: after };
}

/** The default of a field, given the fields above it in the table. */
export function defaultAt<P extends FieldPath>(experiment: Experiment, path: P): ValueOf<P> {
  const { default: standard } = fieldAt(path);
  const at: At = (other) => valueAt(experiment, other);
  return (typeof standard === 'function' ? standard(at) : standard) as ValueOf<P>;
}

/** The experiment with the given fields, which must be legal, and defaults for the others. */
export function fillDefaults(given: ReadonlyMap<FieldPath, unknown>): Experiment {
  const experiment = { version: 1 } as Experiment;
  for (const path of fieldPaths)
    put(experiment, path, given.has(path) ? given.get(path) : defaultAt(experiment, path));
  return experiment;
}

/** Sets a field of an experiment under construction, in place. */
function put(experiment: Experiment, path: FieldPath, value: unknown): void {
  const steps = stepsOf.get(path)!;
  let branch = experiment as unknown as Record<string, unknown>;
  for (const section of steps.slice(0, -1)) {
    branch[section] ??= {};
    branch = branch[section] as Record<string, unknown>;
  }
  branch[steps.at(-1)!] = value;
}

/** The experiment with every field at its default: the meaning of `{"version": 1}`. */
export function defaultExperiment(): Experiment {
  return fillDefaults(new Map());
}

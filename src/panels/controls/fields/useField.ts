import { useCallback, useState } from 'react';
import { defaultAt, sameValue, valueAt } from '../../../experiment/document/defaults.ts';
import { type FieldPath, fields, type ValueOf } from '../../../experiment/document/fields.ts';
import { useExperiment, usePlayground } from '../../ui/playgroundContext.ts';
import { faultText } from './faultText.ts';

/** A field of the experiment and the commands of its control. */
export interface FieldHandle<Value> {
  readonly value: Value;
  /** Whether it differs from its default. */
  readonly changed: boolean;
  /** Whether a change starts a new run. */
  readonly restarts: boolean;
  /** Why the last change was refused; null once one is accepted, or the value changes otherwise. */
  readonly fault: string | null;
  /** Sets the field and `fault`; returns the fault. */
  readonly set: (value: unknown) => string | null;
  /** Sets `fault` for an input that never becomes a value, such as text that is no number; null clears it. */
  readonly report: (fault: string | null) => void;
  readonly reset: () => void;
}

/** The field at a dotted path, such as `prior.sigma`. Renders only when the field, its default or its fault changes. */
export function useField<P extends FieldPath>(path: P): FieldHandle<ValueOf<P>> {
  const { store, change } = usePlayground();
  const value = useExperiment((experiment) => valueAt(experiment, path));
  const changed = useExperiment(
    (experiment) => !sameValue(valueAt(experiment, path), defaultAt(experiment, path)),
  );
  const [refusal, setRefusal] = useState<{ readonly fault: string; readonly of: unknown } | null>(null);
  const report = useCallback(
    (fault: string | null) =>
      setRefusal(fault === null ? null : { fault, of: valueAt(store.getState().experiment, path) }),
    [store, path],
  );
  const set = useCallback(
    (next: unknown) => {
      const faults = change({ [path]: next });
      const fault = faults.length === 0 ? null : faults.map(faultText).join('; ');
      report(fault);
      return fault;
    },
    [change, path, report],
  );
  const continues = useExperiment(({ view }) => view.continue);
  const reset = useCallback(() => {
    set(defaultAt(store.getState().experiment, path));
  }, [store, path, set]);
  const { affects } = fields[path];
  return {
    value,
    changed,
    restarts: affects === 'shape' || (affects === 'posterior' && !continues),
    fault: refusal && Object.is(refusal.of, value) ? refusal.fault : null,
    set,
    report,
    reset,
  };
}

/** The paths of fields whose values have a given type. */
export type PathsTo<Value> = { [P in FieldPath]: ValueOf<P> extends Value ? P : never }[FieldPath];

import { useCallback } from 'react';
import { defaultAt, sameValue, valueAt } from '../../../experiment/document/defaults.ts';
import { type Fault, type FieldPath, fields, type ValueOf } from '../../../experiment/document/fields.ts';
import { useExperiment, usePlayground } from '../../ui/playgroundContext.ts';
import { faultText } from './faultText.ts';

/** One field of the experiment, as a control uses it. */
export interface FieldHandle<Value> {
  readonly value: Value;
  /** It differs from its default. */
  readonly changed: boolean;
  /** Changing it starts a new run. */
  readonly restarts: boolean;
  /** Sets it; what is wrong with the value, or null. */
  readonly set: (value: unknown) => string | null;
  readonly reset: () => void;
}

/** The field at a dotted path, such as `prior.sigma`. Renders only when this field or its default changes. */
export function useField<P extends FieldPath>(path: P): FieldHandle<ValueOf<P>> {
  const { store, change } = usePlayground();
  const value = useExperiment((experiment) => valueAt(experiment, path));
  const changed = useExperiment(
    (experiment) => !sameValue(valueAt(experiment, path), defaultAt(experiment, path)),
  );
  const set = useCallback(
    (next: unknown) => {
      const faults: readonly Fault[] = change({ [path]: next });
      return faults.length === 0 ? null : faults.map(faultText).join(' ');
    },
    [change, path],
  );
  const reset = useCallback(() => {
    change({ [path]: defaultAt(store.getState().experiment, path) });
  }, [store, change, path]);
  return { value, changed, restarts: fields[path].affects === 'shape', set, reset };
}

/** Fields of one kind of value. */
export type PathsTo<Value> = { [P in FieldPath]: ValueOf<P> extends Value ? P : never }[FieldPath];

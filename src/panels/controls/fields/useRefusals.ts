import { useMemo } from 'react';
import { faultOf } from '../../../experiment/document/changes.ts';
import type { Experiment } from '../../../experiment/document/experiment.ts';
import type { FieldPath } from '../../../experiment/document/fields.ts';
import { useExperiment } from '../../ui/playgroundContext.ts';
import { faultText } from './faultText.ts';

/** Why a field cannot be set to each of these values, by the rules of the experiment; null: it can. */
export function refusalsOf(
  experiment: Experiment,
  path: FieldPath,
  values: readonly string[],
): readonly (string | null)[] {
  return values.map((value) => {
    const fault = faultOf(experiment, path, value);
    return fault && faultText(fault);
  });
}

/** The refusals of the experiment on the page. Renders only when one of them changes. values: without spaces. */
export function useRefusals(path: FieldPath, values: readonly string[]): readonly (string | null)[] {
  const key = values.join(' ');
  // The store calls the selector at every snapshot; the rules are evaluated once for each experiment.
  const select = useMemo(() => {
    let judged: Experiment | null = null;
    let refusals = '[]';
    return (experiment: Experiment): string => {
      if (experiment === judged) return refusals;
      judged = experiment;
      refusals = JSON.stringify(refusalsOf(experiment, path, key.split(' ')));
      return refusals;
    };
  }, [path, key]);
  const refusals = useExperiment(select);
  return useMemo(() => JSON.parse(refusals) as readonly (string | null)[], [refusals]);
}

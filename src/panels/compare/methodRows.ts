import type { Experiment } from '../../experiment/document/experiment.ts';
import { hasExactPosterior } from '../../experiment/pictures/exactPosterior.ts';
import { t } from '../../i18n/index.ts';
import { type MethodKind, methods } from '../../model/methods/index.ts';
import type { MethodRun } from '../../store/methodRuns.ts';
import type { MethodPicture, OverlayMethod, PlaygroundState } from '../../store/state.ts';

const methodKinds = Object.keys(methods) as MethodKind[];

/** One method in the comparison. */
export interface MethodRow {
  readonly by: OverlayMethod;
  readonly name: string;
  /** Whether it is the page's own run; then `run` is null. */
  readonly own: boolean;
  /** null: it has not been asked for. */
  readonly run: MethodRun | null;
  /** Its last snapshot; null: there is none yet. */
  readonly snapshot: MethodPicture | null;
  /** Members of an ensemble, or chains. */
  readonly samples: number;
}

/** The methods to compare on an experiment: all registered ones, and the exact posterior where it has a closed form. */
export function comparedMethods(experiment: Experiment): readonly OverlayMethod[] {
  return hasExactPosterior(experiment) ? [...methodKinds, 'exact'] : methodKinds;
}

/** The full name of a method. */
export function methodLabel(by: OverlayMethod): string {
  return by === 'exact' ? t('Exact posterior') : t(methods[by].label);
}

/** The rows of these methods. The page's run counts as its method's once it has trained as long as the others do. */
export function methodRows(
  { experiment, snapshot, methodRuns }: Pick<PlaygroundState, 'experiment' | 'snapshot' | 'methodRuns'>,
  shown: readonly OverlayMethod[],
): readonly MethodRow[] {
  return shown.map((by) => {
    const name = methodLabel(by);
    if (by === experiment.inference.method && snapshot && snapshot.step >= methods[by].overlayBudget.steps)
      return { by, name, own: true, run: null, snapshot, samples: experiment.inference.samples };
    const run = methodRuns.find((other) => other.by === by) ?? null;
    const known = run?.kind === 'running' || run?.kind === 'done' ? run.snapshot : null;
    const samples = by === 'exact' ? 1 : methods[by].overlayBudget.samples;
    return { by, name, own: false, run, snapshot: known, samples };
  });
}

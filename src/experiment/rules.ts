import { priors } from '../priors/index.ts';
import { valueAt } from './defaults.ts';
import type { Experiment } from './experiment.ts';
import type { Fault, FieldPath } from './fields.ts';

/** A law about several fields, each legal by itself. */
interface Rule {
  /** What it looks at. A fault names the first; the others may be to blame too. */
  readonly reads: readonly [FieldPath, ...FieldPath[]];
  /** What is wrong, or null. */
  readonly fault: (experiment: Experiment) => string | null;
}

const onlyCustom = (path: 'dataset.points' | 'dataset.xDomain' | 'dataset.yDomain'): Rule => ({
  reads: [path, 'dataset.id'],
  fault: (experiment) => {
    const value = valueAt(experiment, path);
    const empty = value === null || value.length === 0;
    return empty || experiment.dataset.id === 'custom' ? null : 'only where dataset.id is custom';
  },
});

const rules: readonly Rule[] = [
  onlyCustom('dataset.points'),
  onlyCustom('dataset.xDomain'),
  onlyCustom('dataset.yDomain'),
  {
    reads: ['prior.sigma1', 'prior.sigma2'],
    fault: ({ prior: { sigma1, sigma2 } }) =>
      sigma1 > sigma2 ? null : `${sigma1} is not above prior.sigma2, which is ${sigma2}`,
  },
  {
    reads: ['inference.kl', 'prior.kind'],
    fault: ({ prior, inference }) =>
      inference.kl === 'analytic' && !priors[prior.kind].divergence
        ? `there is no closed form for the prior ${prior.kind}; must be monte-carlo`
        : null,
  },
];

/** The rules that an experiment breaks; not those about the fields that are known to be wrong. */
export function brokenRules(experiment: Experiment, wrong: ReadonlySet<string> = new Set()): readonly Rule[] {
  return rules.filter(
    ({ reads, fault }) => !reads.some((path) => wrong.has(path)) && fault(experiment) !== null,
  );
}

/** What the rules say against an experiment. */
export function ruleFaults(experiment: Experiment, wrong?: ReadonlySet<string>): readonly Fault[] {
  return brokenRules(experiment, wrong).map(({ reads: [path], fault }) => ({
    path,
    message: `${path}: ${fault(experiment)}`,
  }));
}

import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { costWords } from '../../model/methods/costs.ts';
import type { Method } from '../../model/methods/index.ts';
import type { Run } from '../../store/run.ts';

const termNames = { complexityCost: 'complexity', likelihoodCost: 'likelihood' } as const;

/** What leads each cost astray most often, as one thing to try; chains have no learning rate. */
const remedies = {
  complexityCost: { descent: 'a smaller learning rate or a wider prior', chains: 'a wider prior' },
  likelihoodCost: { descent: 'a smaller learning rate or more noise', chains: 'more noise' },
} as const;

/** What a broken run tells a learner: what happened, in which term, at which step, and one thing to try; else null. */
export function troubleText(run: Run, { cost, chains }: Pick<Method, 'cost' | 'chains'>): string | null {
  if (run.kind === 'failed') return run.message;
  if (run.kind !== 'diverged') return null;
  const remedy = remedies[run.term];
  return t('The {term} stopped being a finite number at step {step}. Rewind, and try {remedy}.', {
    term: t(costWords[cost][termNames[run.term]].long),
    step: formatWhole(run.step),
    remedy: t(chains ? remedy.chains : remedy.descent),
  });
}

/** Whether a run can go on only after a rewind. */
export function isStuck({ kind }: Run): boolean {
  return kind === 'diverged' || kind === 'failed';
}

import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { costWords } from '../../model/methods/costs.ts';
import type { Method } from '../../model/methods/index.ts';
import { formatNumber } from '../../plots/frame/format.ts';
import type { Run } from '../../store/run.ts';

const termNames = { complexityCost: 'complexity', likelihoodCost: 'likelihood' } as const;

/** Most likely remedy by diverged cost; MCMC chains have no learning rate. */
const remedies = {
  complexityCost: { descent: 'a smaller learning rate or a wider prior', chains: 'a wider prior' },
  likelihoodCost: { descent: 'a smaller learning rate or more noise', chains: 'more noise' },
} as const;

/**
 * Message of a diverged or failed run: what happened, in which term, at which step, and a remedy; null for other
 * runs.
 */
export function runErrorText(run: Run, { cost, chains }: Pick<Method, 'cost' | 'chains'>): string | null {
  if (run.kind === 'failed') return run.message;
  if (run.kind !== 'diverged') return null;
  const remedy = remedies[run.term];
  if (run.cost !== undefined)
    return t(
      'The {term} has reached {cost} nats at step {step}: training diverged. Rewind, and try {remedy}.',
      {
        term: t(costWords[cost][termNames[run.term]].long),
        cost: formatNumber(run.cost),
        step: formatWhole(run.step),
        remedy: t(chains ? remedy.chains : remedy.descent),
      },
    );
  return t('The {term} stopped being a finite number at step {step}. Rewind, and try {remedy}.', {
    term: t(costWords[cost][termNames[run.term]].long),
    step: formatWhole(run.step),
    remedy: t(chains ? remedy.chains : remedy.descent),
  });
}

/** Whether a run must be rewound before it can train again. */
export function mustRewind({ kind }: Run): boolean {
  return kind === 'diverged' || kind === 'failed';
}

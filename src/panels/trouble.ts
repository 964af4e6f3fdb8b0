import type { Run } from '../store/run.ts';

const termNames = { complexityCost: 'complexity cost', likelihoodCost: 'likelihood cost' } as const;

/** What leads each cost astray most often, as one thing to try. */
const remedies = {
  complexityCost: 'Rewind, and try a smaller learning rate or a wider prior.',
  likelihoodCost: 'Rewind, and try a smaller learning rate or more noise.',
} as const;

/** What a broken run tells a learner: what happened, in which term, at which step, and one thing to try; else null. */
export function troubleText(run: Run): string | null {
  if (run.kind === 'failed') return run.message;
  if (run.kind !== 'diverged') return null;
  const step = run.step.toLocaleString('en-GB');
  return `The ${termNames[run.term]} stopped being a finite number at step ${step}. ${remedies[run.term]}`;
}

/** Whether a run can go on only after a rewind. */
export function isStuck({ kind }: Run): boolean {
  return kind === 'diverged' || kind === 'failed';
}

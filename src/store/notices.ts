import type { Experiment } from '../experiment/experiment.ts';
import type { TrainerNotice } from '../worker/trainer.ts';

/** One thing the page has to say, until it is dismissed. */
export interface Notice {
  readonly id: number;
  readonly text: string;
}

/** Notices kept; older ones go. */
const LIMIT = 12;

/** Adds a notice at the end. One that says the same as an earlier takes its place. */
export function addNotice(notices: readonly Notice[], text: string): readonly Notice[] {
  const id = 1 + notices.reduce((greatest, notice) => Math.max(greatest, notice.id), 0);
  return [...notices.filter((notice) => notice.text !== text), { id, text }].slice(-LIMIT);
}

/** What the person is told when a worker was replaced. */
export function respawnText({ step, distrustGpu }: TrainerNotice): string {
  const on = `Training stopped answering and went on from step ${step.toLocaleString('en')}`;
  return distrustGpu ? `${on}. WebGL is left alone from now on.` : `${on}.`;
}

const partNames = [
  ['seed', 'the seed'],
  ['dataset', 'the data'],
  ['network', 'the network'],
  ['prior', 'the prior'],
  ['likelihood', 'the noise'],
  ['inference', 'the inference'],
] as const satisfies readonly (readonly [keyof Experiment, string])[];

/** Why a run began anew: the first part of the experiment that changed. */
export function restartText(before: Experiment, after: Experiment): string {
  const part = partNames.find(([key]) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  return `Restarted: ${part?.[1] ?? 'the experiment'} changed`;
}

import type { Experiment } from '../experiment/experiment.ts';
import type { TrainerNotice } from '../worker/trainer.ts';
import type { Convergence } from './convergence.ts';

/** One thing the page has to say, until it is dismissed. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly action?: NoticeAction | undefined;
}

/** What can be done about a notice: a button beside it. */
export interface NoticeAction {
  readonly label: string;
  readonly act: () => void;
}

/** Notices kept; older ones go. */
const LIMIT = 12;

/** Adds a notice at the end. One that says the same as an earlier takes its place. */
export function addNotice(
  notices: readonly Notice[],
  text: string,
  action?: NoticeAction,
): readonly Notice[] {
  const id = 1 + notices.reduce((greatest, notice) => Math.max(greatest, notice.id), 0);
  return [...notices.filter((notice) => notice.text !== text), { id, text, action }].slice(-LIMIT);
}

/** What the person is told when a worker was replaced. */
export function respawnText({ step, distrustGpu }: TrainerNotice): string {
  const on = `Training stopped answering and went on from step ${step.toLocaleString('en')}`;
  return distrustGpu ? `${on}. WebGL is left alone from now on.` : `${on}.`;
}

/** What the person is told when training stopped by itself. */
export function convergedText({ step, stretch, fall }: Convergence): string {
  const count = (value: number) => value.toLocaleString('en-GB');
  const moved = fall > 0 ? `only fell by ${Number(fall.toPrecision(2))} nats` : 'did not fall';
  return `Converged at step ${count(step)}: over the last ${count(stretch)} steps F ${moved}. Train goes on.`;
}

const partNames = [
  ['seed', 'the seed'],
  ['dataset', 'the data'],
  ['network', 'the network'],
  ['prior', 'the prior'],
  ['likelihood', 'the likelihood'],
  ['inference', 'the inference'],
] as const satisfies readonly (readonly [keyof Experiment, string])[];

/** The first of these parts of the experiment that changed, in words; null: none. */
export function changedPart(
  before: Experiment,
  after: Experiment,
  among: readonly (keyof Experiment)[] = partNames.map(([key]) => key),
): string | null {
  const changed = partNames.find(
    ([key]) =>
      among.includes(key) &&
      before[key] !== after[key] &&
      JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  return changed?.[1] ?? null;
}

/** Why a run began anew: the first part of the experiment that changed. */
export function restartText(before: Experiment, after: Experiment): string {
  return `Restarted: ${changedPart(before, after) ?? 'the experiment'} changed`;
}

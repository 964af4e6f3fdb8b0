import { changesBetween, type Section } from '../experiment/document/changes.ts';
import type { Experiment } from '../experiment/document/experiment.ts';
import { t } from '../i18n/index.ts';
import { formatPlain, formatWhole } from '../i18n/numbers.ts';
import type { TrainerNotice } from '../worker/trainer.ts';
import type { Convergence } from './convergence.ts';

/** A message that the page shows until it is dismissed. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly action?: NoticeAction | undefined;
}

/** The button of a notice. */
export interface NoticeAction {
  readonly label: string;
  readonly act: () => void;
}

/** Maximum number of notices; the oldest are dropped. */
const MAX_NOTICES = 12;

/** Adds a notice at the end, where it is shown at once, and removes an earlier one with the same text. */
export function addNotice(
  notices: readonly Notice[],
  text: string,
  action?: NoticeAction,
): readonly Notice[] {
  const others = notices.filter((notice) => notice.text !== text);
  return [...others, { id: nextId(notices), text, action }].slice(-MAX_NOTICES);
}

/** Adds a notice before all others, so that it is shown once they are dismissed. */
export function addNoticeBehind(notices: readonly Notice[], text: string): readonly Notice[] {
  const others = notices.filter((notice) => notice.text !== text);
  return [{ id: nextId(notices), text }, ...others].slice(0, MAX_NOTICES);
}

function nextId(notices: readonly Notice[]): number {
  return 1 + notices.reduce((greatest, notice) => Math.max(greatest, notice.id), 0);
}

/** The notice after a worker was replaced. */
export function respawnText({ step, distrustGpu }: TrainerNotice): string {
  const at = { step: formatWhole(step) };
  return distrustGpu
    ? t(
        'The graphics card stopped responding twice. Training continues without it from step {step}; nothing up to there was lost.',
        at,
      )
    : t('Training stopped responding and was restarted at step {step}; nothing up to there was lost.', at);
}

/** The notice after training paused because F and σ stood still. */
export function convergedText({ step, stretch, fall, continued }: Convergence): string {
  const values = { step: formatWhole(step), stretch: formatWhole(stretch) };
  if (continued)
    return t(
      'F no longer falls at step {step}. This run continued after a change: a run from the start may end lower. Training stopped; press Train to go on, or rewind.',
      values,
    );
  return fall > 0
    ? t(
        'Converged at step {step}: over the last {stretch} steps F only fell by {fall} nats, and σ did not change. Training stopped; press Train to go on.',
        { ...values, fall: formatPlain(Number(fall.toPrecision(2))) },
      )
    : t(
        'Converged at step {step}: over the last {stretch} steps F did not fall, and σ did not change. Training stopped; press Train to go on.',
        values,
      );
}

/** The names of the sections that a run depends on, for use in a sentence. */
const sectionNames = {
  seed: 'the seed',
  dataset: 'the data',
  network: 'the network',
  prior: 'the prior',
  likelihood: 'the likelihood',
  inference: 'the inference',
} as const satisfies Partial<Record<Section, string>>;

/** The name of a section, for use in a sentence. */
export function sectionName(section: Section): string {
  return section in sectionNames
    ? t(sectionNames[section as keyof typeof sectionNames])
    : t('the experiment');
}

/** The notice after a restart: names the first section that changed. */
export function restartText(before: Experiment, after: Experiment): string {
  const [first = 'view'] = changesBetween(before, after).sections;
  return t('Restarted: {part} changed', { part: sectionName(first) });
}

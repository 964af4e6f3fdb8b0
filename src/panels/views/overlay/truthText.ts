import { say } from '../../../i18n/index.ts';
import { methods, truthMethod } from '../../../model/methods/index.ts';
import { formatNumber, formatPercent } from '../../../plots/frame/format.ts';
import { type Overlay, overlayName, type Truth } from '../../../store/truth.ts';
import { disagrees, rHatText } from './chainWords.ts';

/** Above this R-hat not even roughly (Gelman & Rubin's old limit). */
const ROUGHLY = 1.1;

function verdict(rHat: number | null): string {
  if (!disagrees(rHat)) return say('the chains agree');
  return rHat !== null && rHat <= ROUGHLY
    ? say('the chains agree only roughly')
    : say('the chains do not agree, so trust it little');
}

/** What the truth is doing, in one line: 'HMC: 38 %, R-hat 1.02'. */
export function truthText(truth: Truth): string {
  if (truth.kind === 'off') return '';
  if (truth.kind === 'failed') return truth.message;
  const chains = truth.snapshot?.chains ?? null;
  const rHat = chains?.rHat ?? null;
  if (truth.kind === 'running') {
    const share = formatPercent(Math.floor((100 * truth.step) / truth.steps) / 100);
    if (!chained(truth.by)) return `${titled(truth.by)}: ${share}`;
    return rHat === null
      ? say('HMC: {share}, warming up', { share })
      : say('HMC: {share}, R-hat {rHat}', { share, rHat: rHatText(rHat) });
  }
  if (truth.by === 'exact') return say('The posterior itself, written down: no draws, no error.');
  if (!chained(truth.by))
    return say('{name}: trained beside this run, on the same data and seed.', { name: titled(truth.by) });
  const draws = formatNumber(chains?.effectiveSampleSize ?? Number.NaN);
  return say('HMC: R-hat {rHat}, {verdict}; worth {draws} independent draws.', {
    rHat: rHatText(rHat),
    verdict: verdict(rHat),
    draws,
  });
}

/** The same for those who listen, who want to hear of changes and not of every per cent. */
export function truthAnnouncement(truth: Truth): string {
  return truth.kind === 'running' ? say('{name} runs.', { name: titled(truth.by) }) : truthText(truth);
}

const chained = (by: Overlay): boolean => by !== 'exact' && methods[by].chains;

/** Its name at the beginning of a sentence. */
export function titled(by: Overlay): string {
  const name = overlayName(by);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Whether it is the posterior, and not another guess at it. */
export function isTruth(by: Overlay): boolean {
  return by === 'exact' || by === truthMethod;
}

/** What the one button of the truth does now. */
export const truthActions = {
  running: 'Cancel',
  done: 'Hide',
  failed: 'Hide',
} as const satisfies Record<Exclude<Truth['kind'], 'off'>, string>;

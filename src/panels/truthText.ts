import { formatNumber, formatPercent } from '../plots/format.ts';
import type { Truth } from '../store/truth.ts';
import { disagrees, rHatText } from './chainWords.ts';

/** Above this R-hat not even roughly (Gelman & Rubin's old limit). */
const ROUGHLY = 1.1;

function verdict(rHat: number | null): string {
  if (!disagrees(rHat)) return 'the chains agree';
  return rHat !== null && rHat <= ROUGHLY
    ? 'the chains agree only roughly'
    : 'the chains do not agree, so trust it little';
}

/** What the truth is doing, in one line: 'HMC: 38 %, R-hat 1.02'. */
export function truthText(truth: Truth): string {
  if (truth.kind === 'off') return '';
  if (truth.kind === 'failed') return truth.message;
  const chains = truth.snapshot?.chains ?? null;
  const rHat = chains?.rHat ?? null;
  if (truth.kind === 'running') {
    const share = formatPercent(Math.floor((100 * truth.step) / truth.steps) / 100);
    return `HMC: ${share}, ${rHat === null ? 'warming up' : `R-hat ${rHatText(rHat)}`}`;
  }
  const draws = formatNumber(chains?.effectiveSampleSize ?? Number.NaN);
  return `HMC: R-hat ${rHatText(rHat)}, ${verdict(rHat)}; worth ${draws} independent draws.`;
}

/** The same for those who listen, who want to hear of changes and not of every per cent. */
export function truthAnnouncement(truth: Truth): string {
  return truth.kind === 'running' ? 'HMC runs.' : truthText(truth);
}

/** What the one button of the truth does now. */
export const truthActions = {
  off: 'Compare with the truth (HMC)',
  running: 'Cancel',
  done: 'Hide',
  failed: 'Hide',
} as const satisfies Record<Truth['kind'], string>;

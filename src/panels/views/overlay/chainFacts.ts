import type { ChainDiagnostics } from '../../../experiment/engine/chains.ts';
import { t } from '../../../i18n/index.ts';
import { formatFixed } from '../../../i18n/numbers.ts';
import { formatNumber, formatPercent } from '../../../plots/frame/format.ts';
import type { TermId } from '../../../plots/frame/glossary.ts';

/** Above this R-hat the chains have not mixed (Vehtari et al. 2021, §4). */
const MIXED = 1.01;

/** One diagnostic of the chains, and its meaning in a few words. */
export interface ChainFact {
  readonly name: string;
  readonly term?: TermId;
  readonly value: string;
  readonly says: string;
  /** Whether the value is a warning. */
  readonly warns: boolean;
}

/** Whether an R-hat shows that the chains have not mixed; false if there is no R-hat yet. */
export function disagrees(rHat: number | null): boolean {
  return rHat !== null && !(rHat <= MIXED);
}

/** R-hat with two decimals, rounded up so that 1.014 is not shown as 1.01. */
export function rHatText(rHat: number | null): string {
  return rHat === null || !Number.isFinite(rHat) ? '–' : formatFixed(Math.ceil(rHat * 100 - 1e-9) / 100, 2);
}

function rHatSays(rHat: number | null): string {
  if (rHat === null) return t('not yet: too few draws');
  return disagrees(rHat) ? t('warning: the chains do not agree yet') : t('good: the chains agree');
}

/** All convergence diagnostics of the chains. */
export function chainFacts(chains: ChainDiagnostics): readonly ChainFact[] {
  const { rHat, effectiveSampleSize: effective, divergences, warmupLeft, acceptance } = chains;
  const fact = (name: string, value: number, says: string, warns = false): ChainFact => ({
    name,
    value: formatNumber(value),
    says,
    warns,
  });
  return [
    { name: t('R-hat'), term: 'r-hat', value: rHatText(rHat), says: rHatSays(rHat), warns: disagrees(rHat) },
    fact(t('Effective draws'), effective ?? Number.NaN, t('independent draws these are worth')),
    fact(
      t('Draws'),
      chains.draws,
      t('kept of each of {chains} chains', { chains: formatNumber(chains.chains) }),
    ),
    fact(
      t('Warm-up left'),
      warmupLeft,
      warmupLeft > 0 ? t('steps that tune the sampler and are discarded') : t('done'),
    ),
    {
      name: t('Acceptance'),
      value: formatPercent(Number(acceptance.toFixed(2))),
      says: t('of proposals; 80 % is aimed at'),
      warns: false,
    },
    fact(
      t('Divergences'),
      divergences,
      divergences > 0 ? t('warning: paths that diverged') : t('paths that diverged'),
      divergences > 0,
    ),
  ];
}

/** Above this R-hat the chains do not agree even roughly (the older limit of Gelman & Rubin). */
const ROUGHLY = 1.1;

/** Whether chains with this R-hat agree, in words. */
export function verdict(rHat: number | null): string {
  if (!disagrees(rHat)) return t('the chains agree');
  return rHat !== null && rHat <= ROUGHLY
    ? t('the chains agree only roughly')
    : t('the chains do not agree, so do not rely on it');
}

/** The state of the chains in one sentence. */
export function chainsText({ rHat, warmupLeft, effectiveSampleSize }: ChainDiagnostics): string {
  if (warmupLeft > 0) return t('Warming up: {left} steps left.', { left: formatNumber(warmupLeft) });
  if (rHat === null) return t('Too few draws for R-hat.');
  const draws = formatNumber(effectiveSampleSize ?? Number.NaN);
  return t('R-hat {rHat}: {verdict}; worth {draws} independent draws.', {
    rHat: rHatText(rHat),
    verdict: verdict(rHat),
    draws,
  });
}

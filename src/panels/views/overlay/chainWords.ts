import type { ChainDiagnostics } from '../../../experiment/engine/chains.ts';
import { say } from '../../../i18n/index.ts';
import { formatFixed } from '../../../i18n/numbers.ts';
import { formatNumber, formatPercent } from '../../../plots/frame/format.ts';

/** Above this R-hat the chains have not mixed (Vehtari et al. 2021, §4). */
const MIXED = 1.01;

/** One number about the chains, and what it means in few words. */
export interface ChainFact {
  readonly name: string;
  readonly value: string;
  readonly says: string;
  /** Something to beware of. */
  readonly warns: boolean;
}

/** Whether an R-hat says that chains have not come together; nothing known: no. */
export function disagrees(rHat: number | null): boolean {
  return rHat !== null && !(rHat <= MIXED);
}

/** R-hat to the two decimals that count, rounded up so that 1.014 does not pass for 1.01. */
export function rHatText(rHat: number | null): string {
  return rHat === null || !Number.isFinite(rHat) ? '–' : formatFixed(Math.ceil(rHat * 100 - 1e-9) / 100, 2);
}

function rHatSays(rHat: number | null): string {
  if (rHat === null) return say('not yet: too few draws');
  return disagrees(rHat) ? say('warning: the chains do not agree yet') : say('good: the chains agree');
}

/** Everything that says whether chains can be believed. */
export function chainFacts(chains: ChainDiagnostics): readonly ChainFact[] {
  const { rHat, effectiveSampleSize: effective, divergences, warmupLeft, acceptance } = chains;
  const fact = (name: string, value: number, says: string, warns = false): ChainFact => ({
    name,
    value: formatNumber(value),
    says,
    warns,
  });
  return [
    { name: say('R-hat'), value: rHatText(rHat), says: rHatSays(rHat), warns: disagrees(rHat) },
    fact(say('Effective draws'), effective ?? Number.NaN, say('independent draws these are worth')),
    fact(
      say('Draws'),
      chains.draws,
      say('kept of each of {chains} chains', { chains: formatNumber(chains.chains) }),
    ),
    fact(
      say('Warm-up left'),
      warmupLeft,
      warmupLeft > 0 ? say('steps that tune and are thrown away') : say('done'),
    ),
    {
      name: say('Acceptance'),
      value: formatPercent(Number(acceptance.toFixed(2))),
      says: say('of proposals; 80 % is aimed at'),
      warns: false,
    },
    fact(
      say('Divergences'),
      divergences,
      divergences > 0 ? say('warning: paths that ran away') : say('paths that ran away'),
      divergences > 0,
    ),
  ];
}

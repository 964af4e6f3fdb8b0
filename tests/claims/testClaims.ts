import { expect, test } from 'vitest';
import { agrees, type Claim, statementOf, type Values } from './claim.ts';

/**
 * One test for each claim: the values of its text are those that are computed, and its rule holds. all: every seed of every
 * claim; else the first seed of the short ones.
 */
export function testClaims(claims: readonly Claim[], all: boolean): void {
  for (const claim of claims) {
    const seeds = claim.seeds ?? [1];
    test.skipIf(claim.long && !all).each(all ? seeds : seeds.slice(0, 1))(
      `${claim.file}: ${statementOf(claim, 'en')} (seed %i)`,
      async (seed) => {
        const measured = await claim.measure(seed);
        const stated = { ...claim.values };
        const shown = `stated ${JSON.stringify(stated)}, computed ${JSON.stringify(measured)}`;
        expect(Object.keys(measured).sort(), shown).toEqual(Object.keys(stated).sort());
        if (seed === seeds[0] || !claim.holds) expect(differing(claim, measured), shown).toEqual([]);
        if (claim.holds) expect(claim.holds(measured), shown).toBe(true);
      },
    );
  }
}

/** Names of the values that differ from the stated ones. */
const differing = ({ values, slack }: Claim, measured: Values) =>
  Object.keys(values).filter((name) => !agrees(values[name]!, measured[name]!, slack));

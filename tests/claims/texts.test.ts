import { expect, test } from 'vitest';
import { localesOf, statementOf, textOf } from './claim.ts';
import { claimsDocument } from './document.ts';
import { claims } from './tables/index.ts';

test.each(claims.map((claim) => [`${claim.file}: ${statementOf(claim, 'en')}`, claim] as const))(
  '%s stands in the text, with its numbers, in every language',
  (_name, claim) => {
    for (const locale of localesOf(claim)) {
      const text = textOf(claim, locale);
      expect(text, `no ${locale}`).not.toBe('');
      expect(text).toContain(statementOf(claim, locale));
    }
  },
);

test('docs/claims.md has every claim with its values', async () => {
  await expect(claimsDocument()).toMatchFileSnapshot('../../docs/claims.md');
});

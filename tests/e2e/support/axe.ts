import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** A violated rule, and the first element that violates it. */
export type Violation = readonly [rule: string, element: string | undefined];

export interface AxeOptions {
  /** Restricts the check to this CSS selector. */
  readonly within?: string;
  /** Restricts the check to these rules. */
  readonly rules?: readonly string[];
}

/**
 * Violations that axe finds in the current page. Only violations are serialised in full, in the page itself:
 * transferring the passed rules would take several times as long. Frames of other origins are skipped; the page has
 * none.
 */
export async function violationsIn(
  page: Page,
  { within, rules }: AxeOptions = {},
): Promise<readonly Violation[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({
    resultTypes: ['violations'],
    ...(rules && { runOnly: [...rules] }),
  });
  if (within) axe.include(within);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html] as const);
}

/**
 * Violations that axe finds in each theme, with the theme. Both themes have the same page: in the dark one only
 * colours are checked again.
 */
export async function violationsInBothThemes(page: Page) {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violationsIn(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violationsIn(page, { rules: ['color-contrast', 'link-in-text-block'] });
  return [...light.map((found) => ['light', ...found]), ...dark.map((found) => ['dark', ...found])];
}

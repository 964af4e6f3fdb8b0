import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** A rule that is broken, and the first element that breaks it. */
export type Violation = readonly [rule: string, element: string | undefined];

export interface AxeOptions {
  /** Only this part of the page: a CSS selector. */
  readonly within?: string;
  /** Only these rules. */
  readonly rules?: readonly string[];
}

/**
 * What axe finds in the page as it is. Only violations are worked out in full, in the page itself: what passed would
 * take several times as long to carry over. Frames of other origins are not looked into; the page has none.
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

/** What axe finds in either theme, and in which. The themes are of one page: in the dark one only colours are new. */
export async function violationsInBothThemes(page: Page) {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violationsIn(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violationsIn(page, { rules: ['color-contrast', 'link-in-text-block'] });
  return [...light.map((found) => ['light', ...found]), ...dark.map((found) => ['dark', ...found])];
}

import type { Page } from '@playwright/test';
import { violationsInBothThemes } from '../support/axe.ts';
import { pressInPanel } from '../support/menus.ts';
import { changeLink, expect, openPaused, test } from '../support/playground.ts';

/** States of the page other than its initial one: their link, and how they are reached from there. */
const states: readonly (readonly [string, string, ((page: Page) => Promise<void>)?])[] = [
  ['help', '', (page) => page.locator('body').press('?')],
  ['methods', 'view.panels=controls,predictive,cost,compare'],
  ['two settings', 'view.panels=controls,predictive,cost,compare&view.compare=prior.sigma:0.3'],
  ['slow motion', 'view.panels=controls,predictive,cost,weights,step'],
  [
    'a band to guess',
    'view.challenge=points_below_3',
    (page) => pressInPanel(page, 'Predictive', 'Guess the band…'),
  ],
  ['a range to clear', '', (page) => pressInPanel(page, 'Predictive', 'Clear a range…')],
  ['points as numbers', 'dataset.size=5', openNumbers],
];

async function openNumbers(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Controls/ }).click();
  await page.getByRole('button', { name: 'Numbers…' }).click();
}

// Half of them per page: opening a page takes most of the time.
for (const half of [0, 1]) {
  const some = states.filter((_, index) => index % 2 === half);
  const names = some.map(([state]) => state).join(', ');
  test(`axe finds nothing in ${names} on a phone, light and dark; nothing overflows horizontally`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openPaused(page, 'network.hidden=5');
    for (const [state, link, reach] of some)
      await test.step(state, async () => {
        await changeLink(page, ['network.hidden=5', link].filter(Boolean).join('&'));
        await reach?.(page);
        expect(await violationsInBothThemes(page)).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
        await page.keyboard.press('Escape');
      });
  });
}

// Except words in a line of text, whose size its line height determines (WCAG 2.2, 2.5.8).
test('every button is at least 24 pixels wide and high', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openPaused(page, 'network.hidden=5&view.challenge=points_below_3');
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, select, summary, label:has(> input), input')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((element) => !element.matches('[class*=Term_term]'))
      .map((element) => ({ box: element.getBoundingClientRect(), text: element.outerHTML.slice(0, 90) }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ box, text }) => `${Math.round(box.width)} × ${Math.round(box.height)}: ${text}`),
  );
  expect(small).toEqual([]);
});

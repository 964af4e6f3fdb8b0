import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { violationsInBothThemes } from '../support/axe.ts';

test('a formula links to its own symbols, and from there to all of them', async ({ page }) => {
  await page.goto('./learn/simpler-q.html#view.theme=dark');
  const link = page.getByRole('link', { name: 'Notation of this formula' }).last();
  await link.focus();
  await expect(link).toHaveCSS('opacity', '1');
  const symbols = new URLSearchParams((await link.getAttribute('href'))!.split('#')[1])
    .get('symbols')!
    .split(',');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/notation\.html#symbols=.*&view\.theme=dark$/);
  const shown = page.locator('[data-symbol]:visible');
  await expect(shown).toHaveCount(symbols.length);
  expect(await shown.evaluateAll((all) => all.map((one) => one.dataset.symbol))).toEqual(symbols);
  await expect(page.locator('.words')).toBeHidden();
  await page.getByRole('link', { name: 'Show all symbols' }).click();
  expect(await shown.count()).toBeGreaterThan(symbols.length);
  await expect(page.locator('.words')).toBeVisible();
  expect(await violationsInBothThemes(page)).toEqual([]);
});

test('the link to the symbols stays inside the window, beside the formula or below it', async ({ page }) => {
  for (const width of [1440, 900, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('./learn/bayes-by-backprop.html');
    for (const formula of await page.locator('.formula').all()) {
      const [math, link] = await Promise.all([
        formula.locator('math').boundingBox(),
        formula.getByRole('link').boundingBox(),
      ]);
      expect(link!.x + link!.width).toBeLessThanOrEqual(width);
      expect(link!.y >= math!.y + math!.height - 4 || link!.x >= math!.x + math!.width, `${width}`).toBe(
        true,
      );
    }
  }
});

test('no formula is cut in a window of 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  let formulas = 0;
  for (const file of readdirSync('dist/learn').filter((name) => name.endsWith('.html'))) {
    await page.goto(`./learn/${file}`);
    await page.evaluate(() => document.fonts.load('16px "STIX Two Math"'));
    const ends = await page
      .locator('.text math')
      .evaluateAll((all) => all.map((one) => one.querySelector('mrow')!.getBoundingClientRect().right));
    formulas += ends.length;
    expect(Math.max(0, ...ends), file).toBeLessThanOrEqual(320);
  }
  expect(formulas).toBeGreaterThan(100);
});

for (const [name, address, formula] of [
  ['a lesson', './learn/bayes-by-backprop.html', '.formula math'],
  ['the playground', './#view.autoplay=false', 'math'],
  ['the one-file playground, from a disk', `${pathToFileURL('dist/embed.html')}#view.autoplay=false`, 'math'],
] as const)
  test(`formulas of ${name} are set in the font of the site`, async ({ page }) => {
    await page.goto(address);
    await expect(page.locator(formula).first()).toBeVisible();
    expect(
      await page
        .locator(formula)
        .first()
        .evaluate((one) => getComputedStyle(one).fontFamily),
    ).toMatch(/^"STIX Two Math"/);
    await expect
      .poll(() => page.evaluate(() => [...document.fonts].map(({ family, status }) => `${family} ${status}`)))
      .toEqual([expect.stringMatching(/^"?STIX Two Math"? loaded$/)]);
  });

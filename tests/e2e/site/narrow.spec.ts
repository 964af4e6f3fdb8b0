import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { openMore } from '../support/menus.ts';
import { expect, test } from '../support/playground.ts';

const WIDTHS = [320, 360, 375];

/** What is wider than its room: the page, an open dialog or an open popover, with its width and what sticks out of it. */
const overflowing = (page: Page) =>
  page.evaluate(() => {
    const boxes = [
      document.documentElement,
      ...document.querySelectorAll('dialog[open], dialog[open] *, [class*=Popover_sheet]'),
    ];
    return boxes.flatMap((box) => {
      const scrolls = box === document.documentElement || /auto|scroll/.test(getComputedStyle(box).overflowX);
      const excess = box.scrollWidth - box.clientWidth;
      // A box that says so may scroll sideways: tables, code.
      const meant = box.matches('[tabindex], textarea, table, pre') || box.closest('[tabindex="0"]') !== null;
      if (!scrolls || excess <= 0 || meant) return [];
      const { right } = box.getBoundingClientRect();
      const out = [...box.querySelectorAll('*')].filter(
        (one) => one.getBoundingClientRect().right > right + 0.5,
      );
      const names = out.slice(0, 3).map((one) => `${one.localName}.${one.getAttribute('class') ?? ''}`);
      return `${box.localName}.${box.className} by ${excess} px: ${names.join(', ')}`;
    });
  });

/** Checks the state of the page at every width. */
async function fits(page: Page, state: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 740 });
    await expect.poll(() => overflowing(page), `${state}, ${width} wide`).toEqual([]);
  }
}

/** Opens a state of the page, paused, at the smallest width. */
async function open(page: Page, language: string, link: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 740 });
  await page.goto(
    `./?lang=${language}&${encodeURIComponent(link)}#view.autoplay=false&network.hidden=4&${link}`,
  );
  await expect(page.locator('main')).toHaveAttribute('data-opened', 'true');
}

const panels = 'predictive,cost,calibration,network,weights,objective,step';
const links = [
  '',
  `view.controls=all&view.panels=${panels}`,
  `dataset.id=moons&view.panels=${panels}`,
  'dataset.id=digits&network.hidden=none&network.channels=2',
  'dataset.id=airline',
  'dataset.id=iris',
  'view.panels=bandit',
  'view.compare=inference.method',
  'view.present=true',
];

/** The menu More with all its parts, whose name depends on the language. */
async function openMoreWithParts(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(More|Mehr)$/ }).click();
  for (const summary of await page.locator('header summary').all()) await summary.click();
  await expect(page.locator('[class*=Popover_sheet]')).toBeVisible();
}

for (const language of ['en', 'de']) {
  test(`nothing is wider than a phone of 320 to 375 pixels, in ${language}`, async ({ page }) => {
    for (const link of links) {
      await open(page, language, link);
      await fits(page, link);
    }
  });

  test(`nor is it with a menu, a sheet or a dialog open, in ${language}`, async ({ page }) => {
    await open(page, language, '');
    await openMoreWithParts(page);
    await fits(page, 'More');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await fits(page, 'help');
    await page.keyboard.press('Escape');
    for (const dialog of await page.locator('[aria-haspopup=dialog]:visible').all()) {
      await dialog.click();
      await expect(page.locator('dialog[open]')).toBeVisible();
      await fits(page, (await dialog.textContent()) ?? '');
      await page.keyboard.press('Escape');
    }
  });

  test(`nor is any chapter, in ${language}`, async ({ page }) => {
    const pages = readdirSync('dist/learn').filter(
      (file) => file.endsWith('.html') && file.endsWith('.de.html') === (language === 'de'),
    );
    expect(pages.length).toBeGreaterThan(10);
    for (const file of pages) {
      await page.goto(`./learn/${file}`);
      await fits(page, file);
    }
  });
}

test('the dialog that embeds and the one that imports fit too', async ({ page }) => {
  await open(page, 'en', 'dataset.id=cubic');
  await openMore(page, 'Share and download');
  await page.getByRole('button', { name: 'Embed in a page…' }).click();
  await expect(page.getByRole('dialog', { name: 'Embed in a page' })).toBeVisible();
  await fits(page, 'embed dialog');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'All controls' }).click();
  await page.getByRole('button', { name: /Import CSV/ }).click();
  await fits(page, 'import dialog');
});

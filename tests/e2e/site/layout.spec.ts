import type { Page } from '@playwright/test';
import { expect, freeEnergy, hashOf, openPaused, test } from '../support/playground.ts';

const SENTENCE = 'A network that knows what it does not know';

/** Opens the page as a first visit sees it, paused before the first step. */
async function openSimple(page: Page, link = ''): Promise<void> {
  await page.goto(`./#${['view.autoplay=false', link].filter(Boolean).join('&')}`);
  await expect(page.locator('main')).toHaveAttribute('data-opened', 'true');
  await expect.poll(() => freeEnergy(page)).toMatch(/\d/);
}

/**
 * What can be operated inside the window, by its name: a group of radio buttons is one control; plots with their points
 * and glossary words in running text are none.
 */
function visibleControls(
  page: Page,
): Promise<readonly { readonly name: string; readonly worded: boolean }[]> {
  return page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      'button, a[href], input, select, textarea, summary, [tabindex="0"], [role=slider]',
    );
    const radios = new Set<string>();
    return [...all].flatMap((element) => {
      const { width, height, top, bottom } = element.getBoundingClientRect();
      const shown = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      if (!shown || width === 0 || height === 0 || bottom <= 0 || top >= innerHeight) return [];
      if (element.closest('[role=application], figure, dfn, [data-glossary]')) return [];
      if (element instanceof HTMLInputElement && element.type === 'radio') {
        if (radios.has(element.name)) return [];
        radios.add(element.name);
      }
      const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
      const worded =
        !(element.tagName === 'BUTTON' || element.tagName === 'A') || element.innerText.trim() !== '';
      return [{ name: name.trim(), worded }];
    });
  });
}

test('a first visit shows at most 25 controls, and at most four of them are icons without a word', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openSimple(page);
  const controls = await visibleControls(page);
  expect(controls.length, controls.map(({ name }) => name).join(' | ')).toBeLessThanOrEqual(25);
  const icons = controls.filter(({ worded }) => !worded).map(({ name }) => name);
  expect(icons.length, icons.join(' | ')).toBeLessThanOrEqual(4);
});

test('name and sentence are visible at every width, and nothing scrolls sideways', async ({ page }) => {
  await openSimple(page);
  for (const width of [1920, 1440, 1366, 1200, 1024, 800, 600, 390, 360, 358, 340, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(page.getByRole('heading', { level: 1, name: SENTENCE })).toBeInViewport({ ratio: 1 });
    await expect(page.getByText('Bayes by Backprop', { exact: true })).toBeInViewport({ ratio: 1 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${width} wide`)
      .toBeLessThanOrEqual(0);
  }
});

test('an embed does not scroll sideways in narrow columns', async ({ page }) => {
  await page.goto('./#view.embed=true&view.autoplay=false');
  await page.getByRole('button', { name: 'Train this network' }).click();
  await expect.poll(() => freeEnergy(page)).toMatch(/\d/);
  for (const width of [390, 360, 358, 340, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${width} wide`)
      .toBeLessThanOrEqual(0);
  }
});

for (const [language, open] of [
  ['en', './'],
  ['de', './?lang=de'],
])
  test(`the top bar is one row from 1200 pixels on, and on phones the name and two rows, in ${language}`, async ({
    page,
  }) => {
    await page.goto(`${open}#view.autoplay=false`);
    await expect(page.locator('main')).toHaveAttribute('data-opened', 'true');
    const bar = page.locator('header').first();
    for (const [width, highest] of [
      [1920, 3.75],
      [1440, 3.75],
      [1366, 3.75],
      [1200, 3.75],
      [1024, 6.5],
      [390, 8.5],
      [320, 8.5],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      const height = () => bar.evaluate((element) => element.getBoundingClientRect().height);
      const rem = await page.evaluate(() =>
        Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
      );
      await expect.poll(height, `${width} wide`).toBeLessThanOrEqual(highest * rem);
    }
  });

test('on a small laptop the plot, the prior and the equation are above the fold', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 657 });
  await openSimple(page);
  for (const part of [
    page.locator('[data-plot=predictive]'),
    page.getByRole('slider', { name: 'Prior width σₚ' }),
    page.getByRole('region', { name: 'Objective' }),
  ])
    await expect(part).toBeInViewport({ ratio: 1 });
  const plot = (await page.locator('[data-plot=predictive]').boundingBox())!;
  expect(plot.width).toBeGreaterThan((2 / 3) * 1366 - 40);
});

test('all controls open and close by their buttons, which keep the focus, and the link says so', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openSimple(page);
  await expect(page.getByRole('heading', { name: 'Likelihood' })).toBeHidden();
  await page.getByRole('button', { name: 'All controls' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Likelihood' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Calibration' })).toBeVisible();
  await expect.poll(() => hashOf(page)).toContain('view.controls=all');
  const fewer = page.getByRole('button', { name: 'Fewer controls' });
  await expect(fewer).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'All controls' })).toBeFocused();
  await expect.poll(() => hashOf(page)).not.toContain('view.controls');
  await expect(page.getByRole('heading', { name: 'Calibration' })).toBeHidden();
});

test('a link that sets another field opens all controls', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openPaused(page, 'inference.samples=3');
  await expect(page.getByRole('button', { name: 'Fewer controls' })).toBeVisible();
});

test('on a phone the few controls follow the plot, and a drawer has them all', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openSimple(page);
  const prior = page.getByRole('slider', { name: 'Prior width σₚ' });
  await prior.press('Home');
  await expect.poll(() => hashOf(page)).toContain('prior.sigma=0.01');
  await page.getByRole('button', { name: 'All controls' }).click();
  await expect(page.getByRole('dialog', { name: 'Controls' }).getByLabel('Kind p(w)')).toBeVisible();
});

test('the theme is one button: dark, then light', async ({ page }) => {
  await openSimple(page);
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'Light theme' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

for (const [width, height] of [
  [1440, 900],
  [1366, 657],
  [1024, 768],
] as const)
  test(`the network is drawn beside the plot at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('./#view.autoplay=false');
    const surface = page.getByRole('slider', { name: 'Weights of the network' });
    await expect.poll(async () => (await surface.boundingBox())?.height ?? 0).toBeGreaterThan(80);
  });

test('the drawer of the controls closes on a press beside it, not on one that began inside', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openSimple(page);
  await page.getByRole('button', { name: 'All controls' }).click();
  const drawer = page.getByRole('dialog', { name: 'Controls' });
  await expect(drawer).toBeVisible();
  const top = (await drawer.boundingBox())!.y;
  await page.mouse.move(195, top + 20);
  await page.mouse.down();
  await page.mouse.move(195, top - 100);
  await page.mouse.up();
  await expect(drawer).toBeVisible();
  await page.mouse.click(195, top - 100);
  await expect(drawer).toBeHidden();
  // The press reached nothing below the drawer.
  expect(await hashOf(page)).not.toContain('dataset.id=custom');
});

test('where the browser has no full screen for pages, its key does nothing', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Element.prototype, 'requestFullscreen');
  });
  await openSimple(page);
  await page.keyboard.press('f');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys and gestures' })).toBeVisible();
});

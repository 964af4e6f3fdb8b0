import { expect, type Page, test } from '@playwright/test';
import { stepOf } from '../support/playground.ts';

// These tests provoke errors, so that they cannot use the fixture that refuses them.

/** Scripts whose name begins with one of these are not found until `found` is called. */
async function withhold(page: Page, ...names: readonly string[]): Promise<{ found: () => Promise<void> }> {
  const pattern = new RegExp(`/(${names.join('|')})-[\\w-]+\\.js$`);
  await page.route(pattern, (route) => route.fulfill({ status: 404 }));
  return { found: () => page.unroute(pattern) };
}

const notLoaded = /^This part could not be loaded/;

async function goesOn(page: Page): Promise<void> {
  const before = await stepOf(page);
  await expect.poll(() => stepOf(page)).toBeGreaterThan(before);
}

const training = './#view.stop=never&network.hidden=4&view.controls=all';

test('a dialog whose code is missing says so; the run goes on, and reloading opens it', async ({ page }) => {
  const { found } = await withhold(page, 'HelpDialog');
  await page.goto(training);
  await expect.poll(() => stepOf(page)).toBeGreaterThan(0);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'This part is not available' });
  await expect(dialog.getByRole('alert')).toContainText(notLoaded);
  await goesOn(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await found();
  await page.reload();
  await expect.poll(() => stepOf(page)).toBeGreaterThan(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys and gestures' })).toBeVisible();
});

test('a plot whose code is missing says so in its place; other data bring the next plot', async ({
  page,
}) => {
  await withhold(page, 'PlaneView');
  await page.goto(`${training}&dataset.id=moons`);
  const panel = page.locator('[data-highlight="likelihood predictive"]');
  await expect(panel.getByRole('alert')).toContainText(notLoaded);
  await expect(panel.getByRole('button', { name: 'Reload the page' })).toBeVisible();
  await goesOn(page);
  await expect(page.getByRole('heading', { name: 'Weights' })).toBeVisible();
  await page.evaluate(() => {
    window.location.hash = 'dataset.id=cubic&network.hidden=4&view.controls=all';
  });
  await panel.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(panel.locator('canvas').first()).toBeVisible();
});

test('a sheet whose code is missing can be closed', async ({ page }) => {
  await withhold(page, 'CompareSheet');
  await page.goto(training);
  await expect.poll(() => stepOf(page)).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Compare', exact: true }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText(notLoaded);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await goesOn(page);
});

test('an exception in a plot leaves its panel and the others', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(globalThis, { broken: true });
    for (const name of ['clearRect', 'fill', 'stroke', 'fillRect'] as const) {
      const original = CanvasRenderingContext2D.prototype[name] as (...given: unknown[]) => unknown;
      Object.assign(CanvasRenderingContext2D.prototype, {
        [name](this: CanvasRenderingContext2D, ...given: unknown[]) {
          const inside =
            this.canvas instanceof HTMLCanvasElement && this.canvas.closest('[data-plot=predictive]');
          if ((globalThis as unknown as { broken: boolean }).broken && inside) throw new Error('no canvas');
          return original.apply(this, given);
        },
      });
    }
  });
  await page.goto(training);
  await expect.poll(() => stepOf(page)).toBeGreaterThan(0);
  const panel = page.locator('[data-highlight="likelihood predictive"]');
  await expect(panel.getByRole('alert')).toHaveText(
    /^This part failed: no canvas\. The rest of the page goes on\./,
  );
  await expect(panel.getByRole('heading', { name: 'Predictive' })).toBeVisible();
  await goesOn(page);
  await page.evaluate(() => Object.assign(globalThis, { broken: false }));
  await panel.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(panel.locator('canvas').first()).toBeVisible();
  await expect(panel.getByRole('alert')).toHaveCount(0);
});

test('where the program itself is missing, the page says so and offers to reload', async ({ page }) => {
  await withhold(page, 'showPage');
  await page.goto('./');
  await expect(page.getByRole('status')).toHaveText(/^The playground could not be loaded/);
  await expect(page.getByRole('button', { name: 'Reload the page' })).toBeVisible();
});

test('an exhibit whose code is missing says so in its box, and runs once it is there', async ({ page }) => {
  const { found } = await withhold(page, 'mountExhibit');
  await page.goto('./learn/one-weight.html');
  const figure = page.locator('[data-exhibit=oneWeight]');
  await figure.getByRole('button', { name: 'Run it' }).press('Enter');
  await expect(figure.getByRole('alert')).toHaveText(/^The exhibit could not be loaded/);
  await found();
  await figure.getByRole('button', { name: 'Run it' }).press('Enter');
  await expect(figure.locator('[data-live] > *').first()).toBeVisible();
});

test('a translator leaves the text of the playground alone, which goes on working', async ({ page }) => {
  await page.goto(training);
  await expect.poll(() => stepOf(page)).toBeGreaterThan(0);
  // What translators of browsers do: every text outside `translate="no"` is wrapped.
  const wrapped = await page.evaluate(() => {
    const texts: Text[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.textContent?.trim() && !node.parentElement?.closest('[translate=no], script'))
        texts.push(node as Text);
    for (const text of texts) {
      const font = document.createElement('font');
      text.replaceWith(font);
      font.append(text);
    }
    return texts.length;
  });
  expect(wrapped).toBe(0);
  await goesOn(page);
});

import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { violationsIn, violationsInBothThemes } from '../support/axe.ts';

/** The exhibits of each page, and whether they show numbers before they run. */
const exhibits: Readonly<Record<string, readonly string[]>> = {
  distribution: [
    'One best network, and a distribution over networks',
    'A digit reader is shown other things',
  ],
  averaging: ['The mean of what many networks say'],
  intractable: ['The cells of a grid over all weights'],
  'one-weight': ['The exact posterior of one weight', 'The prior over functions, thinned by data'],
  'simpler-q': ['A Gaussian over a posterior with two humps'],
  reparameterisation: ['Two ways to a gradient'],
  'local-reparameterisation': ['Who sees which noise', 'Three estimators of one gradient'],
  'bayes-by-backprop': ['One step, every number'],
  'what-it-buys': ['Weights that can go'],
  convolutional: ['Two convolutions', 'Filters that learn digits'],
  recurrent: ['When a recurrent weight is drawn'],
  'mean-field': [
    'Two weights, one sum',
    'The gap between two clusters',
    'Two weights of that network',
    'More hidden units, a worse fit',
  ],
  'bits-back': ['One weight as a message'],
  sharpening: ['Posterior sharpening'],
};

const pages = readdirSync(fileURLToPath(new URL('../../../dist/learn', import.meta.url))).filter((file) =>
  file.endsWith('.html'),
);

/** Errors of the page since it was opened. */
function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('requestfailed', (request) => {
    // Leaving a page aborts its pending requests.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`not loaded: ${request.url()}`);
  });
  return faults;
}

// A third of the pages per test.
for (const third of [0, 1, 2])
  test(`every page loads without an error or an inline style, passes axe in both themes, and does not overflow, ${third + 1} of 3`, async ({
    page,
  }) => {
    expect(pages.length).toBeGreaterThan(3);
    const faults = watch(page);
    for (const [index, file] of pages.entries())
      if (index % 3 === third)
        await test.step(file, async () => {
          await page.setViewportSize({ width: third === 0 ? 390 : 1440, height: 844 });
          await page.goto(`./learn/${file}`);
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          expect(await page.locator('[style]').count(), `${file}: style attributes`).toBe(0);
          const dead = await page.evaluate(
            () =>
              [...document.querySelectorAll('a')].filter(
                ({ href }) => !href.startsWith(window.location.origin),
              ).length,
          );
          expect(dead, `${file}: links to elsewhere are for further reading and prerequisites`).toBe(
            /^(further-reading|index|de)\./.test(file) ? dead : 0,
          );
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
            `${file}: overflow`,
          ).toBeLessThanOrEqual(0);
          // English chapters are checked below, with running exhibits and in both themes; German ones have the same colours.
          if (!Object.hasOwn(exhibits, file.replace('.html', '')))
            expect(await violationsIn(page), file).toEqual([]);
        });
    expect(faults).toEqual([]);
  });

const chapters = Object.entries(exhibits);
// Four chapters per page: opening a page takes most of the time.
for (let first = 0; first < chapters.length; first += 4) {
  const some = chapters.slice(first, first + 4);
  const slugs = some.map(([slug]) => slug).join(', ');
  test(`the exhibits of ${slugs} run on a click without a layout shift, and show finite numbers`, async ({
    page,
  }) => {
    const faults = watch(page);
    for (const [slug, names] of some)
      await test.step(slug, async () => {
        await page.setViewportSize({ width: 1440, height: 900 });
        await page.goto(`./learn/${slug}.html`);
        for (const name of names) {
          const figure = page.getByRole('figure', { name, exact: true });
          const before = await figure.boundingBox();
          await figure.getByRole('button', { name: 'Run it' }).click();
          await expect(figure.locator('[data-live] > *').first()).toBeVisible();
          await expect(figure.getByText('Loading…')).toHaveCount(0);
          expect((await figure.boundingBox())?.height).toBe(before?.height);
          expect(await figure.innerText()).not.toMatch(/NaN|Infinity|undefined|∞/);
        }
        expect(await violationsInBothThemes(page)).toEqual([]);
        // Most have numbers to show at this point.
        for (const name of names) await fits(page, name);
        await page.setViewportSize({ width: 390, height: 844 });
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
        for (const name of names) await fits(page, name);
      });
    expect(faults).toEqual([]);
  });
}

/** A running exhibit, once its height is constant, is no taller than its box. */
async function fits(page: Page, name: string): Promise<void> {
  const live = page.getByRole('figure', { name, exact: true }).locator('[data-live]');
  await expect
    .poll(() => live.evaluate((box) => box.scrollHeight - box.clientHeight), `${name}: its box is too low`)
    .toBeLessThanOrEqual(1);
}

test('a chapter is completed by keyboard', async ({ page }) => {
  await page.goto('./learn/one-weight.html');
  const tabTo = async (what: ReturnType<Page['locator']>) => {
    for (let presses = 0; presses < 80; presses++) {
      if (await what.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('the element never received the focus');
  };
  await tabTo(page.getByRole('link', { name: 'Skip to the text' }));
  await page.keyboard.press('Enter');
  // Predict: choose, then look.
  const answer = page.getByText('At x', { exact: false }).and(page.locator('.predict-answer p')).first();
  await tabTo(page.getByRole('radio', { name: 'It follows the point' }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Nothing at all.' })).toBeChecked();
  await expect(answer).toBeHidden();
  await tabTo(page.locator('.predict-answer summary'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('That is it.')).toBeVisible();
  // Run the exhibit and move a point.
  await tabTo(page.getByRole('button', { name: 'Run it' }).first());
  await page.keyboard.press('Enter');
  const mean = page.locator('dd').first();
  await expect(mean).toBeVisible();
  const before = await mean.innerText();
  await tabTo(page.getByRole('button', { name: /^Point 2 of 2/ }));
  await page.keyboard.press('ArrowUp');
  await expect(mean).not.toHaveText(before);
  await tabTo(page.getByRole('slider', { name: /Prior width/ }));
  await page.keyboard.press('ArrowLeft');
  // The question at the end, then the playground.
  await tabTo(page.locator('.question summary'));
  await page.keyboard.press('Enter');
  await expect(page.locator('.question details p').first()).toBeVisible();
  await tabTo(page.getByRole('link', { name: /The same in the playground/ }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/index\.html#dataset\.id=custom/);
});

for (const language of ['en', 'de'])
  test(`the worksheet in ${language} has axes to sketch in, and no heading is the last line of a printed page`, async ({
    page,
  }) => {
    await page.goto(`./learn/teacher${language === 'en' ? '' : `.${language}`}.html`);
    await page.emulateMedia({ media: 'print' });
    const sketch = page.locator('.worksheet .sketch');
    await expect(sketch).toHaveCount(1);
    expect(await sketch.locator('circle').count()).toBeGreaterThan(20);
    // Columns break by the same rules as pages, and their boxes can be measured. Whatever the paper: 20 to 27 cm of text.
    const alone = await page.evaluate(() => {
      const worksheet = document.querySelector<HTMLElement>('.worksheet')!;
      const found: string[] = [];
      Object.assign(worksheet.style, { width: '40cm', maxWidth: 'none', columns: '2', columnFill: 'auto' });
      for (let millimetres = 200; millimetres <= 270; millimetres += 5) {
        worksheet.style.height = `${millimetres}mm`;
        for (const heading of worksheet.querySelectorAll('h2, h3')) {
          const next = heading.nextElementSibling?.querySelector('li') ?? heading.nextElementSibling;
          const [above, below] = [heading.getClientRects()[0]!, next!.getClientRects()[0]!];
          if (Math.abs(above.left - below.left) > 100)
            found.push(`${heading.textContent} at ${millimetres} mm`);
        }
        for (const block of worksheet.querySelectorAll('.sketch, .lines'))
          if (block.getClientRects().length > 1) found.push(`${block.className} at ${millimetres} mm`);
      }
      return found;
    });
    expect(alone).toEqual([]);
  });

test('exhibits show their picture at full strength, and no listing is cut', async ({ page }) => {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    for (const chapter of ['simpler-q', 'bayes-by-backprop']) {
      await page.goto(`./learn/${chapter}.html`);
      const pictures = page.locator('.exhibit-box img');
      expect(await pictures.count()).toBeGreaterThan(0);
      const opacities = await pictures.evaluateAll((all) => all.map((one) => getComputedStyle(one).opacity));
      expect(new Set(opacities)).toEqual(new Set(['1']));
      const listings = page.locator('.source pre');
      for (const summary of await page.locator('.source summary').all()) await summary.click();
      for (const listing of await listings.all()) await expect(listing).toBeVisible();
      const cut = await listings.evaluateAll(
        (all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length,
      );
      expect(cut).toBe(0);
      // The button covers a corner, not the picture.
      const shares = await page.locator('.exhibit-box').evaluateAll((boxes) =>
        boxes.map((box) => {
          const [all, button] = [
            box.getBoundingClientRect(),
            box.querySelector('.run')!.getBoundingClientRect(),
          ];
          return (button.width * button.height) / (all.width * all.height);
        }),
      );
      for (const share of shares) expect(share).toBeLessThan(0.03);
    }
  }
});

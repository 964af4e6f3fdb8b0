import type { Page } from '@playwright/test';
import { changeLink, expect, openPaused, test } from '../support/playground.ts';

/** Names, formulas and units that are the same in every language and may be the whole text of a node. */
const untranslated = new Set([
  ...['English', 'Deutsch', 'TensorFlow.js'],
  ...['σₚ', 'KL', 'KL[q(w) ‖ p(w)]'],
]);

/** Visible or accessible texts of the whole page, without those in another language. */
function strayTexts(page: Page, marks: string): Promise<string[]> {
  return page.evaluate((marked) => {
    const mark = new RegExp(marked, 'u');
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent?.checkVisibility() || parent.closest('script, style, math, textarea, code')) continue;
      texts.push(node.textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [aria-valuetext]'))
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext'])
        texts.push(element.getAttribute(name) ?? '');
    // A word of two letters or more without the mark of the pseudo-locale; Δμ is not a word.
    return [...new Set(texts.map((text) => text.trim()))].filter(
      (text) => /\p{L}{2}/u.test(text.replaceAll('Δ', '')) && !mark.test(text),
    );
  }, marks);
}

/** Layout faults: the page wider than its window, words cut off in buttons and labels. */
function brokenLayout(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide in ${clientWidth}`] : [];
    const cut = [...document.querySelectorAll<HTMLElement>('button, label, legend, summary, h1, h2, h3')]
      .filter((element) => element.checkVisibility() && !element.closest('[class*=visually-hidden]'))
      .filter((element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1)
      .map((element) => `cut off: ${element.textContent}`);
    return [...wide, ...cut];
  });
}

/** Opens the paused page in a language, with everything drawn. */
async function openIn(page: Page, language: string): Promise<void> {
  await page.goto(`./?lang=${language}#view.autoplay=false&view.engine=reference`);
  await expect(page.locator('[data-plot=predictive] canvas')).toBeVisible();
  await expect(page.locator('main')).toHaveAttribute('data-opened', 'true');
  await expect(page.locator('[class*=ObjectiveBar] output').first()).toHaveText(/\d/);
}

/** Places of the page: their names, their links, and an element that each contains. */
const places = [
  ['the page as it opens', '', '[data-plot=predictive] canvas'],
  ['slow motion', 'network.hidden=4&view.panels=controls,predictive,weights,step', 'table code'],
  ['methods', 'network.hidden=4&view.panels=predictive,compare', 'dialog canvas'],
  [
    'two settings',
    'network.hidden=4&view.panels=predictive,compare&view.compare=prior.sigma:0.3',
    'dialog canvas',
  ],
  ['the bandit', 'network.hidden=4&view.panels=predictive,bandit', 'dialog svg'],
  ['a challenge', 'view.challenge=points_below_3', '[class*=ChallengeBar]'],
  ['classes', 'dataset.id=moons&network.hidden=4', '[data-plot=predictive] canvas'],
  ['a series', 'dataset.id=sunspots&network.hidden=2&prediction.samples=2', '[data-plot=predictive] canvas'],
] as const;

// A message with elements in it is several texts, of which only the first and last have the brackets.
const pseudo = [
  { language: 'en-XA', direction: 'ltr', marks: '[⟦⟧áçéíñöšüý]' },
  { language: 'ar-XB', direction: 'rtl', marks: '\u202E' },
] as const;

for (const { language, direction, marks } of pseudo)
  test(`in ${language} every text is translated, and the layout is intact`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await openIn(page, language);
    await expect(page.locator('html')).toHaveAttribute('dir', direction);
    for (const [state, link, shows] of places)
      await test.step(state, async () => {
        if (link !== '') await changeLink(page, link);
        for (const [width, height] of [
          [390, 844],
          [1440, 900],
        ] as const) {
          await page.setViewportSize({ width, height });
          await expect(page.locator(shows).first()).toBeVisible();
          const where = `${state}, ${width} wide`;
          const stray = async () => (await strayTexts(page, marks)).filter((text) => !untranslated.has(text));
          await expect.poll(stray, where).toEqual([]);
          await expect.poll(() => brokenLayout(page), where).toEqual([]);
        }
      });
  });

test('German applies to the page and its worker, has decimal commas, and the link is the same', async ({
  page,
}) => {
  await page.goto('./?lang=de#view.autoplay=false&prior.sigma=0.25&view.engine=reference');
  await expect(page.getByRole('button', { name: 'Trainieren' })).toBeEnabled();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page).toHaveTitle(/das weiß, was es nicht weiß/);
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => brokenLayout(page), `${width} wide`).toEqual([]);
  }
  // The worker reports why its engine runs.
  await page.getByRole('button', { name: 'Mehr', exact: true }).click();
  await page.locator('header summary').filter({ hasText: 'Engine' }).click();
  await expect(
    page.getByText('Es läuft Einfaches TypeScript. Einfaches TypeScript, wie gewählt.'),
  ).toBeVisible();
  const width = page.getByRole('textbox', { name: 'Prior-Breite σₚ', exact: true });
  await expect(width).toHaveValue('0,25');
  await width.fill('0,5');
  await width.press('Enter');
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('prior.sigma=0.5');
  // The menu opens the same experiment in another language, which the link contains.
  await page.getByRole('button', { name: 'Mehr', exact: true }).click();
  await page.locator('header summary').filter({ hasText: 'Sprache' }).click();
  await page.getByRole('radio', { name: 'English' }).click();
  await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeEnabled();
  await expect(page.getByRole('textbox', { name: 'Prior width σₚ', exact: true })).toHaveValue('0.5');
  expect(new URL(page.url()).search).toBe('?lang=en');
});

test('English downloads no other language', async ({ page }) => {
  const files: string[] = [];
  page.on('response', async (response) => {
    if (response.url().endsWith('.js') && (await response.text()).includes('Prior-Breite'))
      files.push(response.url());
  });
  await openPaused(page);
  expect(files).toEqual([]);
});

// npm run screenshots -- minute [--out FOLDER]: the first minute of four visitors, from the built page (npm run build first).
import { mkdir } from 'node:fs/promises';

/** What each visitor does, and the pictures on the way; `shot` takes one. */
const visitors = {
  student: {
    size: { width: 1440, height: 900 },
    walk: async ({ page, open, shot, trainedTo }) => {
      await open('');
      await trainedTo(30);
      await shot('1-learning');
      await trainedTo(3000);
      await shot('2-landed');
      await pointAt(page, 0.85, 0.4);
      await shot('3-why-here');
      await press(page, 'Clear a gap');
      await page.getByText(/^Look: /).waitFor();
      await shot('4-gap');
      await press(page, 'Widen the prior');
      await page.getByText(/^Look: /).waitFor();
      await shot('5-wide-prior');
      await press(page, 'Add your own points');
      for (const [x, y] of [
        [0.2, 0.6],
        [0.35, 0.3],
        [0.5, 0.5],
        [0.65, 0.7],
        [0.8, 0.4],
      ])
        await clickAt(page, x, y);
      await trainedTo(3000);
      await page.mouse.move(0, 0);
      await shot('6-own-points');
    },
  },
  teacher: {
    size: { width: 1280, height: 720 },
    walk: async ({ page, open, shot }) => {
      await open('view.autoplay=false&view.present=true');
      await shot('1-prior');
      await press(page, 'More: Predictive');
      await press(page, 'Guess the band…');
      await shot('2-guess');
      await press(page, 'Reveal');
      await page.getByRole('button', { name: 'Guess again' }).waitFor();
      await shot('3-revealed');
    },
  },
  author: {
    size: { width: 1024, height: 768 },
    walk: async ({ page, open, shot, trainedTo }) => {
      await open('dataset.id=moons');
      await trainedTo(1000);
      await press(page, 'More');
      await page.getByText('Share and download', { exact: true }).click();
      await press(page, /^Embed/);
      await page.getByRole('dialog').waitFor();
      await shot('1-embed-dialog');
      const code = await page.getByRole('dialog').locator('textarea, pre').first();
      const html = await code.evaluate((node) => node.value ?? node.textContent);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.setContent(
        `<!doctype html><meta name="viewport" content="width=device-width"><body style="font:18px Georgia;margin:16px;background:#fff"><h1>My post</h1><p>Two moons, and how unsure a network is between them:</p>${html}<p>And the text goes on.</p>`,
        { waitUntil: 'load' },
      );
      await page.waitForTimeout(1000);
      await shot('2-post');
    },
  },
  researcher: {
    size: { width: 1440, height: 900 },
    walk: async ({ page, open, shot, trainedTo }) => {
      await open('dataset.id=two-clusters&network.hidden=20&view.controls=all');
      await trainedTo(3000);
      await shot('1-all-controls');
      await page.getByRole('textbox', { name: 'Prior width σₚ', exact: true }).fill('3');
      await page.keyboard.press('Enter');
      await shot('2-ghost');
      await press(page, 'Compare');
      await page.getByRole('dialog', { name: 'Compare' }).waitFor();
      await shot('3-compare');
    },
  },
};

async function press(page, name) {
  await page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();
}

/** A position in the plot, as shares of its width and height. */
async function placeIn(page, x, y) {
  const box = await page.locator('[data-plot="predictive"] canvas').first().boundingBox();
  return [box.x + x * box.width, box.y + y * box.height];
}

async function pointAt(page, x, y) {
  await page.mouse.move(...(await placeIn(page, x, y)));
}

async function clickAt(page, x, y) {
  await page.mouse.click(...(await placeIn(page, x, y)));
}

/** Walks as each visitor, or those named, and stores the pictures in `folder`minute. */
export async function takeMinutePictures({ browser, address, folder, names, settle }) {
  await mkdir(`${folder}minute`, { recursive: true });
  for (const [visitor, { size, walk }] of Object.entries(visitors)) {
    if (names.length > 0 && !names.includes(visitor)) continue;
    const page = await browser.newPage({ viewport: size, colorScheme: 'light' });
    await walk({
      page,
      open: (link) => page.goto(`${address}#${link}`),
      shot: async (name) => {
        await page.waitForTimeout(settle);
        await page.screenshot({ path: `${folder}minute/${visitor}-${name}.png` });
      },
      trainedTo: (step) => page.waitForFunction(hasReached, step, { timeout: 120_000, polling: 50 }),
    });
    await page.close();
  }
}

/** Runs in the page: whether the step count shows this step or a later one. */
function hasReached(step) {
  const shown = document.querySelector('[data-step-count]')?.textContent;
  return shown !== undefined && Number(shown.replace(/\D/g, '')) >= step;
}

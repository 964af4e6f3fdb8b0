// The stored pictures of exhibits, which lessons show before they run: npm run screenshots -- lessons [exhibit …], after npm run build.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';

/** Kilobytes that a picture may have; quality gives way until it fits. */
const MOST = 58_000;

/** Runs every exhibit of the built lessons, or those named, in both themes, and keeps what its box then shows as WebP. */
export async function takeLessonPictures({ browser, address, root, names }) {
  const folder = `${root}public/lessons/`;
  await mkdir(folder, { recursive: true });
  const files = (await readdir(`${root}dist/learn`)).filter((file) => /^[\w-]+\.html$/.test(file));
  for (const file of files) {
    const html = await readFile(`${root}dist/learn/${file}`, 'utf8');
    const shown = [...html.matchAll(/data-exhibit="(\w+)"/g)].map(([, name]) => name);
    for (const name of shown.filter((one) => names.length === 0 || names.includes(one)))
      for (const theme of ['light', 'dark']) {
        const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
        await page.goto(`${address}learn/${file}#view.theme=${theme}`);
        const figure = page.locator(`[data-exhibit="${name}"]`);
        await figure.getByRole('button', { name: 'Run it' }).click();
        await figure.locator('[data-live] > *').first().waitFor();
        await figure.getByText('Loading…').waitFor({ state: 'detached' });
        // What trains by itself says so until it is done.
        await figure
          .getByRole('button', { name: /^Training/ })
          .waitFor({ state: 'detached', timeout: 120_000 });
        // An exhibit that waits to be trained is shown trained.
        const train = figure.getByRole('button', { name: /^Train( both)?$/ });
        if ((await train.count()) > 0) {
          await train.click();
          await page.waitForTimeout(12_000);
          await hasTrained(page, name);
          const pause = figure.getByRole('button', { name: /^Pause( both)?$/ });
          if ((await pause.count()) > 0) await pause.click();
        }
        // An exhibit that measures is shown with all that it measures.
        await figure.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
        await page.waitForTimeout(1000);
        const png = await figure.locator('.exhibit-box').screenshot();
        await writeFile(`${folder}${name}-${theme}.webp`, await webp(page, png));
        await page.close();
      }
  }
}

/** Waits for an exhibit's run, whose first number is its step, to be far on: on a busy machine that takes a while. */
async function hasTrained(page, name) {
  const far = (exhibit) => {
    const step = document.querySelector(`[data-exhibit="${exhibit}"] dd`)?.textContent ?? '';
    return Number(step.replaceAll(',', '')) >= 800;
  };
  await page.waitForFunction(far, name, { timeout: 120_000, polling: 500 });
}

/** The browser's own encoder, at the best quality that fits. */
async function webp(page, png) {
  for (const quality of [0.9, 0.8, 0.7, 0.55, 0.4]) {
    const base64 = await page.evaluate(
      async ([data, q]) => {
        const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        canvas.getContext('2d').drawImage(bitmap, 0, 0);
        const blob = await canvas.convertToBlob({ type: 'image/webp', quality: q });
        const encoded = new Uint8Array(await blob.arrayBuffer());
        let text = '';
        for (const byte of encoded) text += String.fromCharCode(byte);
        return btoa(text);
      },
      [png.toString('base64'), quality],
    );
    const picture = Buffer.from(base64, 'base64');
    if (picture.length < MOST) return picture;
  }
  throw new Error('an exhibit’s picture does not fit into its kilobytes');
}

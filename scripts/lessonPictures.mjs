// npm run screenshots -- lessons [EXHIBIT …]: the pictures that lessons show before an exhibit runs, from the built page (npm run build first).
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';

const themes = ['light', 'dark'];
/** Folder of the pictures, and the window in which they are taken: wide ones, and those that phones show. */
const windows = [
  { folder: '', viewport: { width: 1200, height: 900 }, deviceScaleFactor: 1 },
  { folder: 'narrow/', viewport: { width: 390, height: 1000 }, deviceScaleFactor: 2 },
];
/** Bytes of a picture; its quality is lowered until it fits. */
const MAX_BYTES = 58_000;

/** Opens every exhibit of the built lessons, or those named, in both themes and widths, and stores a picture of its box as WebP. */
export async function takeLessonPictures({ browser, address, root, names }) {
  const folder = `${root}public/lessons/`;
  for (const { folder: within } of windows)
    for (const theme of themes) await mkdir(`${folder}${within}${theme}`, { recursive: true });
  const files = (await readdir(`${root}dist/learn`)).filter((file) => /^[\w-]+\.html$/.test(file));
  for (const file of files) {
    const html = await readFile(`${root}dist/learn/${file}`, 'utf8');
    const shown = [...html.matchAll(/data-exhibit="(\w+)"/g)].map(([, name]) => name);
    for (const name of shown.filter((one) => names.length === 0 || names.includes(one)))
      for (const theme of themes)
        for (const { folder: within, ...options } of windows) {
          const page = await browser.newPage(options);
          await page.goto(`${address}learn/${file}#view.theme=${theme}`);
          const png = await pictureOf(page, name);
          await writeFile(`${folder}${within}${theme}/${name}.webp`, await webp(page, png));
          await page.close();
        }
  }
}

/** A picture of the box of an exhibit as it opens. */
async function pictureOf(page, name) {
  const figure = page.locator(`[data-exhibit="${name}"]`);
  await figure.getByRole('button', { name: 'Run it' }).click();
  await figure.locator('[data-live] > *').first().waitFor();
  await figure.getByText('Loading…').waitFor({ state: 'detached' });
  // Exhibits that train automatically show a button "Training…" until they have finished.
  await figure.getByRole('button', { name: /^Training/ }).waitFor({ state: 'detached', timeout: 120_000 });
  // Measurements that are running must be complete, and shipped runs loaded.
  await figure.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
  await page.waitForTimeout(4000);
  return figure.locator('.exhibit-box').screenshot();
}

/** Encodes a picture in the browser, at the best quality that fits into MAX_BYTES. */
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
    if (picture.length < MAX_BYTES) return picture;
  }
  throw new Error(`an exhibit’s picture has more than ${MAX_BYTES} bytes at the lowest quality`);
}

import { gzipSync } from 'fflate';
import { expect, hashOf, openPaused, take, test } from '../support/playground.ts';

/** An IDX file (LeCun, Cortes & Burges). */
function idxFile(dimensions: readonly number[], numbers: Uint8Array): Buffer {
  const bytes = Buffer.alloc(4 + 4 * dimensions.length + numbers.length);
  bytes.set([0, 0, 8, dimensions.length]);
  dimensions.forEach((dimension, i) => {
    bytes.writeUInt32BE(dimension, 4 + 4 * i);
  });
  bytes.set(numbers, 4 + 4 * dimensions.length);
  return bytes;
}

const count = 60;
/** Class 0: ink in the upper half; class 1: in the lower half; class 2: in the left half. */
const pixels = Uint8Array.from({ length: count * 28 * 28 }, (_, at) => {
  const [y, x, label] = [Math.floor(at / 28) % 28, at % 28, Math.floor(at / 784) % 3];
  const inked = label === 2 ? x < 14 : label === 1 ? y >= 14 : y < 14;
  return inked ? 150 + ((at * 7919) % 100) : (at * 104_729) % 40;
});
const labels = Uint8Array.from({ length: count }, (_, i) => i % 3);

test('IDX files: two that do not match are refused; compressed ones are trained on and survive a reload', async ({
  page,
}) => {
  await openPaused(page, 'view.engine=wasm&network.channels=2');
  await page.getByRole('button', { name: 'Import images…' }).click();
  const dialog = page.getByRole('dialog');
  const files = dialog.locator('input[type=file]');
  const mimeType = 'application/octet-stream';
  await files.setInputFiles([
    { name: 'images', mimeType, buffer: idxFile([count, 28, 28], pixels) },
    { name: 'labels', mimeType, buffer: idxFile([2], Uint8Array.of(1, 2)) },
    { name: 'holiday.png', mimeType, buffer: Buffer.from('PNG image') },
  ]);
  await expect(dialog.getByText('images: 60 images of 28 × 28')).toBeVisible();
  await expect(dialog.getByText(/holiday\.png: not an IDX file/)).toBeVisible();
  await dialog.getByRole('button', { name: /Use/ }).click();
  await expect(dialog.getByText(/There are 60 images and 2 labels/)).toBeVisible();
  await files.setInputFiles([
    { name: 'labels.gz', mimeType, buffer: Buffer.from(gzipSync(idxFile([count], labels))) },
  ]);
  await dialog.getByRole('button', { name: /Use/ }).click();
  await expect(page.getByText('48 images, and 12 images that training never sees.')).toBeVisible();

  await take(page, 10);
  await expect(page.getByRole('list', { name: /12 of 12 images/ })).toBeVisible();
  await page.getByText('Pruning', { exact: true }).click();
  await expect(page.getByText(/can go for at most one point/)).toBeVisible();
  await page.getByRole('slider', { name: 'Pruned', exact: true }).press('End');
  await expect.poll(() => hashOf(page)).toContain('prediction.pruned=1');
  await expect.poll(() => hashOf(page)).toContain('dataset.images=true');
  await page.reload();
  await expect(page.getByText('48 images, and 12 images that training never sees.')).toBeVisible();
});

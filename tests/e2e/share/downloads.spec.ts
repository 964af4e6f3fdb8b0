import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { openMore } from '../support/menus.ts';
import {
  expect,
  hashOf,
  numberOfPoints,
  openPaused,
  plotDescription,
  take,
  test,
} from '../support/playground.ts';

/** The text of the file that this button downloads. */
async function downloaded(page: Page, button: string): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  return readFileSync(await (await coming).path(), 'latin1');
}

test('pictures, tables and the experiment are downloaded as files; a dropped experiment opens', async ({
  page,
}) => {
  await openPaused(page, 'view.engine=wasm&dataset.id=cubic&prior.sigma=0.7');
  await take(page, 10);
  await expect.poll(() => plotDescription(page)).toMatch(/^Posterior/);
  await openMore(page, 'Share and download');
  const svg = await downloaded(page, 'SVG');
  expect(svg).toContain('<svg xmlns="http://www.w3.org/2000/svg"');
  expect(svg).toContain('data:image/png;base64,');
  expect(svg).toContain('Posterior predictive for x from');
  expect(svg).toContain('epistemic: doubt about the function, shrinks with more data');
  const png = await downloaded(page, 'PNG');
  expect(png.slice(1, 4)).toBe('PNG');
  expect(png.length).toBeGreaterThan(5000);
  const predictions = await downloaded(page, 'Predictions (CSV)');
  expect(predictions.split('\n')[0]).toBe(
    'x,mean,epistemic sd,aleatoric sd,epistemic lower,epistemic upper,lower,upper',
  );
  expect(predictions.trim().split('\n')).toHaveLength(102);
  const weights = await downloaded(page, 'Weights (CSV)');
  // A header and 4 + 4 weights of the first layer, 4 + 1 of the second.
  expect(weights.trim().split('\n')).toHaveLength(14);
  const experiment = await downloaded(page, 'Experiment (JSON)');
  expect(JSON.parse(experiment)).toMatchObject({ dataset: { id: 'cubic' }, prior: { sigma: 0.7 } });

  const drop = (name: string, text: string) =>
    page.evaluate(
      ([file, content]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([content!], file!));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      },
      [name, text],
    );
  await drop('experiment.json', JSON.stringify({ version: 1, dataset: { id: 'sine-gap' } }));
  await expect.poll(() => hashOf(page)).toContain('dataset.id=sine-gap');
  expect(await numberOfPoints(page)).toBeGreaterThan(1);
  await drop('wrong.json', JSON.stringify({ version: 1, prior: { sigma: -1 } }));
  await expect(page.getByText(/wrong\.json: Prior width: -1 is not between/)).toBeVisible();
});

test('in a browser without checkVisibility the picture has the visible entries of its legend', async ({
  page,
}) => {
  await openPaused(page, 'view.engine=wasm&dataset.id=cubic');
  await take(page, 10);
  await expect.poll(() => plotDescription(page)).toMatch(/^Posterior/);
  await openMore(page, 'Share and download');
  const svg = await downloaded(page, 'SVG');
  await page.evaluate(() => {
    Reflect.deleteProperty(Element.prototype, 'checkVisibility');
  });
  const texts = (file: string) => file.match(/<text[^>]*>[^<]*/g);
  const other = await downloaded(page, 'SVG');
  expect(other).toContain('epistemic: doubt about the function, shrinks with more data');
  expect(texts(other)).toEqual(texts(svg));
});

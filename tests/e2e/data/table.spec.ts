import { expect, hashOf, notice, openPaused, stepOf, take, test } from '../support/playground.ts';

/** y = 2a − b, one cell missing and one invalid. */
const rows = Array.from({ length: 40 }, (_, i) => {
  const [a, b] = [(i * 7) % 13, (i * 5) % 11];
  return `${i},${a},${i === 3 ? '' : b},${i % 2 ? 'elm' : 'oak'},${i === 8 ? 'much' : 2 * a - b}`;
});
const table = ['id,rooms,age,street,price', ...rows].join('\n');

test('a table: columns are chosen, invalid rows are reported and omitted, predictions are compared and sliced', async ({
  page,
}) => {
  await openPaused(page, 'view.engine=wasm');
  await page.getByRole('button', { name: /Import CSV/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(table);
  await expect(dialog.getByLabel('Predict')).toHaveValue('4');
  await expect(dialog.getByRole('checkbox', { name: 'street' })).not.toBeChecked();
  await dialog.getByRole('button', { name: /Use/ }).click();
  await expect(dialog.getByText("Row 5, column 'age': the value is missing.")).toBeVisible();
  await expect(dialog.getByText("Row 10, column 'price': 'much' is not a number.")).toBeVisible();
  await dialog.getByRole('checkbox', { name: /Leave out rows/ }).check();
  await dialog.getByRole('button', { name: /Use/ }).click();
  await expect(page.getByText('30 rows, and 8 rows that training never sees.')).toBeVisible();

  await take(page, 100);
  const plot = page.locator('[data-plot=predictive] figure');
  await expect(plot).toHaveAttribute('aria-label', /Predicted against actual values of 8 rows/);
  await page.getByText('Along one input').click();
  await page.getByRole('combobox', { name: 'Input' }).selectOption('age');
  await expect.poll(() => hashOf(page)).toContain('prediction.slice=1');
  await expect(page.getByRole('application', { name: 'price against age' })).toBeVisible();
  await expect(page.getByText('8 fresh points')).toBeVisible();

  // The unused columns are still available, and classes are predicted from words.
  await page.getByRole('button', { name: /Import CSV/ }).click();
  await dialog.getByLabel('Predict').selectOption('street');
  await dialog.getByRole('button', { name: /Use/ }).click();
  await expect.poll(() => stepOf(page)).toBe(0);
  await take(page, 10);
  await page.getByText('Row by row').click();
  await expect(page.getByRole('table', { name: /Actual class down/ })).toBeVisible();
  await expect.poll(() => hashOf(page)).toContain('dataset.classNames=elm,oak');
});

test('a column of words becomes one input for each word, and a contradicted noise is told with its remedy', async ({
  page,
}) => {
  const words = Array.from({ length: 40 }, (_, i) => {
    const side = ['north', 'south', 'west'][i % 3]!;
    return `${i % 7},${side},${(i % 7) + 3 * (i % 3) + (i % 2 ? 0.5 : -0.5)}`;
  });
  await openPaused(page, 'view.engine=wasm');
  await page.getByRole('button', { name: /Import CSV/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(['rooms,side,price', ...words].join('\n'));
  await expect(dialog.getByText('words: 3 inputs')).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'side' }).check();
  await expect(dialog.getByText(/One input for each word .*: 4 inputs in all\./)).toBeVisible();
  await dialog.getByRole('button', { name: /Use/ }).click();
  await expect
    .poll(() => hashOf(page))
    .toContain('dataset.columns=rooms,side.20.3D.20north,side.20.3D.20south,side.20.3D.20west,price');
  await page.getByText('Along one input').click();
  await page.getByRole('combobox', { name: 'Input' }).selectOption('side = south');
  await expect(page.getByRole('application', { name: 'price against side = south' })).toBeVisible();

  await page.evaluate(() => {
    location.hash += '&likelihood.noise=0.01&likelihood.learn=false';
  });
  await expect.poll(() => hashOf(page)).toContain('likelihood.noise=0.01');
  await take(page, 100);
  await expect(notice(page)).toHaveText(
    /The residuals are [\d.]+ times the fixed noise 0\.01, .* learn the noise/,
  );
  await page.getByRole('button', { name: 'Learn the noise', exact: true }).click();
  await expect(page.getByRole('checkbox', { name: 'Learn the noise' })).toBeChecked();
});

test('a number that can be read in two ways is asked for, and row numbers are no input', async ({ page }) => {
  await openPaused(page, 'view.engine=wasm');
  await page.getByRole('button', { name: /Import CSV/ }).click();
  const dialog = page.getByRole('dialog');
  const rows = Array.from({ length: 12 }, (_, i) => `${i},${800 + 30 * i},"${200 + 3 * i},700"`);
  await dialog.getByRole('textbox').fill([',sqft,price', ...rows].join('\n'));
  await expect(dialog.getByText(/Column 'column 1' numbers or names the rows/)).toBeVisible();
  await expect(dialog.getByRole('checkbox', { name: 'column 1' })).not.toBeChecked();
  await dialog.getByRole('button', { name: /Use/ }).click();
  await expect(dialog.getByText(/'200,700' in row 2 can be 200700 or 200.7/)).toBeVisible();
  await dialog.getByRole('radio', { name: '200700' }).check();
  await dialog.getByRole('button', { name: /Use/ }).click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => hashOf(page)).toContain('dataset.columns=sqft,price');
  await expect(page.getByText('12 points', { exact: false }).first()).toBeVisible();
});

test('a file in UTF-16 is read, its first row can be data, and its classes keep their labels', async ({
  page,
}) => {
  await openPaused(page, 'view.engine=wasm');
  await page.getByRole('button', { name: /Import CSV/ }).click();
  const dialog = page.getByRole('dialog');
  const rows = Array.from({ length: 24 }, (_, i) => `${i % 7},5\t${(i * 5) % 11},25\t${1 + (i % 2)}`);
  const text = ['Länge\tHöhe\tArt', ...rows].join('\n');
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'table.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(`\uFEFF${text}`, 'utf16le'),
  });
  await expect(dialog.getByRole('textbox')).toHaveValue(/Länge/);
  await dialog.getByRole('radio', { name: 'data', exact: true }).check();
  await expect(dialog.getByLabel('Predict')).not.toContainText('Höhe');
  await dialog.getByRole('radio', { name: 'names', exact: true }).check();
  await expect(dialog.getByLabel('Predict')).toContainText('Höhe');
  await expect(dialog.getByRole('radio', { name: 'a class' })).toBeChecked();
  await dialog.getByRole('button', { name: /Use/ }).click();
  await expect.poll(() => hashOf(page)).toContain('dataset.classNames=1,2');
});

import {
  clickPlot,
  expect,
  freeEnergy,
  hashOf,
  notice,
  numberOfPoints,
  openPaused,
  stepOf,
  take,
  test,
} from '../support/playground.ts';

test('a link reopens the same experiment: controls, points and numbers', async ({ page, context }) => {
  await openPaused(page, 'dataset.id=cubic&prior.sigma=0.3&inference.samples=3&network.hidden=12,7');
  await clickPlot(page);
  await expect.poll(() => hashOf(page)).toContain('dataset.points=');
  await page.getByRole('button', { name: 'Rewind' }).click();
  await expect.poll(() => stepOf(page)).toBe(0);
  await take(page, 100);
  const again = await context.newPage();
  await again.goto(page.url());
  await expect.poll(() => freeEnergy(again)).toMatch(/\d/);
  expect(await numberOfPoints(again)).toBe(21);
  await expect(again.getByLabel('Prior width σₚ', { exact: true }).last()).toHaveValue('0.3');
  await take(again, 100);
  expect(await freeEnergy(again)).toBe(await freeEnergy(page));
});

test('a point that has just been drawn survives a reload', async ({ page }) => {
  await openPaused(page, 'dataset.id=cubic');
  await clickPlot(page);
  await page.reload();
  await expect.poll(() => numberOfPoints(page)).toBe(21);
});

test('a link with a bad field opens with its default and a notice that names it', async ({ page }) => {
  await openPaused(page, 'inference.samples=0&prior.sigma=0.4');
  await expect(notice(page)).toContainText(
    /Monte Carlo samples: 0 is not between 1 and 64\. It is \d+ instead \(inference\.samples\)/,
  );
  await expect(page.getByLabel('Prior width σₚ', { exact: true }).last()).toHaveValue('0.4');
});

test('a malformed address still opens the page', async ({ page }) => {
  await page.goto('./#%E0%A4%A&&&=x=y&__proto__.polluted=1&dataset.points=!!!');
  await expect.poll(() => freeEnergy(page)).toMatch(/\d/);
  await expect(notice(page)).not.toBeEmpty();
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
});

test('a link to a step opens trained to it, paused', async ({ page }) => {
  await page.goto('./#view.engine=reference&view.step=50');
  await expect.poll(() => stepOf(page)).toBe(50);
  await expect(page.getByRole('button', { name: 'Train' })).toBeVisible();
});

test('an embedded view shows the chosen panels and the compact bar', async ({ page }) => {
  await page.goto('./#view.embed=true&view.panels=predictive');
  await page.getByRole('button', { name: 'Train this network' }).click();
  await expect(page.getByRole('heading', { name: 'Predictive' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Free energy' })).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Controls' })).toHaveCount(0);
});

test('Back returns to the data set and the experiment before, with their points; other changes add no entry', async ({
  page,
}) => {
  await openPaused(page, 'dataset.id=cubic');
  const length = () => page.evaluate(() => history.length);
  const start = await length();
  const width = page.getByLabel('Prior width σₚ', { exact: true }).last();
  await width.fill('0.3');
  await width.press('Enter');
  await expect.poll(() => hashOf(page)).toContain('prior.sigma=0.3');
  expect(await length()).toBe(start);

  const menu = page.getByRole('combobox', { name: 'Data set' });
  await menu.selectOption('two-clusters');
  await expect.poll(() => hashOf(page)).toContain('dataset.id=two-clusters');
  expect(await length()).toBe(start + 1);
  await expect.poll(() => numberOfPoints(page)).not.toBe(20);
  await clickPlot(page);
  await expect.poll(() => hashOf(page)).toContain('dataset.id=custom');
  const points = await numberOfPoints(page);

  await page.goBack();
  await expect(menu).toHaveValue('two-clusters');
  await page.goBack();
  await expect(menu).toHaveValue('cubic');
  await expect(width).toHaveValue('0.3');
  expect(await hashOf(page)).toContain('prior.sigma=0.3');
  await page.goForward();
  await expect(menu).toHaveValue('two-clusters');
  await page.goForward();
  await expect.poll(() => numberOfPoints(page)).toBe(points);

  // A challenge is another experiment, whatever its data set.
  const before = await hashOf(page);
  await page.evaluate(() => {
    const entry = new File(['{"version": 1, "dataset": {"id": "cubic"}, "prior": {"sigma": 2}}'], 'a.json');
    const transfer = new DataTransfer();
    transfer.items.add(entry);
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
    );
  });
  await expect.poll(() => hashOf(page)).toContain('prior.sigma=2');
  await page.goBack();
  await expect.poll(() => hashOf(page)).toBe(before);
});

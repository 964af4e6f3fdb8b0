import { expect, hashOf, reachStep, test } from '../support/playground.ts';

test('a series: trained, shown as a fan of forecasts, and its origin moved by mouse and by keys', async ({
  page,
}) => {
  await page.goto('./#view.engine=wasm&dataset.id=airline&network.hidden=4&prediction.samples=10');
  await reachStep(page, 200);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText(/Modelled: log, less the same month a year before/)).toBeVisible();
  await expect(page.getByText(/band of the forecast holds \d+ of 24 true values/)).toBeVisible();

  const origin = page.getByRole('slider', { name: 'Origin of the forecast' });
  await expect(origin).toHaveAttribute('aria-valuetext', '1959-01');
  await origin.focus();
  await page.keyboard.press('PageDown');
  await expect(origin).toHaveAttribute('aria-valuetext', '1958-01');
  await expect(page.getByText(/band of the forecast holds \d+ of 36 true values/)).toBeVisible();
  await expect.poll(() => hashOf(page)).toContain('prediction.origin=108');

  const box = (await origin.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 - 60, box.y + box.height / 2, { steps: 3 });
  await page.mouse.up();
  await expect.poll(async () => Number(await origin.getAttribute('aria-valuenow'))).toBeLessThan(108);
  await expect(page.locator('[data-plot=predictive] figure')).toHaveAttribute(
    'aria-label',
    /Posterior predictive of a series of 144 values from 1949-01 to 1960-12/,
  );
});

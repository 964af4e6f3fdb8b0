import { openMore } from '../support/menus.ts';
import { expect, reachStep, stepOf, test } from '../support/playground.ts';

test('training continues after the worker was terminated', async ({ page }) => {
  // Slowly: once the run has converged, the message says so instead.
  await page.goto('./#view.engine=reference&view.speed=slow');
  await reachStep(page, 20);
  const before = await stepOf(page);
  await page
    .workers()[0]!
    .evaluate(() => (globalThis as unknown as { close: () => void }).close())
    .catch(() => undefined);
  await expect.poll(() => stepOf(page)).toBeGreaterThan(before + 20);
  await expect(page.locator('footer [role=status]')).toContainText(/was restarted at step/);
});

test('training continues after the worker hangs', async ({ page }) => {
  await page.goto('./#view.engine=reference');
  await reachStep(page, 20);
  const before = await stepOf(page);
  void page
    .workers()[0]!
    .evaluate(() => {
      for (;;);
    })
    .catch(() => undefined);
  await expect.poll(() => stepOf(page)).toBeGreaterThan(before + 20);
});

test('training on WebGL continues after the context is lost', async ({ page }) => {
  await page.goto('./#view.engine=reference&view.autoplay=false&network.hidden=8&inference.samples=1');
  await expect(page.getByRole('button', { name: 'Train' })).toBeEnabled();
  await page.workers()[0]!.evaluate(() => {
    const store = globalThis as unknown as { contexts: WebGL2RenderingContext[] };
    store.contexts = [];
    const original = OffscreenCanvas.prototype.getContext;
    OffscreenCanvas.prototype.getContext = function (this: OffscreenCanvas, ...args: never[]) {
      const context = (original as (...rest: never[]) => unknown).apply(this, args);
      if (context) store.contexts.push(context as WebGL2RenderingContext);
      return context;
    } as typeof original;
  });
  await openMore(page, 'Engine');
  await page.getByRole('radio', { name: 'WebGL', exact: true }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Train' }).click();
  await openMore(page, 'Engine');
  await expect(page.getByText(/^WebGL runs\./)).toBeVisible();
  await reachStep(page, 10);
  const before = await stepOf(page);
  const lost = await page.workers()[0]!.evaluate(() => {
    const { contexts } = globalThis as unknown as { contexts: WebGL2RenderingContext[] };
    for (const context of contexts) context.getExtension('WEBGL_lose_context')?.loseContext();
    return contexts.length;
  });
  expect(lost).toBeGreaterThan(0);
  await expect.poll(() => stepOf(page)).toBeGreaterThan(before + 10);
  await expect(page.getByText(/^WebAssembly runs\./)).toBeVisible();
});

import type { Page } from '@playwright/test';
import { violationsInBothThemes } from '../support/axe.ts';
import { expect, openPaused, pressStep, reachStep, test } from '../support/playground.ts';

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

test('axe finds nothing at any width, light and dark; nothing overflows horizontally', async ({ page }) => {
  await page.setViewportSize(sizes[0]);
  await openPaused(page, 'inference.samples=0');
  await pressStep(page, 100);
  await reachStep(page, 100);
  for (const viewport of sizes)
    await test.step(`${viewport.width} wide`, async () => {
      await page.setViewportSize(viewport);
      await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0);
      expect(await violationsInBothThemes(page)).toEqual([]);
    });
});

for (const [kind, link, width] of [
  ['classes in the plane', 'dataset.id=gaussians&network.hidden=5', 1440],
  ['images', 'dataset.id=digits&network.channels=4&network.hidden=none&prediction.samples=5', 1024],
  [
    'a table',
    'dataset.id=custom&dataset.points=LYvLCcAwDMUWEo_6l7R4_73qQG4SSCUjVJiSp_ewk9pYL8VYsPBOfcRtSi8-xTn9Bw&dataset.task=classification&dataset.testFraction=0.2&dataset.columns=length,width,petal,species',
    1024,
  ],
  ['a series', 'dataset.id=sunspots&network.hidden=3&prediction.samples=5', 390],
] as const)
  test(`axe finds nothing in ${kind}, light and dark; nothing overflows horizontally`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`./#view.autoplay=false&${link}`);
    await pressStep(page, 10);
    await reachStep(page, 10);
    expect(await violationsInBothThemes(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

import {
  expect,
  hashOf,
  numberBox,
  numberOfPoints,
  openPaused,
  pointLabels,
  stepOf,
  take,
  test,
  timersFired,
} from '../support/playground.ts';

test('points by keyboard: reached by Tab, added, moved, deleted, undone and redone', async ({ page }) => {
  await openPaused(page, 'dataset.id=cubic');
  const first = await pointLabels(page);
  const surface = page.getByRole('button', { name: /^Plot: arrow keys/ }).first();
  // Tab also stops at everything before the plot.
  for (let stop = 0; stop < 120; stop++) {
    await page.keyboard.press('Tab');
    if (await surface.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(surface).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => numberOfPoints(page)).toBe(21);
  await expect.poll(() => hashOf(page)).toContain('dataset.id=custom');

  await page.keyboard.press('Tab');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  expect(await focused()).toMatch(/^Point 1 of 21/);
  const added = await pointLabels(page);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowUp');
  const moved = await pointLabels(page);
  expect(moved[0]).not.toBe(added[0]);
  // The axes of custom points are written to six digits; the other points do not move.
  expect(moved.slice(1)).toEqual(added.slice(1));
  await page.keyboard.press('Delete');
  await expect.poll(() => numberOfPoints(page)).toBe(20);
  expect(await focused()).toMatch(/^Point 1 of 20/);

  await page.keyboard.press('Control+z');
  await expect.poll(() => pointLabels(page)).toEqual(moved);
  const undo = page.getByRole('button', { name: 'Undo' });
  let undone = 0;
  while ((await undo.isEnabled()) && undone++ < 10) await page.keyboard.press('Control+z');
  await expect.poll(() => pointLabels(page)).toEqual(first);
  for (; undone > 0; undone--) await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => pointLabels(page)).toEqual(moved);
});

test('a drag of any length is one step of undo; with view.continue editing keeps the posterior', async ({
  page,
}) => {
  await openPaused(page, 'dataset.id=cubic&view.continue=true');
  await take(page, 10);
  const before = await pointLabels(page);
  const box = (await page.locator('[data-plot=predictive] [data-index="3"]').boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 50, y - 40, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => pointLabels(page)).not.toEqual(before);
  expect(await stepOf(page)).toBe(10);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => pointLabels(page)).toEqual(before);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

const bad: readonly (readonly [label: string, typed: string, message: RegExp])[] = [
  ['Number of points n', '2.5', /2\.5 is not/],
  ['Monte Carlo samples S', '65', /65 is not/],
  ['Learning rate α', 'fast', /“fast” is not a number/],
  ['Units in hidden layer 1', '0', /0 is not/],
  ['Probability of the band', '', /type a number/],
];
for (const [label, typed, message] of bad)
  test(`${label}: '${typed}' is refused next to its control, stays as typed and changes nothing`, async ({
    page,
  }) => {
    await openPaused(page);
    await take(page, 10);
    const before = await hashOf(page);
    const box = numberBox(page, label);
    await box.fill(typed);
    await box.press('Tab');
    await expect(page.getByRole('alert').filter({ hasText: message })).toBeVisible();
    await expect(box).toHaveValue(typed);
    await expect(box).toHaveAttribute('aria-invalid', 'true');
    // Longer than the delay with which the address follows a change.
    await timersFired(page, 600);
    expect(await hashOf(page)).toBe(before);
    expect(await stepOf(page)).toBe(10);
  });

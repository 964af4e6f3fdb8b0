import { expect, hashOf, reachStep, test } from '../support/playground.ts';

test('digits: held-out images are classified; one is drawn by mouse and by keys, one is rotated', async ({
  page,
}) => {
  await page.goto(
    './#view.engine=wasm&dataset.id=digits&network.channels=4&network.hidden=none&prediction.samples=8',
  );
  const gallery = page.getByRole('list', { name: /60 of 359 images/ });
  await reachStep(page, 300);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(gallery.getByRole('button').first()).toHaveAccessibleName(/taken for \d with/);
  await expect(page.getByText(/The likeliest class is right for \d+ % of 359 fresh points/)).toBeVisible();

  await page.getByText('Draw', { exact: true }).click();
  const shares = page.getByRole('table').getByRole('cell', { name: /%/ });
  await expect(shares).toHaveCount(0);
  const pad = page.getByRole('button', { name: /^Pad: arrow keys/ });
  const box = (await pad.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + 0.15 * box.height);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 0.85 * box.height, { steps: 5 });
  await page.mouse.up();
  await expect(shares).toHaveCount(10);
  await pad.focus();
  await page.keyboard.press('Delete');
  await expect(shares).toHaveCount(0);
  await page.keyboard.press('Space');
  await expect(pad).toHaveAccessibleName(/The pen is down/);
  for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowDown');
  await expect(shares).toHaveCount(10);

  await page.getByText('Turn', { exact: true }).first().click();
  await page.getByRole('slider', { name: 'Turn' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('img', { name: /Entropy as the image is turned/ })).toBeVisible();
  expect(await hashOf(page)).toContain('dataset.id=digits');
});

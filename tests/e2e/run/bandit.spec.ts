import { openMore } from '../support/menus.ts';
import { expect, hashOf, test } from '../support/playground.ts';

test('the bandit by keyboard: opened, played until its regret grows, paused, reset, closed', async ({
  page,
}) => {
  await page.goto('./#view.autoplay=false&bandit.agents=thompson,greedy&bandit.units=5');
  await openMore(page);
  const opener = page.getByRole('button', { name: 'Bandit' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: /^Bandit/ });
  const play = sheet.getByRole('button', { name: 'Play' });
  await expect(play).toBeVisible();
  await expect.poll(() => hashOf(page)).toContain('bandit');

  await sheet.getByRole('button', { name: 'One mushroom' }).focus();
  await page.keyboard.press('Enter');
  await expect(sheet.getByRole('heading', { name: 'Mushroom 1', exact: true })).toBeVisible();
  await expect(sheet.getByRole('img', { name: /the one draw|draw that decides/ })).toBeVisible();

  await play.focus();
  await page.keyboard.press('Enter');
  const met = async () => Number((await sheet.locator('p output').textContent())?.replace(/\D/g, ''));
  await expect.poll(met).toBeGreaterThan(100);
  const pause = sheet.getByRole('button', { name: 'Pause' });
  await expect(pause).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(play).toBeVisible();
  const figure = sheet.getByRole('img', {
    name: /Cumulative regret after .*Thompson sampling \d.*Greedy \d/,
  });
  await expect(figure.or(sheet.getByRole('img', { name: /Greedy \d.*Thompson sampling \d/ }))).toBeVisible();
  const line = sheet.locator('path[data-agent="Thompson sampling"]');
  expect((await line.getAttribute('d'))?.split('L').length).toBeGreaterThan(50);

  await sheet.getByRole('radio', { name: 'Linear' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(sheet.getByRole('radio', { name: 'Log–log' })).toBeChecked();
  await sheet.getByRole('button', { name: 'Reset', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(met).toBe(0);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(opener).toBeFocused();
  await expect.poll(() => hashOf(page)).not.toContain('view.panels');
});

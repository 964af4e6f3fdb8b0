import { expect, hashOf, openAtRest, test } from '../support/playground.ts';

test('every slider, menu and switch of the controls changes the experiment in the address', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await openAtRest(page);
  const controls = page.getByRole('region', { name: 'Controls' });
  const changes = async (what: string, act: () => Promise<unknown>) => {
    const before = await hashOf(page);
    await act();
    await expect.poll(() => hashOf(page), { message: what }).not.toBe(before);
  };
  const sliders = controls.locator('input[type=range]:enabled');
  expect(await sliders.count()).toBeGreaterThanOrEqual(9);
  for (let index = 0; index < (await sliders.count()); index++) {
    const slider = sliders.nth(index);
    const atEnd = (await slider.inputValue()) === (await slider.getAttribute('max'));
    await changes(`slider ${index}`, () => slider.press(atEnd ? 'ArrowLeft' : 'ArrowRight'));
  }
  // Before the menus: another likelihood has no such switch.
  await changes('Learn the noise', () => controls.getByLabel('Learn the noise', { exact: true }).click());
  const menus = controls.locator('select:enabled');
  expect(await menus.count()).toBeGreaterThanOrEqual(7);
  for (let index = 1; index < (await menus.count()); index++) {
    const menu = menus.nth(index);
    const chosen = await menu.inputValue();
    const values = await menu
      .locator('option:enabled')
      .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
    const other = values.find((value) => value !== chosen);
    if (other === undefined) throw new Error(`menu ${index} has one option only`);
    await changes(`menu ${index}`, () => menu.selectOption(other));
  }
  const radios = controls.locator('input[type=radio]:enabled:not(:checked)');
  for (let index = 0, all = await radios.count(); index < Math.min(all, 2); index++)
    await changes(`choice ${index}`, () => radios.nth(index).check({ force: true }));
});

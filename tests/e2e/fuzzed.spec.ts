import { createChance } from '../fuzz/chance.ts';
import { anyJson } from '../fuzz/documents.ts';
import { anyHash } from '../fuzz/hashes.ts';
import { anyTable } from '../fuzz/tables.ts';
import { expect, freeEnergy, openAtRest, test } from './playground.ts';

const SEED = 2015;

/** Inputs that the page is given one after the other: it must stay, and stay itself. */
const inputs = Array.from({ length: 120 }, (_, number) => {
  const chance = createChance(SEED, number);
  if (number % 3 === 0) return { hash: anyHash(chance) };
  return number % 3 === 1
    ? { name: 'experiment.json', text: anyJson(chance) }
    : { name: chance.pick(['table.csv', 'x.JSON', '']), text: anyTable(chance) };
});

test('120 nasty addresses and dropped files: no error, no navigation, nothing polluted, and the page still trains', async ({
  page,
}) => {
  // Each address is another experiment, with a network of its own.
  test.setTimeout(300_000);
  await openAtRest(page);
  const home = page.url().split('#')[0];
  let left = 0;
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame() && frame.url().split('#')[0] !== home) left++;
  });
  const grown = await page.evaluate(async (inputs) => {
    const before = Reflect.ownKeys(Object.prototype).length;
    for (const input of inputs) {
      if (input.hash !== undefined) location.hash = input.hash;
      else {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([input.text], input.name));
        for (const type of ['dragover', 'drop'])
          document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    return Reflect.ownKeys(Object.prototype).length - before;
  }, inputs);
  expect(left).toBe(0);
  expect(grown).toBe(0);
  await page.evaluate(() => {
    location.hash = 'network.hidden=5&view.autoplay=false&view.engine=reference';
  });
  await expect(page.getByRole('button', { name: 'Train' })).toBeEnabled();
  await page.getByRole('button', { name: '10 steps', exact: true }).click();
  await expect.poll(() => freeEnergy(page)).toMatch(/\d/);
  expect(await page.locator('body').innerText()).not.toMatch(/\b(NaN|undefined)\b/);
});

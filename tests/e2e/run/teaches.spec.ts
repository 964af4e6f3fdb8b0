import { expect, plotDescription, stepOf, test } from '../support/playground.ts';

/** Epistemic standard deviations that the plot states in words. */
function deviations(words: string) {
  const found = /least (\S+) near x (\S+), most (\S+) near x (\S+?)\. /.exec(words);
  const numbers = found?.slice(1).map((text) => Number(text.replace('−', '-').replaceAll(',', '')));
  const [least = Number.NaN, minAt = Number.NaN, most = Number.NaN, maxAt = Number.NaN] = numbers ?? [];
  return { least, minAt, most, maxAt };
}

test('the page trains automatically until the band is at least five times as wide outside the data as inside', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('./');
  const ratio = async () => {
    const words = await plotDescription(page);
    const { least, most } = deviations(words);
    return words.startsWith('Posterior') ? most / least : 0;
  };
  await expect.poll(ratio).toBeGreaterThan(5);
  expect(await stepOf(page)).toBeGreaterThan(0);
  // Blundell's data lie in [0, 0.5].
  const { minAt, maxAt } = deviations(await plotDescription(page));
  expect(minAt).toBeGreaterThan(-0.1);
  expect(minAt).toBeLessThan(0.6);
  expect(maxAt < 0 || maxAt > 0.5).toBe(true);
});

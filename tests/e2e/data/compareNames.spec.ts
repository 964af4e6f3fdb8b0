import { expect, test } from '../support/playground.ts';

/** Two paused runs in a comparison. */
const compared = (data: string) =>
  `./#view.autoplay=false&view.engine=reference&${data}&view.panels=predictive,compare&view.compare=prior.sigma:0.3`;

test('cells of a comparison name their axes as the data set does', async ({ page }) => {
  await page.goto(compared('dataset.id=motorcycle'));
  const cells = page.getByRole('dialog');
  await expect(cells.getByText('time after impact (ms) →')).toHaveCount(2);
  await expect(cells.getByText('↑ head acceleration (g)')).toHaveCount(2);
});

test('cells of classes in the plane name the chosen measures', async ({ page }) => {
  await page.goto(compared('dataset.id=iris&dataset.inputs=3,0'));
  const cells = page.getByRole('dialog');
  await expect(cells.getByText('petal width (cm) →')).toHaveCount(2);
  await expect(cells.getByText('↑ sepal length (cm)')).toHaveCount(2);
});

test('cells of a series report that it is compared by its numbers', async ({ page }) => {
  await page.goto(compared('dataset.id=noisy-sine'));
  const cells = page.getByRole('dialog');
  await expect(cells.getByText('Compared by its numbers below.')).toHaveCount(2);
});

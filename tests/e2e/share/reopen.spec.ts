import type { Page } from '@playwright/test';
import { packPoints } from '../../../src/experiment/document/pointsText.ts';
import {
  expect,
  freeEnergy,
  hashOf,
  notice,
  openPaused,
  pointLabels,
  take,
  test,
} from '../support/playground.ts';

const points = [
  { x: [-1], y: 0.2 },
  { x: [0.5], y: -0.7 },
  { x: [1.25], y: 1.5 },
  { x: [2], y: 0.9 },
];
const fields = [
  'seed=42',
  'dataset.id=custom',
  `dataset.points=${packPoints(points)}`,
  'network.hidden=9,6',
  'network.activation=tanh',
  'prior.kind=scale-mixture',
  'prior.scaling=fan-in',
  'prior.pi=0.3',
  'prior.sigma2=0.2',
  'likelihood.noise=0.2',
  'likelihood.learn=false',
  'inference.estimator=weight-sampling',
  'inference.samples=3',
  'inference.batchSize=2',
  'inference.klSchedule=blundell',
  'inference.klWeight=0.5',
  'inference.initialSigma=0.1',
  'inference.optimizer.learningRate=0.02',
  'prediction.samples=40',
  'prediction.interval=0.8',
  'view.theme=dark',
];

/** The value of every control. */
function controlValues(page: Page): Promise<string[]> {
  return page
    .getByRole('region', { name: 'Controls' })
    .locator('input, select')
    .evaluateAll((all) =>
      all.map((one) => {
        const { type, value, checked } = one as HTMLInputElement;
        return type === 'checkbox' || type === 'radio' ? `${value} ${checked}` : value;
      }),
    );
}

test('a link with many fields reopens with the same controls, points and numbers', async ({
  page,
  context,
}) => {
  await openPaused(page, fields.join('&'));
  await expect(notice(page)).toBeEmpty();
  // After a change the address is written from the experiment.
  await page.getByLabel('Activation', { exact: true }).selectOption({ label: 'Sine' });
  await page.getByLabel('Activation', { exact: true }).selectOption({ label: 'tanh' });
  await expect
    .poll(async () => (await hashOf(page)).replace('#', '').split('&'))
    .toEqual(expect.arrayContaining(fields));
  await take(page, 100);

  const again = await context.newPage();
  await again.goto(page.url());
  await expect.poll(() => freeEnergy(again)).toMatch(/\d/);
  await expect(again.locator('main')).toHaveAttribute('data-opened', 'true');
  await expect(notice(again)).toBeEmpty();
  expect(await controlValues(again)).toEqual(await controlValues(page));
  expect(await pointLabels(again)).toEqual(await pointLabels(page));
  await take(again, 100);
  expect(await freeEnergy(again)).toBe(await freeEnergy(page));
});

const garbage = [
  '#',
  '#&&&==&',
  '#%%%',
  '#version=99&seed=-1',
  '#dataset.points=1,2;3&dataset.id=custom',
  '#network.hidden=1e9,x&prior=gaussian',
  `#dataset.points=${'9'.repeat(3000)}`,
  '#{"version":1,"seed":2}',
];
test('with any malformed address the page trains; a notice names the parts that were not understood', async ({
  page,
}) => {
  for (const hash of garbage) {
    // From another page: a change of the hash alone would not reload the page.
    await page.goto('about:blank');
    await page.goto(`./${hash}`);
    await expect.poll(() => freeEnergy(page)).toMatch(/\d/);
    if (/\w/.test(hash)) await expect(notice(page)).not.toBeEmpty();
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  }
});

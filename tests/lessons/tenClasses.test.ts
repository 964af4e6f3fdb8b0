import { expect, test } from 'vitest';
import { experimentSplit } from '../../src/experiment/pictures/data.ts';
import {
  STEPS,
  shownImages,
  tenClassesExperiments,
} from '../../src/lessons/exhibits/tenClasses/tenClasses.ts';
import { trainExperiment } from '../../src/library/index.ts';
import { digits } from '../../src/model/datasets/digits.ts';

test('as the chapter states, both networks recognise the 3; only one is uncertain of the inverted 3, and more uncertain of the car', async () => {
  await digits.load();
  const [map, bayes] = tenClassesExperiments();
  const three = experimentSplit(map).heldOut.find(({ y }) => y === 3)!.x;
  const images = shownImages(three);
  const answers = async (experiment: typeof map) => {
    const model = await trainExperiment(experiment as never, { steps: STEPS });
    const rows = await model.predict(images.map(({ image }) => [...image]));
    return rows.map((row) => {
      const p = 'probabilities' in row ? [...row.probabilities] : [];
      return { top: p.indexOf(Math.max(...p)), sure: Math.max(...p) };
    });
  };
  const [one, many] = [await answers(map), await answers(bayes)];
  expect([one[0]!.top, many[0]!.top]).toEqual([3, 3]);
  expect(Math.min(one[0]!.sure, many[0]!.sure)).toBeGreaterThan(0.9);
  expect(one[1]!.sure, 'the inverted 3').toBeGreaterThan(0.9);
  expect(many[1]!.sure, 'the inverted 3').toBeLessThan(0.6);
  expect(one[2]!.sure, 'the car').toBeGreaterThan(0.7);
  expect(many[2]!.sure, 'the car').toBeLessThan(one[2]!.sure - 0.05);
  // Both networks classify the X as an 8.
  expect([one[4]!.top, many[4]!.top]).toEqual([8, 8]);
});

import { expect, test } from 'vitest';
import { decodeLink } from '../../../src/experiment/link/link.ts';
import { experimentSplit } from '../../../src/experiment/pictures/data.ts';
import { digitReader, mostProbable } from '../../../src/lessons/exhibits/tenClasses/readDigits.ts';
import { shape, shownImages } from '../../../src/lessons/exhibits/tenClasses/tenClasses.ts';
import { trainedRuns } from '../../../src/lessons/trained/runs.ts';
import { predictPoints } from '../../../src/library/predict.ts';
import { loadDataset } from '../../../src/model/datasets/index.ts';
import { shippedCheckpoint, shippedRun } from '../../claims/shippedRun.ts';

const networks = ['digitsMap', 'digitsBayes'] as const;

test.each(networks)('%s: the exhibit says what the engine predicts from the same state', async (name) => {
  await loadDataset('digits');
  const { experiment } = decodeLink(trainedRuns[name].link);
  const images = shownImages(experimentSplit(experiment).heldOut[0]!.x).map(({ image }) => [...image]);
  const { problem, engine } = await shippedRun(name);
  const expected = await predictPoints(problem, engine, images);
  const read = digitReader(experiment, shippedCheckpoint(name).state);
  for (const [row, image] of images.entries()) {
    const prediction = expected[row]!;
    if (!('probabilities' in prediction)) throw new Error('no classes');
    const answer = read(image);
    // The engine computes in float32.
    for (const [digit, p] of answer.probabilities.entries())
      expect(p).toBeCloseTo(prediction.probabilities[digit]!, 3);
    expect(answer.totalEntropy).toBeCloseTo(prediction.totalEntropy, 2);
    expect(answer.mutualInformation).toBeCloseTo(prediction.mutualInformation, 2);
    expect(answer.named).toHaveLength(experiment.prediction.samples);
  }
});

test('one network cannot disagree with itself, and draws of a distribution can', async () => {
  await loadDataset('digits');
  const [map, bayes] = networks.map((name) => {
    const { experiment } = decodeLink(trainedRuns[name].link);
    return { experiment, read: digitReader(experiment, shippedCheckpoint(name).state) };
  });
  const three = experimentSplit(map!.experiment).heldOut.find(({ y }) => y === 3)!.x;
  for (const { image } of shownImages(three)) {
    const answer = map!.read(image);
    expect(answer.mutualInformation).toBe(0);
    expect(new Set(answer.named)).toEqual(new Set([mostProbable(answer.probabilities)]));
  }
  expect(new Set(bayes!.read(shownImages(three)[0]!.image).named).size).toBeGreaterThan(3);
});

test('every image has the size and the range of the data, and one of them is a digit', () => {
  const images = shownImages(Array(shape.height * shape.width).fill(8));
  for (const { image } of images) {
    expect(image).toHaveLength(shape.height * shape.width);
    for (const value of image) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(shape.brightest);
    }
  }
  expect(images.filter(({ trueClass }) => trueClass !== null)).toHaveLength(1);
});

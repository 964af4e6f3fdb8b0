import { expect, test } from 'vitest';
import { createRandom } from '../../../src/math/random.ts';
import { summarizeClasses, summarizeMixture } from '../../../src/model/likelihoods/index.ts';

const random = createRandom(4, 1);

test('the variance of identical draws is exactly 0, and their mean is that draw', () => {
  for (let trial = 0; trial < 2000; trial++) {
    const f = 10 ** (6 * random() - 3) * (random() - 0.5);
    const count = 1 + Math.floor(100 * random());
    const draws = new Float64Array(count).fill(f);
    const summary = summarizeMixture(draws, new Float64Array(count).fill(0.1), 0.9);
    expect([summary.mean, summary.epistemicSigma]).toEqual([f, 0]);
    expect([summary.epistemicLower, summary.epistemicUpper]).toEqual([f, f]);
  }
});

test('the mutual information of identical draws is exactly 0, and the entropies are equal', () => {
  for (let trial = 0; trial < 2000; trial++) {
    const classes = 2 + Math.floor(9 * random());
    const sizes = Array.from({ length: classes }, () => random() ** 4);
    const sum = sizes.reduce((all, size) => all + size, 0);
    const count = 1 + Math.floor(100 * random());
    const draws = Float64Array.from({ length: count * classes }, (_, i) => sizes[i % classes]! / sum);
    const summary = summarizeClasses(draws, classes);
    expect(summary.mutualInformation).toBe(0);
    expect(summary.aleatoricEntropy).toBe(summary.totalEntropy);
  }
});

test('total entropy is aleatoric plus mutual information, which is positive for draws that disagree', () => {
  const summary = summarizeClasses(Float64Array.of(0.9, 0.1, 0.2, 0.8, 0.5, 0.5), 2);
  const entropy = (p: number) => -p * Math.log(p) - (1 - p) * Math.log(1 - p);
  const [total, aleatoric] = [entropy(1.6 / 3), (entropy(0.9) + entropy(0.2) + entropy(0.5)) / 3];
  expect(summary.totalEntropy).toBeCloseTo(total, 12);
  expect(summary.aleatoricEntropy).toBeCloseTo(aleatoric, 12);
  expect(summary.mutualInformation).toBeCloseTo(total - aleatoric, 12);
});

test('a difference of draws that is far below every plot is kept', () => {
  const { epistemicSigma } = summarizeMixture(Float64Array.of(5, 5 + 2e-9), Float64Array.of(1, 1), 0.9);
  expect(epistemicSigma).toBeCloseTo(1e-9, 14);
});

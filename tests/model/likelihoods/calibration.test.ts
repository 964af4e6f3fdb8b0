import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/math/random.ts';
import {
  classCalibrationError,
  classReliability,
  intervalCalibrationError,
  intervalReliability,
  likelihoods,
  logMeanExp,
  mostProbable,
  summarizeClasses,
} from '../../../src/model/likelihoods/index.ts';
import { golden, relativeError } from '../../reference/golden.ts';

const N = 20_000;

/** Predictions of two classes; the frequency of the class is `honesty` times the stated confidence. */
function predictions(honesty: number) {
  const random = createRandom(3, 1);
  const probabilities = new Float64Array(2 * N);
  const targets = new Float64Array(N);
  for (let row = 0; row < N; row++) {
    const confidence = 0.5 + 0.5 * random();
    const predicted = row % 2;
    probabilities[2 * row + predicted] = confidence;
    probabilities[2 * row + 1 - predicted] = 1 - confidence;
    targets[row] = random() < honesty * confidence ? predicted : 1 - predicted;
  }
  return { probabilities, targets };
}

describe('calibration of classes', () => {
  it('error is zero within chance if the stated confidence is the frequency of the class', () => {
    const { probabilities, targets } = predictions(1);
    const bins = classReliability(probabilities, targets, 2);
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(N);
    for (const { count, confidence, accuracy } of bins.filter((bin) => bin.count > 0))
      expect(Math.abs(confidence - accuracy)).toBeLessThan(4 * Math.sqrt(0.25 / count));
    // Eight bins hold predictions; the mean |error| of each is about √(0.19/2500) = 0.009.
    expect(classCalibrationError(bins)).toBeLessThan(0.02);
  });

  it('error is the distance between confidence and accuracy otherwise', () => {
    const { probabilities, targets } = predictions(0.8);
    // E[confidence] = 0.75, a fifth of which is overconfidence.
    const error = classCalibrationError(classReliability(probabilities, targets, 2));
    expect(Math.abs(error - 0.15)).toBeLessThan(4 * Math.sqrt(0.25 / N));
  });

  it('puts a confidence of one into the last bin, and omits empty bins', () => {
    const bins = classReliability(Float64Array.of(0, 1), [1], 2);
    expect(bins.at(-1)).toMatchObject({ count: 1, confidence: 1, accuracy: 1 });
    expect(bins[0]).toMatchObject({ count: 0, confidence: 0, accuracy: 0 });
    expect(classCalibrationError(bins)).toBe(0);
  });

  it('the first of tied classes is predicted', () => {
    expect(mostProbable(Float64Array.of(0.2, 0.4, 0.4))).toBe(1);
  });
});

describe('calibration of intervals', () => {
  const random = createRandom(4, 1);
  const uniforms = Float64Array.from({ length: N }, () => random());

  it('error is zero within chance if the predictive distribution is that of the data', () => {
    for (const { expected, observed } of intervalReliability(uniforms))
      expect(Math.abs(observed - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / N));
    expect(intervalCalibrationError(uniforms)).toBeLessThan(0.01);
  });

  it('reports an observed coverage below the stated one for intervals that are too narrow', () => {
    const tooSure = uniforms.map((u) => (u < 0.5 ? u / 2 : 1 - (1 - u) / 2));
    for (const { expected, observed } of intervalReliability(tooSure))
      expect(observed).toBeLessThan(expected);
    expect(intervalCalibrationError(tooSure)).toBeGreaterThan(0.2);
  });
});

describe('uncertainty of a class', () => {
  it('is all epistemic if confident draws disagree, all aleatoric if every draw is undecided', () => {
    const disagree = summarizeClasses(Float64Array.of(1, 0, 0, 1), 2);
    expect(disagree.totalEntropy).toBeCloseTo(Math.LN2, 12);
    expect(disagree.aleatoricEntropy).toBe(0);
    expect(disagree.mutualInformation).toBeCloseTo(Math.LN2, 12);
    const coin = summarizeClasses(Float64Array.of(0.5, 0.5, 0.5, 0.5), 2);
    expect(coin.aleatoricEntropy).toBeCloseTo(Math.LN2, 12);
    expect(coin.mutualInformation).toBe(0);
  });

  describe.each([0, 1])('of computed input %i', (input) => {
    const truth = golden.classification_uncertainty;
    const ofDraws = truth.P.map((draw) => draw[input]!);
    const summary = summarizeClasses(Float64Array.from(ofDraws.flat()), 3);

    it('has the golden mean probabilities, entropies and mutual information', () => {
      truth.mean_p[input]!.forEach((p, c) =>
        expect(relativeError(summary.probabilities[c]!, p)).toBeLessThan(1e-9),
      );
      expect(relativeError(summary.totalEntropy, truth.total_entropy[input]!)).toBeLessThan(1e-9);
      expect(relativeError(summary.aleatoricEntropy, truth.aleatoric_entropy[input]!)).toBeLessThan(1e-9);
      expect(relativeError(summary.mutualInformation, truth.mutual_information[input]!)).toBeLessThan(1e-9);
    });

    it('scores a label by the log of its mean probability, above the mean of the logs', () => {
      const logs = Float64Array.from(ofDraws, (p) => Math.log(p[0]!));
      expect(relativeError(logMeanExp(logs), truth.log_lik_label0_arithmetic_mean[input]!)).toBeLessThan(
        1e-9,
      );
      const meanOfLogs = logs.reduce((sum, value) => sum + value / logs.length, 0);
      expect(relativeError(meanOfLogs, truth.log_lik_label0_WRONG_mean_of_logs[input]!)).toBeLessThan(1e-9);
      expect(logMeanExp(logs) - meanOfLogs).toBeGreaterThan(0.02);
    });

    // The playground shows entropies instead of these variances; the formulas of Kwon et al. 2020 are implemented
    // only here.
    it('splits the variance of each class, p(1 − p), into the golden parts', () => {
      summary.probabilities.forEach((p, c) => {
        const epistemic = ofDraws.reduce((sum, q) => sum + (q[c]! - p) ** 2 / ofDraws.length, 0);
        const aleatoric = ofDraws.reduce((sum, q) => sum + (q[c]! * (1 - q[c]!)) / ofDraws.length, 0);
        expect(relativeError(epistemic, truth.kwon_epistemic_diag[input]![c]!)).toBeLessThan(1e-9);
        expect(relativeError(aleatoric, truth.kwon_aleatoric_diag[input]![c]!)).toBeLessThan(1e-9);
        expect(epistemic + aleatoric).toBeCloseTo(p * (1 - p), 12);
      });
    });
  });
});

describe('likelihoods of classes', () => {
  const slope = new Float64Array(4);

  it('are finite at log-odds of ±1,000', () => {
    for (const f of [-1000, 1000])
      for (const y of [0, 1]) {
        const cost = likelihoods.bernoulli.cost(y, Float64Array.of(f), 0, 0, slope);
        expect(cost).toBe(f > 0 === (y === 1) ? 0 : 1000);
        expect(slope.every(Number.isFinite)).toBe(true);
      }
    const logits = Float64Array.of(1000, -1000, 0);
    expect(likelihoods.categorical.cost(1, logits, 0, 0, slope)).toBe(2000);
    expect([...slope]).toEqual([1, -1, 0, 0]);
  });

  it('give probabilities that sum to one and are the exponential of their costs', () => {
    const outputs = Float64Array.of(0.3, -1.2, 2);
    const probabilities = new Float64Array(3);
    likelihoods.categorical.probabilities(outputs, 0, probabilities);
    expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    probabilities.forEach((p, y) =>
      expect(Math.exp(-likelihoods.categorical.cost(y, outputs, 0, 0, slope))).toBeCloseTo(p, 12),
    );
    const two = new Float64Array(2);
    likelihoods.bernoulli.probabilities(outputs, 1, two);
    expect(two[1]).toBeCloseTo(1 / (1 + Math.exp(1.2)), 12);
    expect(two[0]! + two[1]!).toBeCloseTo(1, 12);
  });
});

import type { Experiment } from '../../../experiment/document/experiment.ts';
import type { TablePredictive } from '../../../experiment/pictures/snapshot.ts';
import { noiseContradiction } from '../../../experiment/scores/noiseCheck.ts';
import { t } from '../../../i18n/index.ts';
import { formatSignificant } from '../../../i18n/numbers.ts';
import { likelihoods } from '../../../model/likelihoods/index.ts';

/**
 * Says that the residuals of a table contradict its fixed noise; null where they do not, and where there is no fixed noise.
 * actual: targets of the predicted rows.
 */
export function noiseContradictionText(
  { likelihood, prediction }: Pick<Experiment, 'likelihood' | 'prediction'>,
  predictive: TablePredictive,
  actual: readonly number[],
): string | null {
  if (predictive.task !== 'regression' || likelihood.learn || !likelihoods[likelihood.kind].hasNoise)
    return null;
  const { mean, epistemicSigma, lower, upper } = predictive.rows;
  if (mean.length !== actual.length) return null;
  const residuals = actual.map((y, row) => y - mean[row]!);
  const found = noiseContradiction(
    { residuals, epistemicSigma, trained: predictive.of === 'training' },
    likelihood.noise,
  );
  if (!found) return null;
  const held = actual.filter((y, row) => lower[row]! <= y && y <= upper[row]!).length;
  const values = {
    ratio: formatSignificant(found.ratio, 2),
    given: formatSignificant(likelihood.noise, 2),
    interval: formatSignificant(100 * prediction.interval, 3),
    share: formatSignificant((100 * held) / actual.length, 2),
    noise: formatSignificant(found.noise, 2),
  };
  return found.ratio > 1
    ? t(
        'The residuals are {ratio} times the fixed noise {given}, so the {interval} % band holds {share} % of the rows. Train longer, learn the noise, or set it to {noise}.',
        values,
      )
    : t(
        'The residuals are {ratio} times the fixed noise {given}, so the {interval} % band holds {share} % of the rows. Learn the noise, or set it to {noise}.',
        values,
      );
}

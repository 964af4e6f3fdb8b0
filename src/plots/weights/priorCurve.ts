import type { Experiment } from '../../experiment/document/experiment.ts';
import { t } from '../../i18n/index.ts';
import { priors } from '../../model/priors/index.ts';

/** p(w) of one weight, for plots. */
export interface PriorCurve {
  /** Menu label of the prior. */
  readonly label: string;
  /** p(w), per unit of w. */
  readonly density: (w: number) => number;
  /** Standard deviation of p, > 0. */
  readonly deviation: number;
  /**
   * Upper end of a density axis: the peak, but at most 4.5 times the density one deviation from 0. A Laplace peak
   * fits; the spike of a scale mixture is cut, because its tails would be invisible below it.
   */
  readonly top: number;
  /** p(0). */
  readonly peak: number;
}

/** The prior of a weight scaled by `scale` (`WeightSummary.priorScale`): p(w / scale) / scale. */
export function priorCurve(prior: Experiment['prior'], scale = 1): PriorCurve {
  const { label, logDensity, deviation } = priors[prior.kind];
  const density = (w: number) => Math.exp(logDensity(w / scale, prior)) / scale;
  const spread = scale * deviation(prior);
  const peak = density(0);
  return { label: t(label), density, deviation: spread, peak, top: Math.min(peak, 4.5 * density(spread)) };
}

import type { GradientVariance } from '../../experiment/pictures/snapshot.ts';
import type { EstimatorKind } from '../../model/estimators/index.ts';

/** Standard deviations of a training step's estimates over its random draws. */
export interface StepSpread {
  /** Of F, nats. */
  readonly cost: number;
  /** Of ∂F/∂θ: the root of the summed variances of its components. */
  readonly gradient: number;
}

/**
 * The spread of a step that averages `samples` independent draws, from the measured variances of one: it falls as 1/√S.
 * Null where they were not measured.
 */
export function stepSpread(
  measured: GradientVariance | null | undefined,
  estimator: EstimatorKind,
  samples: number,
): StepSpread | null {
  const ofSample = measured?.[estimator];
  if (!ofSample) return null;
  return { cost: Math.sqrt(ofSample.cost / samples), gradient: Math.sqrt(ofSample.gradient / samples) };
}

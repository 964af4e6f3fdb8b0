import { memo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { t } from '../../../i18n/index.ts';
import { type EstimatorKind, estimators } from '../../../model/estimators/index.ts';
import { VarianceBars } from '../../../plots/weights/VarianceBars.tsx';
import { useExperiment, usePlaygroundState } from '../../ui/playgroundContext.ts';

const kinds = Object.keys(estimators) as EstimatorKind[];

/** The variance of each estimator's gradient at the current parameters, measured about once a second. */
export const GradientVariance = memo(function GradientVariance() {
  const chosen = useExperiment(({ inference }) => inference.estimator);
  const measured = usePlaygroundState(
    useShallow(({ snapshot }) => kinds.map((kind) => snapshot?.gradientVariance?.[kind]?.gradient ?? null)),
  );
  return (
    <VarianceBars
      variances={kinds.map((kind, index) => ({
        name: t(estimators[kind].label),
        variance: measured[index] ?? null,
        chosen: kind === chosen,
      }))}
    />
  );
});

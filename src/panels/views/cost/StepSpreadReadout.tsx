import type { ReactElement } from 'react';
import { t, tRich } from '../../../i18n/index.ts';
import { costText } from '../../../plots/cost/costUnits.ts';
import { stepSpread } from '../../../plots/cost/stepSpread.ts';
import { formatNumber, missing } from '../../../plots/frame/format.ts';
import { useExperiment, usePlaygroundState } from '../../ui/playgroundContext.ts';

interface StepSpreadReadoutProps {
  readonly className?: string | undefined;
}

/** How far a training step's estimates of F and of its gradient scatter at the parameters now. */
export function StepSpreadReadout({ className }: StepSpreadReadoutProps) {
  const measured = usePlaygroundState(({ snapshot }) => snapshot?.gradientVariance ?? null);
  const { estimator, samples } = useExperiment(({ inference }) => inference);
  const units = useExperiment(({ view }) => view.units);
  const spread = stepSpread(measured, estimator, samples);
  return (
    <p
      className={className}
      style={{ visibility: spread ? 'visible' : 'hidden' }}
      title={t(
        'Standard deviation of what one training step computes, over its random draws, at the parameters now. It falls as 1/√S: four times as many samples halve it.',
      )}
    >
      {tRich<ReactElement>('One step: F ± {cost}, gradient ± {gradient}', {
        cost: (
          <output key="cost" aria-live="off">
            {spread ? costText(spread.cost, units) : missing}
          </output>
        ),
        gradient: (
          <output key="gradient" aria-live="off">
            {spread ? formatNumber(spread.gradient) : missing}
          </output>
        ),
      })}
    </p>
  );
}

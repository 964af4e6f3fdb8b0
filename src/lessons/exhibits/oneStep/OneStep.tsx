import { useMemo, useState } from 'react';
import type { TrainingState } from '../../../experiment/engine/engine.ts';
import { t } from '../../../i18n/index.ts';
import buttons from '../../../panels/ui/buttons.module.css';
import { costTexts } from '../../../plots/cost/costUnits.ts';
import { formatNumber } from '../../../plots/frame/format.ts';
import exhibit from '../exhibit.module.css';
import { Numbers } from '../Numbers.tsx';
import { FitPlot } from './FitPlot.tsx';
import styles from './OneStep.module.css';
import { advanced, firstState, stepInParts } from './oneStep.ts';
import { StepTable } from './StepTable.tsx';
import { WeightEquations } from './WeightEquations.tsx';

const start = firstState();
const strides = [1, 10, 100, 1000, 10_000] as const;

/**
 * A complete step of Bayes by Backprop on seven weights, with every number of the update equations, before and after
 * it is taken.
 */
export function OneStep() {
  const [state, setState] = useState<TrainingState>(start);
  const [chosen, setChosen] = useState(4);
  const parts = useMemo(() => stepInParts(state), [state]);
  const weight = parts.weights[chosen];
  const costs = costTexts(parts, 'nats');
  const nats = (value: string) => t('{value} nats', { value });
  return (
    <div className={exhibit.exhibit}>
      <div className={styles.work}>
        <FitPlot state={state} parts={parts} />
        {weight && <WeightEquations index={chosen} weight={weight} />}
        <StepTable weights={parts.weights} chosen={chosen} onChoose={setChosen} />
      </div>
      <Numbers
        numbers={[
          [t('steps taken'), formatNumber(state.step)],
          ['log q(w|θ) − log p(w)', nats(costs.complexity)],
          ['−log p(D|w)', nats(costs.likelihood)],
          ['f(w, θ)', nats(costs.total)],
        ]}
      />
      <div className={exhibit.controls}>
        <div className={styles.strides} role="group" aria-label={t('Steps to take')}>
          {strides.map((stride) => (
            <button
              key={stride}
              type="button"
              className={buttons.button}
              onClick={() => setState(stride === 1 ? parts.after : advanced(state, stride))}
            >
              {t('{count, plural, one {Take the step} other {# steps}}', { count: stride })}
            </button>
          ))}
        </div>
        <button type="button" className={buttons.button} onClick={() => setState(start)}>
          {t('To the beginning')}
        </button>
      </div>
    </div>
  );
}

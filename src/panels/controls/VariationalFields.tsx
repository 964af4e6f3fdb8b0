import { t } from '../../i18n/index.ts';
import { estimators } from '../../model/estimators/index.ts';
import styles from '../ui/panels.module.css';
import { useExperiment } from '../ui/playgroundContext.ts';
import { GradientVariance } from '../views/weights/GradientVariance.tsx';
import { choicesOf, MenuField } from './fields/MenuField.tsx';
import { SegmentField } from './fields/SegmentField.tsx';
import { SliderField } from './fields/SliderField.tsx';

/** Controls of methods that fit a q(w): its initial width, and how the objective is estimated. */
export function VariationalFields() {
  const estimator = useExperiment(({ inference }) => estimators[inference.estimator]);
  return (
    <>
      <SliderField
        path="inference.initialSigma"
        label={t('Initial posterior width')}
        symbol="σ₀"
        // Narrower starts act like point estimates; wider ones are dominated by noise.
        scale={{ minimum: 0.001, maximum: 1, logarithmic: true }}
        help={t(
          'The standard deviation of every q(w) at the start. If it is small, the means fit the data first and the widths grow later.',
        )}
      />
      <MenuField
        path="inference.estimator"
        label={t('Estimator')}
        wide
        choices={choicesOf(estimators)}
        help={t('Where the noise of the gradient enters: in the weights, or in the activations.')}
      />
      <p className={styles.teaches} data-room="3">
        {t(estimator.teaches)} <cite>{t(estimator.source)}</cite>
      </p>
      <GradientVariance />
      <SegmentField
        path="inference.kl"
        label={t('Complexity cost')}
        symbol="KL[q(w) ‖ p(w)]"
        choices={[
          { value: 'analytic', label: t('Analytic') },
          { value: 'monte-carlo', label: t('Monte Carlo') },
        ]}
        help={t('Analytic adds no noise to the gradient; Monte Carlo works for every prior.')}
      />
    </>
  );
}

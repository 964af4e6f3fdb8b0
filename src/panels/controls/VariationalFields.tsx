import { t } from '../../i18n/index.ts';
import { estimators } from '../../model/estimators/index.ts';
import { priors } from '../../model/priors/index.ts';
import styles from '../ui/panels.module.css';
import { useExperiment } from '../ui/playgroundContext.ts';
import { GradientVariance } from '../views/weights/GradientVariance.tsx';
import { estimatorChoices } from './choices.ts';
import { MenuField } from './fields/MenuField.tsx';
import { SegmentField } from './fields/SegmentField.tsx';
import { SliderField } from './fields/SliderField.tsx';
import { labelInSentence } from './labelInSentence.ts';

/** What only a fitted q(w) has: where it starts, and how its objective is estimated. */
export function VariationalFields() {
  const estimator = useExperiment(({ inference }) => estimators[inference.estimator]);
  const network = useExperiment((experiment) => experiment.network);
  const prior = useExperiment(({ prior: { kind } }) => priors[kind]);
  const refused = prior.divergence
    ? undefined
    : t('No analytic KL exists for the {prior} prior.', { prior: labelInSentence(t(prior.label)) });
  return (
    <>
      <SliderField
        path="inference.initialSigma"
        label={t('Initial posterior width')}
        symbol="σ₀"
        range={{ minimum: 0.001, maximum: 1, logarithmic: true }}
        help={t(
          'The standard deviation every q(w) starts from. Narrow starts fit the data first and widen later.',
        )}
      />
      <MenuField
        path="inference.estimator"
        label={t('Estimator')}
        wide
        choices={estimatorChoices(network)}
        help={t('Where the noise of the gradient enters: in the weights, or in the activations.')}
      />
      <p className={styles.teaches} data-room="3">
        {t(estimator.teaches)} <cite>{t(estimator.source)}</cite>
      </p>
      <GradientVariance />
      <SegmentField
        path="inference.kl"
        label={t('Complexity cost')}
        symbol="KL[q ‖ p]"
        choices={[
          { value: 'analytic', label: t('Analytic'), refused },
          { value: 'monte-carlo', label: t('Monte Carlo') },
        ]}
        help={t('Analytic adds no noise to the gradient; Monte Carlo works for every prior.')}
      />
    </>
  );
}

import { t } from '../../i18n/index.ts';
import { klSchedules } from '../../model/estimators/index.ts';
import { methods } from '../../model/methods/index.ts';
import { optimizers } from '../../model/optimizers/index.ts';
import styles from '../ui/panels.module.css';
import { useExperiment } from '../ui/playgroundContext.ts';
import { BatchSizeField } from './BatchSizeField.tsx';
import { choicesOf, MenuField } from './fields/MenuField.tsx';
import { SliderField } from './fields/SliderField.tsx';
import { ToggleField } from './fields/ToggleField.tsx';

const stopChoices = () => [
  { value: 'converged', label: t('when it has converged') },
  { value: 'never', label: t('when I say so') },
];

/** Controls of methods that follow a gradient: optimiser, minibatches, weight of the prior, and when training stops. */
export function OptimizerFields() {
  const optimizer = useExperiment(({ inference }) => optimizers[inference.optimizer.kind]);
  const { fitsDistribution } = useExperiment(({ inference }) => methods[inference.method]);
  const weighted = useExperiment(({ inference }) => inference.klWeight !== 1);
  const minibatches = useExperiment(({ inference }) => inference.batchSize !== 'full');
  const { minimum, maximum } = optimizer.rates;
  return (
    <>
      <MenuField
        path="inference.optimizer.kind"
        label={t('Optimiser')}
        choices={choicesOf(optimizers)}
        help={t('How a gradient becomes a step. Choosing another also sets a learning rate that suits it.')}
      />
      <p className={styles.teaches} data-room="2">
        {t(optimizer.teaches)} <cite>{t(optimizer.source)}</cite>
      </p>
      <SliderField
        path="inference.optimizer.learningRate"
        label={t('Learning rate')}
        symbol="α"
        // Rates outside either diverge or make no visible progress with this optimiser.
        scale={{ minimum, maximum, logarithmic: true }}
        help={t(
          'The size of a step. Too large: the cost jumps or diverges. Too small: training takes very long.',
        )}
      />
      <BatchSizeField />
      {minibatches && (
        <MenuField
          path="inference.klSchedule"
          label={fitsDistribution ? t('KL share of a batch') : t('Prior’s share of a batch')}
          symbol="πᵢ"
          wide
          choices={choicesOf(klSchedules)}
          help={t(
            'How the cost of the weights themselves is split over the minibatches of an epoch. The shares add up to 1.',
          )}
        />
      )}
      <SliderField
        path="inference.klWeight"
        label={fitsDistribution ? t('KL weight') : t('Prior weight')}
        symbol="β"
        // Centred on 1, where F is a bound; larger weights need the number box.
        scale={{ maximum: 2, logarithmic: false, step: 0.05 }}
        help={
          fitsDistribution
            ? t(
                'Multiplies the complexity cost. Below 1, q is narrower than Bayes’ rule allows: a “cold” posterior.',
              )
            : t('Multiplies −log p(w) in training. Below 1 the prior counts for less than Bayes’ rule says.')
        }
      />
      <p className={styles.bound} data-shown={weighted}>
        {fitsDistribution
          ? t('Not a bound on the evidence while β ≠ 1.')
          : t('Not the posterior of this prior while β ≠ 1.')}
      </p>
      <MenuField
        path="view.stop"
        label={t('Training stops')}
        choices={stopChoices()}
        help={t(
          'Whether training stops by itself once the cost no longer falls. This happens once in a run; Train continues it.',
        )}
      />
      <SliderField
        path="view.stopAt"
        label={t('And at step (0: at none)')}
        // Most runs converge earlier.
        scale={{ maximum: 20_000, logarithmic: false, step: 100 }}
        help={t('Training always stops at this step, so that every screen in a room shows the same.')}
      />
      <ToggleField
        path="view.continue"
        label={t('Continue from here')}
        help={t(
          'What happens when the prior, the noise or the points change. On: training continues from the present weights. Off: it starts again. A link always starts again.',
        )}
      />
    </>
  );
}

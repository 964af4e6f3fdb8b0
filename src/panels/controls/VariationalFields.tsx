import { say } from '../../i18n/index.ts';
import { estimators } from '../../model/estimators/index.ts';
import { priors } from '../../model/priors/index.ts';
import styles from '../ui/panels.module.css';
import { useExperiment } from '../ui/playgroundContext.ts';
import { GradientVariance } from '../views/weights/GradientVariance.tsx';
import { estimatorChoices } from './choices.ts';
import { MenuField } from './fields/MenuField.tsx';
import { SegmentField } from './fields/SegmentField.tsx';
import { SliderField } from './fields/SliderField.tsx';
import { midSentence } from './midSentence.ts';

/** What only a fitted q(w) has: where it starts, and how its objective is estimated. */
export function VariationalFields() {
  const estimator = useExperiment(({ inference }) => estimators[inference.estimator]);
  const network = useExperiment((experiment) => experiment.network);
  const prior = useExperiment(({ prior: { kind } }) => priors[kind]);
  const refused = prior.divergence
    ? undefined
    : say('No analytic KL exists for the {prior} prior.', { prior: midSentence(say(prior.label)) });
  return (
    <>
      <SliderField
        path="inference.initialSigma"
        label={say('Initial posterior width')}
        symbol="σ₀"
        range={{ minimum: 0.001, maximum: 1, logarithmic: true }}
        help={say(
          'The standard deviation every q(w) starts from. Narrow starts fit the data first and widen later.',
        )}
      />
      <MenuField
        path="inference.estimator"
        label={say('Estimator')}
        wide
        choices={estimatorChoices(network)}
        help={say('Where the noise of the gradient enters: in the weights, or in the activations.')}
      />
      <p className={styles.teaches} data-room="3">
        {say(estimator.teaches)} <cite>{say(estimator.source)}</cite>
      </p>
      <GradientVariance />
      <SegmentField
        path="inference.kl"
        label={say('Complexity cost')}
        symbol="KL[q ‖ p]"
        choices={[
          { value: 'analytic', label: say('Analytic'), refused },
          { value: 'monte-carlo', label: say('Monte Carlo') },
        ]}
        help={say('Analytic adds no noise to the gradient; Monte Carlo works for every prior.')}
      />
    </>
  );
}

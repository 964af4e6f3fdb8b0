import { estimators } from '../estimators/index.ts';
import { priors } from '../priors/index.ts';
import { estimatorChoices } from './choices.ts';
import { MenuField } from './fields/MenuField.tsx';
import { SegmentField } from './fields/SegmentField.tsx';
import { SliderField } from './fields/SliderField.tsx';
import { GradientVariance } from './GradientVariance.tsx';
import styles from './panels.module.css';
import { useExperiment } from './playground.ts';

/** What only a fitted q(w) has: where it starts, and how its objective is estimated. */
export function VariationalFields() {
  const estimator = useExperiment(({ inference }) => estimators[inference.estimator]);
  const network = useExperiment((experiment) => experiment.network);
  const prior = useExperiment(({ prior: { kind } }) => priors[kind]);
  const refused = prior.divergence
    ? undefined
    : `No analytic KL exists for the ${prior.label.toLowerCase()} prior.`;
  return (
    <>
      <SliderField
        path="inference.initialSigma"
        label="Initial posterior width"
        symbol="σ₀"
        range={{ minimum: 0.001, maximum: 1, logarithmic: true }}
        help="The standard deviation every q(w) starts from. Narrow starts fit the data first and widen later."
      />
      <MenuField
        path="inference.estimator"
        label="Estimator"
        wide
        choices={estimatorChoices(network)}
        help="Where the noise of the gradient enters: in the weights, or in the activations."
      />
      <p className={styles.teaches} data-room="3">
        {estimator.teaches} <cite>{estimator.source}</cite>
      </p>
      <GradientVariance />
      <SegmentField
        path="inference.kl"
        label="Complexity cost"
        symbol="KL[q ‖ p]"
        choices={[
          { value: 'analytic', label: 'Analytic', refused },
          { value: 'monte-carlo', label: 'Monte Carlo' },
        ]}
        help="Analytic adds no noise to the gradient; Monte Carlo works for every prior."
      />
    </>
  );
}

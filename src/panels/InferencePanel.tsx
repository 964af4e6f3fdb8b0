import { estimators, klSchedules } from '../estimators/index.ts';
import { priors } from '../priors/index.ts';
import { BatchSizeField } from './BatchSizeField.tsx';
import { choicesOf, MenuField } from './fields/MenuField.tsx';
import { SegmentField } from './fields/SegmentField.tsx';
import { SliderField } from './fields/SliderField.tsx';
import { Group } from './Group.tsx';
import { glyphs } from './glyphs.tsx';
import styles from './panels.module.css';
import { useExperiment } from './playground.ts';

/** How the posterior is found: the Monte Carlo estimate of the objective, and its optimiser. */
export function InferencePanel() {
  const estimator = useExperiment(({ inference }) => estimators[inference.estimator]);
  const prior = useExperiment(({ prior: { kind } }) => priors[kind]);
  const bound = useExperiment(({ inference }) => inference.klWeight === 1);
  const minibatches = useExperiment(({ inference }) => inference.batchSize !== 'full');
  const refused = prior.divergence
    ? undefined
    : `No analytic KL exists for the ${prior.label.toLowerCase()} prior.`;
  return (
    <Group title="Inference" concept="posterior" glyph={glyphs.inference}>
      <SliderField
        path="inference.samples"
        label="Monte Carlo samples"
        symbol="S"
        range={{ minimum: 1, maximum: 64, logarithmic: true, integer: true }}
        help="How many draws of the weights each step averages over. More: a steadier cost, slower steps."
      />
      <SliderField
        path="inference.optimizer.learningRate"
        label="Learning rate"
        symbol="α"
        range={{ minimum: 1e-4, maximum: 0.3, logarithmic: true }}
        help="The size of Adam’s steps. Too large and the cost jumps or diverges; too small and nothing seems to happen."
      />
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
        choices={choicesOf(estimators)}
        help="Where the noise of the gradient enters: in the weights, or in the activations."
      />
      <p className={styles.teaches}>{estimator.teaches}</p>
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
      <BatchSizeField />
      {minibatches && (
        <MenuField
          path="inference.klSchedule"
          label="KL share of a batch"
          symbol="πᵢ"
          wide
          choices={choicesOf(klSchedules)}
          help="How the complexity cost is split over the minibatches of an epoch. The shares add up to 1."
        />
      )}
      <SliderField
        path="inference.klWeight"
        label="KL weight"
        symbol="β"
        range={{ minimum: 0, maximum: 2, logarithmic: false, step: 0.05 }}
        help="Multiplies the complexity cost. Below 1 the posterior is colder and surer than Bayes’ rule allows."
      />
      <p className={styles.bound} data-shown={!bound}>
        Not a bound on the evidence while β ≠ 1.
      </p>
    </Group>
  );
}

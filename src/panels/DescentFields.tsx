import { klSchedules } from '../estimators/index.ts';
import { methods } from '../methods/index.ts';
import { optimizers } from '../optimizers/index.ts';
import { BatchSizeField } from './BatchSizeField.tsx';
import { choicesOf, MenuField } from './fields/MenuField.tsx';
import { SliderField } from './fields/SliderField.tsx';
import styles from './panels.module.css';
import { useExperiment } from './playground.ts';

const stopChoices = [
  { value: 'converged', label: 'when it has converged' },
  { value: 'never', label: 'when I say so' },
];

/** What follows a gradient has: an optimiser, minibatches, and the weight of the prior against the data. */
export function DescentFields() {
  const optimizer = useExperiment(({ inference }) => optimizers[inference.optimizer.kind]);
  const { variational } = useExperiment(({ inference }) => methods[inference.method]);
  const weighted = useExperiment(({ inference }) => inference.klWeight !== 1);
  const minibatches = useExperiment(({ inference }) => inference.batchSize !== 'full');
  const { minimum, maximum } = optimizer.rates;
  return (
    <>
      <MenuField
        path="inference.optimizer.kind"
        label="Optimiser"
        choices={choicesOf(optimizers)}
        help="How a gradient becomes a step. Choosing one brings a learning rate that suits it."
      />
      <p className={styles.teaches} data-room="2">
        {optimizer.teaches} <cite>{optimizer.source}</cite>
      </p>
      <SliderField
        path="inference.optimizer.learningRate"
        label="Learning rate"
        symbol="α"
        range={{ minimum, maximum, logarithmic: true }}
        help="The size of a step. Too large and the cost jumps or diverges; too small and nothing seems to happen."
      />
      <BatchSizeField />
      {minibatches && (
        <MenuField
          path="inference.klSchedule"
          label={variational ? 'KL share of a batch' : 'Prior’s share of a batch'}
          symbol="πᵢ"
          wide
          choices={choicesOf(klSchedules)}
          help="How the cost of the weights themselves is split over the minibatches of an epoch. The shares add up to 1."
        />
      )}
      <SliderField
        path="inference.klWeight"
        label={variational ? 'KL weight' : 'Prior weight'}
        symbol="β"
        range={{ minimum: 0, maximum: 2, logarithmic: false, step: 0.05 }}
        help={
          variational
            ? 'Multiplies the complexity cost. Below 1 the posterior is colder and surer than Bayes’ rule allows.'
            : 'Multiplies −log p(w) in training. Below 1 the prior counts for less than Bayes’ rule says.'
        }
      />
      <p className={styles.bound} data-shown={weighted}>
        {variational
          ? 'Not a bound on the evidence while β ≠ 1.'
          : 'Not the posterior of this prior while β ≠ 1.'}
      </p>
      <MenuField
        path="view.stop"
        label="Training stops"
        choices={stopChoices}
        help="By itself when the cost stands still, once in a run; Train then goes on all the same."
      />
      <SliderField
        path="view.stopAt"
        label="And at step (0: at none)"
        range={{ minimum: 0, maximum: 20_000, logarithmic: false, step: 100, integer: true }}
        help="A step at which training rests in any case, so that every screen in a room shows the same."
      />
    </>
  );
}

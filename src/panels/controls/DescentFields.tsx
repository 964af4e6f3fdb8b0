import { say } from '../../i18n/index.ts';
import { klSchedules } from '../../model/estimators/index.ts';
import { methods } from '../../model/methods/index.ts';
import { optimizers } from '../../model/optimizers/index.ts';
import styles from '../ui/panels.module.css';
import { useExperiment } from '../ui/playgroundContext.ts';
import { BatchSizeField } from './BatchSizeField.tsx';
import { choicesOf, MenuField } from './fields/MenuField.tsx';
import { SliderField } from './fields/SliderField.tsx';

const stopChoices = () => [
  { value: 'converged', label: say('when it has converged') },
  { value: 'never', label: say('when I say so') },
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
        label={say('Optimiser')}
        choices={choicesOf(optimizers)}
        help={say('How a gradient becomes a step. Choosing one brings a learning rate that suits it.')}
      />
      <p className={styles.teaches} data-room="2">
        {say(optimizer.teaches)} <cite>{say(optimizer.source)}</cite>
      </p>
      <SliderField
        path="inference.optimizer.learningRate"
        label={say('Learning rate')}
        symbol="α"
        range={{ minimum, maximum, logarithmic: true }}
        help={say(
          'The size of a step. Too large and the cost jumps or diverges; too small and nothing seems to happen.',
        )}
      />
      <BatchSizeField />
      {minibatches && (
        <MenuField
          path="inference.klSchedule"
          label={variational ? say('KL share of a batch') : say('Prior’s share of a batch')}
          symbol="πᵢ"
          wide
          choices={choicesOf(klSchedules)}
          help={say(
            'How the cost of the weights themselves is split over the minibatches of an epoch. The shares add up to 1.',
          )}
        />
      )}
      <SliderField
        path="inference.klWeight"
        label={variational ? say('KL weight') : say('Prior weight')}
        symbol="β"
        range={{ minimum: 0, maximum: 2, logarithmic: false, step: 0.05 }}
        help={
          variational
            ? say(
                'Multiplies the complexity cost. Below 1 the posterior is colder and surer than Bayes’ rule allows.',
              )
            : say(
                'Multiplies −log p(w) in training. Below 1 the prior counts for less than Bayes’ rule says.',
              )
        }
      />
      <p className={styles.bound} data-shown={weighted}>
        {variational
          ? say('Not a bound on the evidence while β ≠ 1.')
          : say('Not the posterior of this prior while β ≠ 1.')}
      </p>
      <MenuField
        path="view.stop"
        label={say('Training stops')}
        choices={stopChoices()}
        help={say('By itself when the cost stands still, once in a run; Train then goes on all the same.')}
      />
      <SliderField
        path="view.stopAt"
        label={say('And at step (0: at none)')}
        range={{ minimum: 0, maximum: 20_000, logarithmic: false, step: 100, integer: true }}
        help={say(
          'A step at which training rests in any case, so that every screen in a room shows the same.',
        )}
      />
    </>
  );
}

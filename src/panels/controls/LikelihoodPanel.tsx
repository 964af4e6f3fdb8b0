import { t, tRich } from '../../i18n/index.ts';
import { likelihoods } from '../../model/likelihoods/index.ts';
import { formatNumber } from '../../plots/frame/format.ts';
import styles from '../ui/panels.module.css';
import { useExperiment, usePlaygroundState } from '../ui/playgroundContext.ts';
import { likelihoodChoices } from './choices.ts';
import { MenuField } from './fields/MenuField.tsx';
import { SliderField } from './fields/SliderField.tsx';
import { ToggleField } from './fields/ToggleField.tsx';
import { Group } from './Group.tsx';
import { groupIcons } from './groupIcons.tsx';

/** The likelihood: the distribution of the data around the outputs of the network. */
export function LikelihoodPanel() {
  const likelihood = useExperiment(({ likelihood: { kind } }) => likelihoods[kind]);
  const task = useExperiment(({ dataset }) => dataset.task);
  const learn = useExperiment((experiment) => experiment.likelihood.learn);
  const { hasNoise, startsFromNoise } = likelihood;
  return (
    <Group
      title={t('Likelihood')}
      term="likelihood"
      concept="aleatoric"
      highlight="likelihood"
      icon={groupIcons.noise}
    >
      <MenuField
        path="likelihood.kind"
        label={t('Kind')}
        symbol="p(y|f)"
        wide
        choices={likelihoodChoices(task)}
        help={t('How the data scatter around the function: its negative logarithm is the likelihood cost.')}
      />
      <p className={styles.teaches} data-room="2">
        {t(likelihood.teaches)} <cite>{t(likelihood.source)}</cite>
      </p>
      {startsFromNoise && (
        <SliderField
          path="likelihood.noise"
          label={hasNoise && !learn ? t('Noise') : t('Noise at the start')}
          symbol="σ"
          // Includes the noise of all registered data sets; custom data may need the number box.
          scale={{ minimum: 0.001, maximum: 100, logarithmic: true }}
          help={
            hasNoise
              ? t(
                  'The standard deviation of the noise that the likelihood expects, in the units of y: the aleatoric band.',
                )
              : t(
                  'The standard deviation of the noise before the first step, in the units of y. Rewind to start from it.',
                )
          }
        />
      )}
      {hasNoise && (
        <ToggleField
          path="likelihood.learn"
          label={t('Learn the noise')}
          help={t(
            'Learns the noise together with the weights, by the same cost. Off: it stays as you set it.',
          )}
        />
      )}
      {hasNoise && <NoiseNow />}
    </Group>
  );
}

/** The noise of the last snapshot. A separate component, because it renders with every snapshot. */
function NoiseNow() {
  const sigma = usePlaygroundState(({ snapshot }) => (snapshot ? snapshot.noiseSigma : Number.NaN));
  if (sigma === null) return null;
  return (
    <p className={styles.now}>
      {tRich('Noise now {sigma}', {
        sigma: (
          <output key="sigma" className={styles.aleatoric}>
            σ = {formatNumber(sigma)}
          </output>
        ),
      })}
    </p>
  );
}

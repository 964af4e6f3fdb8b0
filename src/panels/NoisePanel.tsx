import { likelihoods } from '../likelihoods/index.ts';
import { formatNumber } from '../plots/format.ts';
import { SliderField } from './fields/SliderField.tsx';
import { ToggleField } from './fields/ToggleField.tsx';
import { Group } from './Group.tsx';
import { glyphs } from './glyphs.tsx';
import styles from './panels.module.css';
import { useExperiment, usePlaygroundState } from './playground.ts';

/** The likelihood: what scatter around the function the network expects. */
export function NoisePanel() {
  const label = useExperiment(({ likelihood }) => likelihoods[likelihood.kind].label);
  const learn = useExperiment(({ likelihood }) => likelihood.learn);
  return (
    <Group title="Noise" concept="aleatoric" glyph={glyphs.noise}>
      <p className={styles.teaches}>{label}: y = f(x, w) + σ · N(0, 1), in the units of y.</p>
      <SliderField
        path="likelihood.noise"
        label={learn ? 'Noise at the start' : 'Noise'}
        symbol="σ"
        range={{ minimum: 0.001, maximum: 100, logarithmic: true }}
        help="The standard deviation of the noise that the likelihood expects, in the units of y: the aleatoric band."
      />
      <ToggleField
        path="likelihood.learn"
        label="Learn the noise"
        help="Lets training find the noise together with the weights, by the same cost. Off: it stays where you set it."
      />
      <NoiseNow />
    </Group>
  );
}

/** The noise of the last snapshot; alone here because it changes with every one. */
function NoiseNow() {
  const sigma = usePlaygroundState(({ snapshot }) => snapshot?.noiseSigma ?? Number.NaN);
  return (
    <p className={styles.now}>
      Noise now <output className={styles.aleatoric}>σ = {formatNumber(sigma)}</output>
    </p>
  );
}

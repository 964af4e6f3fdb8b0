import { t } from '../../i18n/index.ts';
import { SliderField } from '../controls/fields/SliderField.tsx';
import styles from './Bandit.module.css';

/** Settings of the agents; every change restarts the run. */
export function BanditControls() {
  return (
    <div className={styles.controls} data-concept="prior">
      <SliderField
        path="bandit.priorSigma"
        label={t('Prior width')}
        symbol="σₚ"
        // Beyond these the agent no longer learns within the game.
        scale={{ minimum: 0.05, maximum: 5, logarithmic: true }}
        help={t(
          'The prior over the weights of Thompson sampling. Wide: it explores for longer; narrow: it learns little from what it sees.',
        )}
      />
      <SliderField
        path="bandit.samples"
        label={t('Monte Carlo samples')}
        symbol="S"
        scale={{ logarithmic: true }}
        help={t(
          'Draws that each training step of Thompson sampling averages over. A decision always uses a single draw.',
        )}
      />
      <SliderField
        path="bandit.units"
        label={t('Hidden units')}
        // Up to the networks of the article.
        scale={{ minimum: 2, maximum: 100, logarithmic: true }}
        help={t('Units in each of the two hidden layers of every agent. The paper uses 100.')}
      />
      <SliderField
        path="bandit.seed"
        label={t('Seed')}
        // A hundred games to compare; others by number.
        scale={{ maximum: 100, logarithmic: false }}
        help={t(
          'Another seed: another rule of what is edible, other mushrooms, other random numbers, other initial weights.',
        )}
      />
      <p className={styles.hint}>{t('A change here starts a new run.')}</p>
    </div>
  );
}

import { t } from '../../i18n/index.ts';
import { usePlayground, usePlaygroundState } from '../ui/playgroundContext.ts';
import { SliderField } from './fields/SliderField.tsx';
import { Toggle } from './fields/ToggleField.tsx';
import { Group } from './Group.tsx';
import { groupIcons } from './groupIcons.tsx';

/** How the predictive distribution is drawn. */
export function PredictionPanel() {
  const { setShowDraws } = usePlayground();
  const showDraws = usePlaygroundState((state) => state.showDraws);
  return (
    <Group title={t('Prediction')} term="predictive" concept="epistemic" icon={groupIcons.prediction}>
      <SliderField
        path="prediction.interval"
        label={t('Probability of the band')}
        scale={{ logarithmic: false, step: 0.01 }}
        help={t(
          'The central probability of both bands. At 0.9, nine new points in ten should fall inside the outer one.',
        )}
      />
      <SliderField
        path="prediction.pruned"
        label={t('Weights pruned')}
        scale={{ logarithmic: false, step: 0.01 }}
        help={t(
          'Sets this fraction of the weights to zero in the prediction, least signal to noise |μ|/σ first. Training is not affected.',
        )}
      />
      <Toggle
        label={t('Show single draws')}
        help={t(
          'Shows some of the functions behind the band as thin lines: each is one network drawn from the posterior.',
        )}
        field={{
          value: showDraws,
          changed: !showDraws,
          restarts: false,
          fault: null,
          set: setShowDraws,
          reset: () => setShowDraws(true),
        }}
      />
    </Group>
  );
}

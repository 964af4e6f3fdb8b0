import { t } from '../../i18n/index.ts';
import { priors } from '../../model/priors/index.ts';
import { PriorDensity } from '../../plots/weights/PriorDensity.tsx';
import styles from '../ui/panels.module.css';
import { useExperiment } from '../ui/playgroundContext.ts';
import { choicesOf, MenuField } from './fields/MenuField.tsx';
import { SegmentField } from './fields/SegmentField.tsx';
import { SliderField } from './fields/SliderField.tsx';
import { Group } from './Group.tsx';
import { groupIcons } from './groupIcons.tsx';

/** The prior distribution of the weights. */
export function PriorPanel() {
  const parameters = useExperiment((experiment) => experiment.prior);
  const prior = priors[parameters.kind];
  return (
    <Group title={t('Prior')} term="prior" concept="prior" highlight="complexity" icon={groupIcons.prior}>
      <MenuField
        path="prior.kind"
        label={t('Kind')}
        symbol="p(w)"
        choices={choicesOf(priors)}
        help={t(
          'The distribution of every weight before training. The complexity cost grows as the weights move away from it.',
        )}
      />
      <p className={styles.teaches}>
        {t(prior.teaches)} <cite>{t(prior.source)}</cite>
      </p>
      <div className={styles.density}>
        <PriorDensity prior={parameters} />
      </div>
      {prior.controls.map(({ key, label, symbol, ...scale }) => (
        <SliderField
          key={key}
          path={`prior.${key}` as const}
          label={t(label)}
          symbol={symbol}
          scale={scale}
          help={t(
            'Changes the density shown above. Before the first step, the plot shows the functions that this prior gives.',
          )}
        />
      ))}
      <SegmentField
        path="prior.scaling"
        label={t('Scaling by layer')}
        choices={[
          { value: 'fixed', label: t('The same everywhere') },
          { value: 'fan-in', label: t('÷ √fan-in') },
        ]}
        help={t(
          'Dividing the width by √fan-in, the root of a unit’s number of inputs, gives wide layers narrower priors: functions keep their size as the network grows.',
        )}
      />
    </Group>
  );
}

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
          'The distribution of every weight before training. The complexity cost charges for leaving it.',
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
            'Shapes the density above. Before the first step the plot shows what the network makes of it.',
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
          'Divided by √fan-in, wide layers get narrower priors and the function keeps its size as the network grows.',
        )}
      />
    </Group>
  );
}

import type { TrainingSpeed } from '../../experiment/document/experiment.ts';
import { t } from '../../i18n/index.ts';
import { type Segment, Segments } from '../controls/fields/Segments.tsx';
import { useField } from '../controls/fields/useField.ts';
import styles from './Toolbar.module.css';

const speeds = (): readonly Segment<TrainingSpeed>[] => [
  { value: 'slow', label: t('Slow') },
  { value: 'normal', label: t('Normal') },
  { value: 'flat-out', label: t('Flat out') },
];

/** How fast training goes: `view.speed`. */
export function SpeedField() {
  const { value, set } = useField('view.speed');
  return (
    <span
      className={styles.speeds}
      title={t('Speed: step 1,000 after about 16 s, after about 4 s, or as fast as this machine can')}
    >
      <Segments label={t('Speed')} value={value} choices={speeds()} onChoose={set} />
    </span>
  );
}

import { pictureKindOf } from '../../../experiment/document/pictureKind.ts';
import { t } from '../../../i18n/index.ts';
import { Part } from '../../ui/Part.tsx';
import { useExperiment } from '../../ui/playgroundContext.ts';
import styles from '../../ui/views.module.css';
import { pictureViews } from '../pictureViews.tsx';
import { CollapseNote } from './CollapseNote.tsx';

/** The prediction p(y | x, D) and the training points, as the picture kind shows them. */
export function PredictiveView() {
  const { View } = pictureViews[useExperiment(pictureKindOf)];
  return (
    <section
      className={styles.view}
      aria-labelledby="predictive-title"
      data-highlight="likelihood predictive"
    >
      <Part fallback={<h2 id="predictive-title">{t('Predictive')}</h2>}>
        <View />
        <CollapseNote />
      </Part>
    </section>
  );
}

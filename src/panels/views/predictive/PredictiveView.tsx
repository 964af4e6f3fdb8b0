import { type ComponentType, lazy, Suspense } from 'react';
import { type PictureKind, pictureKindOf } from '../../../experiment/document/pictureKind.ts';
import { t } from '../../../i18n/index.ts';
import { useExperiment } from '../../ui/playgroundContext.ts';
import styles from '../../ui/views.module.css';
import { CurveView } from '../curve/CurveView.tsx';

/** The view of each kind of picture. All but the first one to be seen come when they are asked for. */
const views: Readonly<Record<PictureKind, ComponentType>> = {
  curve: CurveView,
  plane: lazy(async () => ({ default: (await import('../plane/PlaneView.tsx')).PlaneView })),
  images: lazy(async () => ({ default: (await import('../images/ImagesView.tsx')).ImagesView })),
  table: lazy(async () => ({ default: (await import('../table/TableView.tsx')).TableView })),
  sequence: lazy(async () => ({ default: (await import('../series/SequenceView.tsx')).SequenceView })),
};

/** The prediction: what the network believes of y, with the points it was told. */
export function PredictiveView() {
  const View = views[useExperiment(pictureKindOf)];
  return (
    <section
      className={styles.view}
      aria-labelledby="predictive-title"
      data-highlight="likelihood predictive"
    >
      <Suspense fallback={<h2 id="predictive-title">{t('Predictive')}</h2>}>
        <View />
      </Suspense>
    </section>
  );
}

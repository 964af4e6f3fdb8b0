import { useDeferredValue, useMemo, useState } from 'react';
import { t } from '../../../i18n/index.ts';
import {
  type ImageOrder,
  imageOrders,
  orderedImages,
  rowToShow,
  shownRows,
} from '../../../plots/images/imageOrder.ts';
import { Segments } from '../../controls/fields/Segments.tsx';
import { Part } from '../../ui/Part.tsx';
import { useExperiment, usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from '../../ui/views.module.css';
import { PredictiveHead } from '../predictive/PredictiveHead.tsx';
import { predictiveOfKind } from '../predictiveOfKind.ts';
import { Gallery } from './Gallery.tsx';
import images from './Images.module.css';
import { type ImageTool, ImageTools, imageTools } from './ImageTools.tsx';
import { shownImages } from './shownImages.ts';

const orders = () =>
  (Object.keys(imageOrders) as ImageOrder[]).map((value) => ({ value, label: t(imageOrders[value]) }));

/** p(y | x, D) of held-out images, and of images that the person draws or transforms. */
export function ImagesView() {
  const chosenData = useExperiment((experiment) => experiment.dataset);
  const dataset = useMemo(() => shownImages(chosenData), [chosenData]);
  const predictive = usePlaygroundState(({ snapshot }) => predictiveOfKind(snapshot?.predictive, 'images'));
  const heldOut = usePlaygroundState((state) => state.heldOut);
  const labels = useMemo(() => heldOut.map(({ y }) => y), [heldOut]);
  const [order, setOrder] = useState<ImageOrder>('uncertain');
  const [tool, setTool] = useState<ImageTool>('image');
  const [chosen, setChosen] = useState<number | null>(null);
  const [suggested, setSuggested] = useState<number | null>(null);
  // While an experiment loads, the last snapshot can belong to the one before it.
  const current = predictive && predictive.totalEntropy.length === labels.length ? predictive : null;
  // Snapshots of a run arrive faster than a gallery needs to be sorted.
  const settled = useDeferredValue(current);
  const ordered = useMemo(() => orderedImages(settled, labels, order), [settled, labels, order]);
  const known = chosen !== null && chosen < labels.length ? chosen : null;
  const next = rowToShow(ordered, suggested);
  if (next !== suggested) setSuggested(next);
  const row = known ?? next;
  if (!dataset) return null;
  return (
    <>
      <PredictiveHead />
      <div className={styles.bar}>
        <Segments
          label={t('Order of the images')}
          value={order}
          choices={orders()}
          onChoose={(value) => {
            setOrder(value);
            setChosen(null);
          }}
        />
        <Segments label={t('What to look at')} value={tool} choices={imageTools()} onChoose={setTool} />
      </div>
      <div className={images.halves} data-plot="predictive">
        <Part>
          <Gallery
            dataset={dataset}
            heldOut={heldOut}
            labels={labels}
            predictive={settled}
            rows={shownRows(ordered, row)}
            chosen={row}
            onChoose={setChosen}
          />
          <ImageTools
            key={tool}
            tool={tool}
            dataset={dataset}
            predictive={current}
            image={row === null ? null : (heldOut[row]?.x ?? null)}
            row={row ?? 0}
            label={row === null ? null : (labels[row] ?? null)}
          />
        </Part>
      </div>
    </>
  );
}

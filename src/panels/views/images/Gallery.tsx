import { useDeferredValue, useMemo } from 'react';
import { mostProbableClass } from '../../../experiment/pictures/mostProbableClass.ts';
import type { ImagesPredictive } from '../../../experiment/pictures/snapshot.ts';
import { t } from '../../../i18n/index.ts';
import { formatWhole } from '../../../i18n/numbers.ts';
import type { Point } from '../../../model/datasets/index.ts';
import { formatPercent } from '../../../plots/frame/format.ts';
import { type ImageOrder, orderedImages } from '../../../plots/images/imageOrder.ts';
import { Thumbnail } from '../../../plots/images/Thumbnail.tsx';
import styles from './Images.module.css';
import type { ShownImages } from './shownImages.ts';

interface GalleryProps {
  readonly dataset: ShownImages;
  readonly heldOut: readonly Point[];
  readonly labels: readonly number[];
  readonly predictive: ImagesPredictive | null;
  readonly order: ImageOrder;
  readonly chosen: number;
  readonly onChoose: (row: number) => void;
}

/** Maximum number of images on the screen. */
const SHOWN = 60;

/** Held-out images, each with its predicted class. */
export function Gallery({ dataset, heldOut, labels, predictive, order, chosen, onChoose }: GalleryProps) {
  // Snapshots of a run arrive faster than a gallery needs to be sorted.
  const settled = useDeferredValue(predictive);
  const rows = useMemo(() => orderedImages(settled, labels, order).slice(0, SHOWN), [settled, labels, order]);
  return (
    <ul
      className={styles.gallery}
      aria-label={t('{shown} of {count} images that training never sees', {
        shown: formatWhole(rows.length),
        count: formatWhole(labels.length),
      })}
    >
      {rows.map((row) => {
        const given = settled && mostProbableClass(settled, row);
        const trueClass = dataset.classNames[labels[row]!]!;
        const words = given
          ? t('a {trueClass}, taken for a {given} with {probability}', {
              trueClass,
              given: dataset.classNames[given.y]!,
              probability: formatPercent(given.probability),
            })
          : t('a {trueClass}', { trueClass });
        return (
          <li key={row}>
            <button
              type="button"
              className={styles.thumb}
              aria-pressed={row === chosen}
              aria-label={t('Image {number}: {words}', { number: row + 1, words })}
              title={words}
              data-wrong={given !== null && given.y !== labels[row]}
              onClick={() => onChoose(row)}
            >
              <Thumbnail image={heldOut[row]!.x} shape={dataset} size={2.75} />
              <span>{given ? dataset.classNames[given.y] : '–'}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

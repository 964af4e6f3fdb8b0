import type { ReactElement } from 'react';
import { mostProbableClass } from '../../../experiment/pictures/mostProbableClass.ts';
import type { ImagesPredictive } from '../../../experiment/pictures/snapshot.ts';
import { t, tRich } from '../../../i18n/index.ts';
import { formatWhole } from '../../../i18n/numbers.ts';
import type { Point } from '../../../model/datasets/index.ts';
import { formatPercent } from '../../../plots/frame/format.ts';
import { Thumbnail } from '../../../plots/images/Thumbnail.tsx';
import styles from './Images.module.css';
import type { ShownImages } from './shownImages.ts';

interface GalleryProps {
  readonly dataset: ShownImages;
  readonly heldOut: readonly Point[];
  readonly labels: readonly number[];
  readonly predictive: ImagesPredictive | null;
  /** The images to show, in order. */
  readonly rows: readonly number[];
  readonly chosen: number | null;
  readonly onChoose: (row: number) => void;
}

/** Held-out images, each with its predicted class. */
export function Gallery({ dataset, heldOut, labels, predictive, rows, chosen, onChoose }: GalleryProps) {
  return (
    <div className={styles.held}>
      <p className={styles.key}>
        {tRich<ReactElement>('Below each image the class it is taken for: {right}, {wrong}.', {
          right: <span key="right">{t('right')}</span>,
          wrong: (
            <span key="wrong" className={styles.wrong}>
              {t('wrong')}
            </span>
          ),
        })}
      </p>
      <ul
        className={styles.gallery}
        aria-label={t('{shown} of {count} images that training never sees', {
          shown: formatWhole(rows.length),
          count: formatWhole(labels.length),
        })}
      >
        {rows.map((row) => {
          const given = predictive && mostProbableClass(predictive, row);
          const trueClass = dataset.classNames[labels[row]!]!;
          const words = given
            ? t('{trueClass}, taken for {given} with {probability}', {
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
    </div>
  );
}

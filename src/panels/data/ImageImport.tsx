import { useState } from 'react';
import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { type IdxReading, readIdx } from '../../import/idx.ts';
import { MAX_IMAGES, selectImages } from '../../import/imagePoints.ts';
import { faultText } from '../controls/fields/faultText.ts';
import { usePlayground } from '../ui/playgroundContext.ts';
import styles from './ImportDialog.module.css';
import { ImportFrame } from './ImportFrame.tsx';

/** A chosen file and its content. */
interface ChosenFile {
  readonly name: string;
  readonly reading: IdxReading;
}

/** Imports images and their labels from two IDX files, such as those of MNIST. */
export function ImageImport({ onClose }: { readonly onClose: () => void }) {
  const { store, replacePoints } = usePlayground();
  const [chosen, setChosen] = useState<readonly ChosenFile[]>([]);
  const [faults, setFaults] = useState<readonly string[]>([]);

  const read = async (files: readonly File[]) => {
    const added: ChosenFile[] = [];
    for (const file of files)
      added.push({
        name: file.name,
        reading: readIdx(new Uint8Array(await file.arrayBuffer()), file.name),
      });
    // A new file replaces one of the same kind.
    const kinds = new Set(added.map(({ reading }) => reading.kind));
    setChosen((before) => [...before.filter(({ reading }) => !kinds.has(reading.kind)), ...added]);
    setFaults([]);
  };
  const readings = chosen.map(({ reading }) => reading);
  const images = readings.find((reading) => reading.kind === 'images');
  const labels = readings.find((reading) => reading.kind === 'labels');
  const use = (): boolean => {
    if (!images || !labels) return false;
    const made = selectImages(images, labels, store.getState().experiment.seed);
    if ('fault' in made) {
      setFaults([made.fault]);
      return false;
    }
    const { points } = made;
    const data = { points, task: 'classification', columns: [], classNames: [], images: true } as const;
    const refused = replacePoints(data).map(faultText);
    setFaults(refused);
    return refused.length === 0;
  };

  return (
    <ImportFrame
      title={t('Your own images')}
      hint={t(
        'Two IDX files, as MNIST comes in: one of images, one of their labels; .gz is understood. Of more than {most} images so many are chosen by the seed, and larger ones become 14 × 14. They stay in this browser.',
        { most: formatWhole(MAX_IMAGES) },
      )}
      choose={t('Choose the files…')}
      multiple
      onFiles={(files) => void read(files)}
      faults={[
        ...readings.flatMap((reading) => (reading.kind === 'fault' ? [reading.fault] : [])),
        ...faults,
      ]}
      use={t('Use these images')}
      ready={images !== undefined && labels !== undefined}
      onUse={use}
      onClose={onClose}
    >
      <ul className={styles.files} aria-label={t('What was found')}>
        {chosen.map(({ name, reading }) => (
          <li key={name} data-fault={reading.kind === 'fault'}>
            {fileText(name, reading)}
          </li>
        ))}
        {!images && <li data-missing="true">{t('No images yet: a file like train-images-idx3-ubyte.gz')}</li>}
        {!labels && <li data-missing="true">{t('No labels yet: a file like train-labels-idx1-ubyte.gz')}</li>}
      </ul>
    </ImportFrame>
  );
}

/** One-line summary of a file. */
function fileText(name: string, reading: IdxReading): string {
  if (reading.kind === 'fault') return t('{name}: not used', { name });
  const count = formatWhole(reading.count);
  if (reading.kind === 'labels') return t('{name}: {count} labels', { name, count });
  const { height, width } = reading;
  return t('{name}: {count} images of {height} × {width}', { name, count, height, width });
}

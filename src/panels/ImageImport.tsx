import { type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { type IdxReading, readIdx } from '../datasets/idx.ts';
import { chosenImages, MOST_IMAGES } from '../datasets/imagePoints.ts';
import { say } from '../words/index.ts';
import { formatWhole } from '../words/numbers.ts';
import { faultText } from './fields/faultText.ts';
import styles from './ImportDialog.module.css';
import panels from './panels.module.css';
import { usePlayground } from './playground.ts';

/** A file that was chosen, and what it has. */
interface Chosen {
  readonly name: string;
  readonly reading: IdxReading;
}

/** Images and their labels from two IDX files, such as those of MNIST. */
export function ImageImport({ onClose }: { readonly onClose: () => void }) {
  const { store, replacePoints } = usePlayground();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [faults, setFaults] = useState<readonly string[]>([]);
  useEffect(() => dialog.current?.showModal(), []);

  const read = async (files: readonly File[]) => {
    const added: Chosen[] = [];
    for (const file of files)
      added.push({
        name: file.name,
        reading: readIdx(new Uint8Array(await file.arrayBuffer()), file.name),
      });
    // A second file of a kind takes the place of the first.
    const kinds = new Set(added.map(({ reading }) => reading.kind));
    setChosen((before) => [...before.filter(({ reading }) => !kinds.has(reading.kind)), ...added]);
    setFaults([]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void read([...event.dataTransfer.files]);
  };
  const readings = chosen.map(({ reading }) => reading);
  const images = readings.find((reading) => reading.kind === 'images');
  const labels = readings.find((reading) => reading.kind === 'labels');
  const use = () => {
    if (!images || !labels) return;
    const made = chosenImages(images, labels, store.getState().experiment.seed);
    if ('fault' in made) return setFaults([made.fault]);
    const { points } = made;
    const data = { points, task: 'classification', columns: [], classNames: [], images: true } as const;
    const refused = replacePoints(data).map(faultText);
    setFaults(refused);
    if (refused.length === 0) dialog.current?.close();
  };

  return (
    <dialog
      ref={dialog}
      className={styles.import}
      aria-labelledby={`${id}title`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      onClose={onClose}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          use();
        }}
      >
        <h2 id={`${id}title`}>{say('Your own images')}</h2>
        <p className={panels.hint}>
          {say(
            'Two IDX files, as MNIST comes in: one of images, one of their labels; .gz is understood. Of more than {most} images so many are chosen by the seed, and larger ones become 14 × 14. They stay in this browser.',
            { most: formatWhole(MOST_IMAGES) },
          )}
        </p>
        <ul className={styles.files} aria-label={say('What was found')}>
          {chosen.map(({ name, reading }) => (
            <li key={name} data-fault={reading.kind === 'fault'}>
              {foundText(name, reading)}
            </li>
          ))}
          {!images && (
            <li data-missing="true">{say('No images yet: a file like train-images-idx3-ubyte.gz')}</li>
          )}
          {!labels && (
            <li data-missing="true">{say('No labels yet: a file like train-labels-idx1-ubyte.gz')}</li>
          )}
        </ul>
        <div role="alert">
          <ul className={styles.faults}>
            {[
              ...readings.flatMap((reading) => (reading.kind === 'fault' ? [reading.fault] : [])),
              ...faults,
            ].map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
        <div className={styles.actions}>
          <label className={`${panels.button} ${styles.file}`}>
            <span>{say('Choose the files…')}</span>
            <input
              type="file"
              multiple
              title=""
              onChange={(event) => {
                // The list empties itself with the field.
                void read([...(event.target.files ?? [])]);
                event.target.value = '';
              }}
            />
          </label>
          <button type="button" className={panels.button} onClick={() => dialog.current?.close()}>
            {say('Cancel')}
          </button>
          <button type="submit" className={`${panels.button} ${panels.chief}`} disabled={!images || !labels}>
            {say('Use these images')}
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** What a file has, in a line. */
function foundText(name: string, reading: IdxReading): string {
  if (reading.kind === 'fault') return say('{name}: not used', { name });
  const count = formatWhole(reading.count);
  if (reading.kind === 'labels') return say('{name}: {count} labels', { name, count });
  const { height, width } = reading;
  return say('{name}: {count} images of {height} × {width}', { name, count, height, width });
}

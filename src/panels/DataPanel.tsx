import { lazy, Suspense, useState } from 'react';
import { datasets, type PlaneDataset } from '../datasets/index.ts';
import { pictureKindOf } from '../experiment/pictureKind.ts';
import { formatCount } from '../plots/format.ts';
import { datasetChoices } from './choices.ts';
import { MenuField } from './fields/MenuField.tsx';
import { SliderField } from './fields/SliderField.tsx';
import { useField } from './fields/useField.ts';
import { Group } from './Group.tsx';
import { glyphs } from './glyphs.tsx';
import { ImageImport } from './ImageImport.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import styles from './panels.module.css';
import { useExperiment, usePlayground, usePlaygroundState } from './playground.ts';

/** Of points that can be edited in the plot, of rows of a table, and of images. */
const ownPointsTeach = {
  drawn: 'Points you placed yourself: clear a gap and watch the band open in it.',
  table: 'A table of your own: how sure is the network of rows that it never saw?',
  images: 'Images of your own: which is the network unsure of, and rightly?',
} as const;

/** What one of the data is called, in each kind of picture. */
const nouns = { curve: 'point', plane: 'point', images: 'image', sequence: 'point', table: 'row' } as const;

/** Whether the points are such that the plot draws them, and they can be edited there. */
function usePointsDrawn(): boolean {
  return useExperiment((experiment) => {
    const kind = pictureKindOf(experiment);
    return kind === 'curve' || kind === 'plane';
  });
}

/** What the network is shown: a data set to choose, or points of one's own. */
export function DataPanel() {
  const chosen = useExperiment(({ dataset: { id } }) => (id === 'custom' ? null : datasets[id]));
  const kind = useExperiment(pictureKindOf);
  const editable = usePointsDrawn();
  const choices = [...datasetChoices(), ...(chosen ? [] : [{ value: 'custom', label: 'Your own data' }])];
  return (
    <Group title="Data" concept="data" lights="likelihood" glyph={glyphs.data}>
      <MenuField
        path="dataset.id"
        label="Data set"
        wide
        choices={choices}
        help="What the network learns from. Each is chosen to show one thing, named underneath."
      />
      <p className={styles.teaches} data-room="3">
        {chosen?.teaches ?? ownPointsTeach[kind === 'table' || kind === 'images' ? kind : 'drawn']}{' '}
        {chosen && <cite>{chosen.source}</cite>}
      </p>
      {chosen?.generated && (
        <>
          <SliderField
            path="dataset.size"
            label="Number of points"
            symbol="n"
            range={{ minimum: 2, maximum: 500, logarithmic: true, integer: true }}
            help="How many points are drawn. More points: a narrower epistemic band; the aleatoric one stays."
          />
          <SliderField
            path="dataset.noise"
            label={chosen.generated.noiseLabel}
            range={{ minimum: 0.001, maximum: Math.max(1, 10 * chosen.generated.noise), logarithmic: true }}
            help="The standard deviation of the noise that the points are drawn with; the network is not told."
          />
        </>
      )}
      {chosen?.kind === 'plane' && <PlaneFields dataset={chosen} />}
      {!chosen && !editable && (
        <SliderField
          path="dataset.testFraction"
          label="Held out"
          range={{ minimum: 0, maximum: 0.5, logarithmic: false, step: 0.05 }}
          help="Share of the rows that training never sees, drawn by the seed: predictions are scored on them."
        />
      )}
      <PointButtons />
    </Group>
  );
}

/** How many classes there are, and which measures are the inputs, where the data leave a choice. */
function PlaneFields({ dataset: { classesVary, classNames, measures } }: { readonly dataset: PlaneDataset }) {
  const { value: inputs, set } = useField('dataset.inputs');
  const axis = (place: 0 | 1, label: string) => (
    <label className={styles.axis}>
      {label}
      <select
        value={inputs[place]}
        onChange={(event) => {
          const picked = Number(event.target.value);
          const other = inputs[1 - place]!;
          // The two change places rather than be the same.
          const kept = picked === other ? inputs[place]! : other;
          set(place === 0 ? [picked, kept] : [kept, picked]);
        }}
      >
        {measures.map((measure, index) => (
          <option key={measure.label} value={index}>
            {measure.label}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      {classesVary && (
        <SliderField
          path="dataset.classes"
          label="Classes"
          range={{ minimum: 2, maximum: classNames.length, logarithmic: false, integer: true, step: 1 }}
          help="Classes to tell apart. Two: a Bernoulli likelihood; more: categorical."
        />
      )}
      {measures.length > 2 && (
        <div className={styles.axes}>
          {axis(0, 'Across')}
          {axis(1, 'Upwards')}
        </div>
      )}
    </>
  );
}

const PointEditor = lazy(async () => ({ default: (await import('./PointEditor.tsx')).PointEditor }));

function PointButtons() {
  const { clearPoints, undo, redo } = usePlayground();
  const count = usePlaygroundState(({ points }) => points.length);
  const heldOut = usePlaygroundState((state) => state.heldOut.length);
  const editable = usePointsDrawn();
  const canUndo = usePlaygroundState(({ past }) => past.length > 0);
  const canRedo = usePlaygroundState(({ future }) => future.length > 0);
  const noun = useExperiment((experiment) => nouns[pictureKindOf(experiment)]);
  const [importing, setImporting] = useState<'table' | 'images' | 'numbers' | null>(null);
  const button = (label: string, title: string, onClick: () => void, enabled = true) => (
    <button type="button" className={styles.button} title={title} disabled={!enabled} onClick={onClick}>
      {label}
    </button>
  );
  return (
    <>
      <p className={styles.hint}>
        {formatCount(count, noun)}
        {heldOut > 0 && `, and ${formatCount(heldOut, noun)} that training never sees`}.
        {editable && ' Click in the plot to add one; drag to move it.'}
      </p>
      <div className={styles.buttons}>
        {button('Undo', 'Undo the last change of the points (Ctrl Z)', undo, canUndo)}
        {button('Redo', 'Redo what was undone (Ctrl Shift Z)', redo, canRedo)}
        {button('Clear', 'Remove all points', clearPoints, editable && count > 0)}
        {editable && button('Numbers…', 'The points as a table of numbers', () => setImporting('numbers'))}
        {button('Import CSV…', 'Your own data, from a file or from pasted text', () => setImporting('table'))}
        {button('Import images…', 'Images of your own, from IDX files such as those of MNIST', () =>
          setImporting('images'),
        )}
      </div>
      {importing === 'table' && <ImportDialog onClose={() => setImporting(null)} />}
      {importing === 'numbers' && (
        <Suspense>
          <PointEditor onClose={() => setImporting(null)} />
        </Suspense>
      )}
      {importing === 'images' && <ImageImport onClose={() => setImporting(null)} />}
    </>
  );
}

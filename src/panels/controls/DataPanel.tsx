import { useState } from 'react';
import { pictureKindOf } from '../../experiment/document/pictureKind.ts';
import { t } from '../../i18n/index.ts';
import { type PlaneDataset, registeredDataset } from '../../model/datasets/index.ts';
import { ImageImport } from '../data/ImageImport.tsx';
import { ImportDialog } from '../data/ImportDialog.tsx';
import { lazyPart } from '../ui/lazyPart.tsx';
import { Part } from '../ui/Part.tsx';
import styles from '../ui/panels.module.css';
import { useExperiment, usePlayground, usePlaygroundState } from '../ui/playgroundContext.ts';
import { pictureViews } from '../views/pictureViews.tsx';
import { datasetChoices } from './choices.ts';
import { MenuField } from './fields/MenuField.tsx';
import { SliderField } from './fields/SliderField.tsx';
import { useField } from './fields/useField.ts';
import { Group } from './Group.tsx';
import { groupIcons } from './groupIcons.tsx';
import { PointCountField } from './SimpleFields.tsx';

/** The data: a registered data set or custom points. */
export function DataPanel() {
  const chosen = useExperiment(({ dataset }) => registeredDataset(dataset.id));
  const view = pictureViews[useExperiment(pictureKindOf)];
  const choices = [...datasetChoices(), ...(chosen ? [] : [{ value: 'custom', label: t('Your own data') }])];
  return (
    <Group title={t('Data')} concept="data" highlight="likelihood" icon={groupIcons.data}>
      <MenuField
        path="dataset.id"
        label={t('Data set')}
        wide
        choices={choices}
        help={t('What the network learns from. Each data set shows one thing, named underneath.')}
      />
      <p className={styles.teaches} data-room="3">
        {t(chosen?.teaches ?? view.ownDataTeach ?? '')} {chosen && <cite>{t(chosen.source)}</cite>}
      </p>
      {!chosen && view.pointsEditable && <GivenPoints />}
      {chosen?.generated && (
        <>
          <PointCountField />
          <SliderField
            path="dataset.noise"
            label={t(chosen.generated.noiseLabel)}
            // Relative to the noise that the data set has by default.
            scale={{ minimum: 0.001, maximum: Math.max(1, 10 * chosen.generated.noise), logarithmic: true }}
            help={t(
              'The standard deviation of the noise that the points are drawn with; the network is not told.',
            )}
          />
        </>
      )}
      {chosen?.kind === 'plane' && <PlaneFields dataset={chosen} />}
      {!chosen && !view.pointsEditable && (
        <SliderField
          path="dataset.testFraction"
          label={t('Held out')}
          // More than half would leave little to train on.
          scale={{ maximum: 0.5, logarithmic: false, step: 0.05 }}
          help={t(
            'Share of the rows that training never sees, drawn by the seed: predictions are scored on them.',
          )}
        />
      )}
      <PointButtons />
    </Group>
  );
}

/** Takes the place of the fields of generated points, so that the first edit of a point moves nothing. */
function GivenPoints() {
  return (
    <>
      <PointCountField />
      <p className={styles.given}>
        {t('These points are given, not drawn: neither their number nor their noise can be chosen.')}
      </p>
    </>
  );
}

/** The number of classes and the measures that are the inputs, where the data set leaves a choice. */
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
          // Choosing the other input's measure swaps the two.
          const kept = picked === other ? inputs[place]! : other;
          set(place === 0 ? [picked, kept] : [kept, picked]);
        }}
      >
        {measures.map((measure, index) => (
          <option key={measure.label} value={index}>
            {t(measure.label)}
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
          label={t('Classes')}
          // As many as this data set has.
          scale={{ maximum: classNames.length, logarithmic: false, step: 1 }}
          help={t('Classes to tell apart. Two: a Bernoulli likelihood; more: categorical.')}
        />
      )}
      {measures.length > 2 && (
        <div className={styles.axes}>
          {axis(0, t('Across'))}
          {axis(1, t('Upwards'))}
        </div>
      )}
    </>
  );
}

const PointEditor = lazyPart(async () => (await import('../data/PointEditor.tsx')).PointEditor);

function PointButtons() {
  const { clearPoints, undo, redo } = usePlayground();
  const points = usePlaygroundState((state) => state.points.length);
  const heldOut = usePlaygroundState((state) => state.heldOut.length);
  const { pointsEditable: editable, count } = pictureViews[useExperiment(pictureKindOf)];
  const canUndo = usePlaygroundState(({ past }) => past.length > 0);
  const canRedo = usePlaygroundState(({ future }) => future.length > 0);
  const [importing, setImporting] = useState<'table' | 'images' | 'numbers' | null>(null);
  const button = (label: string, title: string, onClick: () => void, enabled = true) => (
    <button type="button" className={styles.button} title={title} disabled={!enabled} onClick={onClick}>
      {label}
    </button>
  );
  return (
    <>
      <p className={styles.hint}>
        {heldOut > 0
          ? t('{data}, and {others} that training never sees.', {
              data: count(points),
              others: count(heldOut),
            })
          : t('{data}.', { data: count(points) })}
        {editable &&
          ` ${t('Click or tap in the plot to add one; drag to move it (by touch: hold it first).')}`}
      </p>
      <div className={styles.buttons}>
        {button(t('Undo'), t('Undo the last change of the points (Ctrl Z)'), undo, canUndo)}
        {button(t('Redo'), t('Redo what was undone (Ctrl Shift Z)'), redo, canRedo)}
        {button(t('Clear'), t('Remove all points'), clearPoints, editable && points > 0)}
        {editable &&
          button(t('Numbers…'), t('The points as a table of numbers'), () => setImporting('numbers'))}
        {button(t('Import CSV…'), t('Your own data, from a file or from pasted text'), () =>
          setImporting('table'),
        )}
        {button(t('Import images…'), t('Images of your own, from IDX files such as those of MNIST'), () =>
          setImporting('images'),
        )}
      </div>
      {importing === 'table' && (
        <Part onClose={() => setImporting(null)}>
          <ImportDialog onClose={() => setImporting(null)} />
        </Part>
      )}
      {importing === 'numbers' && (
        <Part onClose={() => setImporting(null)}>
          <PointEditor onClose={() => setImporting(null)} />
        </Part>
      )}
      {importing === 'images' && (
        <Part onClose={() => setImporting(null)}>
          <ImageImport onClose={() => setImporting(null)} />
        </Part>
      )}
    </>
  );
}

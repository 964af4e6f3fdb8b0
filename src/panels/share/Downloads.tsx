import { useState } from 'react';
import type { Experiment } from '../../experiment/document/experiment.ts';
import { t } from '../../i18n/index.ts';
import { pictureAsPng, plotPicture } from '../../plots/frame/plotPicture.ts';
import field from '../controls/fields/Field.module.css';
import buttons from '../ui/buttons.module.css';
import { usePlayground, usePlaygroundState } from '../ui/playgroundContext.ts';
import { readSingleFilePage } from '../ui/readSingleFilePage.ts';
import sheets from '../ui/sheets.module.css';
import { predictionNames } from '../views/predictive/predictionNames.ts';
import { PythonDownload } from './PythonDownload.tsx';
import { plotsOnPage } from './plotsOnPage.ts';
import { saveFile, saveText } from './saveFile.ts';

/** Download buttons of all file formats. */
export function Downloads() {
  const { store, notify } = usePlayground();
  const known = usePlaygroundState(({ snapshot }) => snapshot !== null);
  const attempt = async (task: () => Promise<void> | void) => {
    try {
      await task();
    } catch (error) {
      notify(
        t('No file was made: {reason}', { reason: error instanceof Error ? error.message : String(error) }),
      );
    }
  };
  const button = (label: string, task: () => Promise<void> | void, enabled = true) => (
    <button type="button" className={buttons.button} disabled={!enabled} onClick={() => void attempt(task)}>
      {label}
    </button>
  );
  return (
    <>
      <h3 className={sheets.sheetHeading}>{t('Download')}</h3>
      <PictureDownload attempt={attempt} />
      <div className={sheets.row}>
        {button(
          t('Predictions (CSV)'),
          async () => {
            const { predictionsCsv } = await import('../../export/tables.ts');
            const state = store.getState();
            if (state.snapshot)
              saveText('predictions.csv', predictionsCsv(state.snapshot, predictionNames(state)), 'text/csv');
          },
          known,
        )}
        {button(
          t('Weights (CSV)'),
          async () => {
            const { weightsCsv } = await import('../../export/tables.ts');
            const { snapshot } = store.getState();
            if (snapshot) saveText('weights.csv', weightsCsv(snapshot.weights), 'text/csv');
          },
          known,
        )}
        {button(t('Experiment (JSON)'), () =>
          saveText('experiment.json', experimentText(store.getState().experiment), 'application/json'),
        )}
      </div>
      <p className={sheets.sheetText}>{t('Drop an experiment.json anywhere on the page to open it.')}</p>
      <PythonDownload />
      <div className={sheets.row}>
        {button(t('Whole playground as one file'), async () =>
          saveFile('bayes-by-backprop.html', await readSingleFilePage()),
        )}
      </div>
      <p className={sheets.sheetText}>{t('It trains offline, from any folder.')}</p>
    </>
  );
}

function experimentText(experiment: Experiment): string {
  return `${JSON.stringify(experiment, null, 2)}\n`;
}

function PictureDownload({ attempt }: { readonly attempt: (task: () => Promise<void>) => Promise<void> }) {
  const [plots] = useState(plotsOnPage);
  const [chosen, setChosen] = useState(0);
  const save = (kind: 'svg' | 'png') =>
    attempt(async () => {
      const { phase, title, words } = plots[chosen]!;
      const name = `${title.toLowerCase().replaceAll(' ', '-')}.${kind}`;
      const picture = plotPicture(phase, title, words);
      if (kind === 'svg') saveText(name, picture.svg, 'image/svg+xml');
      else saveFile(name, await pictureAsPng(picture));
    });
  if (plots.length === 0) return null;
  return (
    <div className={sheets.row}>
      <select
        className={field.menu}
        aria-label={t('Plot')}
        value={chosen}
        onChange={(event) => setChosen(Number(event.target.value))}
      >
        {plots.map(({ title }, index) => (
          <option key={title} value={index}>
            {title}
          </option>
        ))}
      </select>
      <button type="button" className={buttons.button} onClick={() => void save('svg')}>
        {t('SVG')}
      </button>
      <button type="button" className={buttons.button} onClick={() => void save('png')}>
        {t('PNG')}
      </button>
    </div>
  );
}

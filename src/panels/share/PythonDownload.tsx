import { prepareProblem } from '../../experiment/problem/problem.ts';
import { t } from '../../i18n/index.ts';
import { methods } from '../../model/methods/index.ts';
import { networks } from '../../model/networks/index.ts';
import buttons from '../ui/buttons.module.css';
import { useExperiment, usePlayground } from '../ui/playgroundContext.ts';
import sheets from '../ui/sheets.module.css';
import { saveText } from './saveFile.ts';

/** The experiment as one runnable PyTorch script, with its data. */
export function PythonDownload() {
  const { store, notify } = usePlayground();
  const exported = useExperiment(
    ({ inference, network }) =>
      methods[inference.method].fitsDistribution && networks[network.kind].fullyConnected,
  );
  const download = async () => {
    try {
      const { experimentAsPython } = await import('../../export/python.ts');
      saveText(
        'experiment.py',
        experimentAsPython(prepareProblem(store.getState().experiment)),
        'text/x-python',
      );
    } catch (error) {
      notify(
        t('No script was made: {reason}', {
          reason: error instanceof Error ? error.message : String(error),
        }),
      );
    }
  };
  return (
    <>
      <button type="button" className={buttons.button} disabled={!exported} onClick={download}>
        {t('Download as Python')}
      </button>
      <p className={sheets.sheetText}>
        {exported
          ? t(
              'One PyTorch script with this network, prior, data and training. It needs torch and nothing else.',
            )
          : t(
              'Scripts are written for Bayes by Backprop on fully connected networks. Choose both to download one.',
            )}
      </p>
    </>
  );
}

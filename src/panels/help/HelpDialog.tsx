import { t } from '../../i18n/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { usePlayground, usePlaygroundState } from '../ui/playgroundContext.ts';
import styles from './Help.module.css';
import { shortcuts } from './shortcuts.ts';

const gestures = () =>
  [
    [
      t('Prediction'),
      t(
        'Click adds a point, drag moves it (by touch: hold it first), Delete removes it. By keys: arrows move the crosshair, Enter adds; Tab goes to the points, arrows move one.',
      ),
    ],
    [
      t('Network and weights'),
      t(
        'Point at a weight to read it, click to keep it. By keys: Tab to the plot, arrows step through the weights.',
      ),
    ],
    [
      t('Objective'),
      t(
        'Point at a term, or Tab to it, to highlight its controls and plots. Click or Enter keeps them highlighted.',
      ),
    ],
    [
      t('Time'),
      t('Drag the slider under the cost, or arrow keys on it; Train goes on from the moment that is shown.'),
    ],
  ] as const;

const concepts = () =>
  [
    ['--color-prior', t('prior p(w)')],
    ['--color-posterior', t('posterior q(w|θ)')],
    ['--color-data', t('data and likelihood')],
    ['--color-epistemic', t('epistemic: doubt about the weights, less with more data')],
    ['--color-aleatoric', t('aleatoric: noise in the data, which stays')],
    ['--color-method-rose', t('posterior to compare with: exact, or by Hamiltonian Monte Carlo')],
    ['--color-exact', t('the function behind the data')],
  ] as const;

/** Help: keyboard shortcuts, gestures and colours. */
export function HelpDialog() {
  const { setHelp, setShortcutsOn, setAnnouncesRun } = usePlayground();
  const on = usePlaygroundState((state) => state.shortcutsOn);
  const announcesRun = usePlaygroundState((state) => state.announcesRun);
  return (
    <Dialog title={t('Keys and gestures')} onClose={() => setHelp(false)}>
      <div className={styles.help}>
        <dl>
          {Object.values(shortcuts).map(({ shown, says }) => (
            <div key={shown}>
              <dt>
                <kbd>{shown === 'Space' ? t('Space') : shown}</kbd>
              </dt>
              <dd>{t(says)}</dd>
            </div>
          ))}
          <div>
            <dt>
              <kbd>{t('Ctrl Z')}</kbd>
            </dt>
            <dd>{t('undo a change of the points; with Shift redo it')}</dd>
          </div>
        </dl>
        <label>
          <input type="checkbox" checked={on} onChange={(event) => setShortcutsOn(event.target.checked)} />
          {t('Single keys are shortcuts')}
        </label>
        <label>
          <input
            type="checkbox"
            checked={announcesRun}
            onChange={(event) => setAnnouncesRun(event.target.checked)}
          />
          {t('Screen readers are told how training goes, every five seconds at most')}
        </label>
        {gestures().map(([place, what]) => (
          <p key={place}>
            <strong>{place}.</strong> {what}
          </p>
        ))}
        <ul>
          {concepts().map(([colour, what]) => (
            <li key={colour}>
              <span style={{ background: `var(${colour})` }} aria-hidden="true" />
              {what}
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

import { say } from '../../i18n/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { usePlayground, usePlaygroundState } from '../ui/playgroundContext.ts';
import styles from './Help.module.css';
import { shortcuts } from './shortcuts.ts';

const gestures = () =>
  [
    [
      say('Prediction'),
      say(
        'Click adds a point, drag moves it, Delete removes it. By keys: arrows move the crosshair, Enter adds; Tab goes to the points, arrows move one.',
      ),
    ],
    [
      say('Network and weights'),
      say(
        'Point at a weight to read it, click to keep it. By keys: Tab to the plot, arrows step through the weights.',
      ),
    ],
    [
      say('Objective'),
      say('Point at a term, or Tab to it: what it is about lights up. Click or Enter keeps it lit.'),
    ],
    [
      say('Time'),
      say(
        'Drag the slider under the cost, or arrow keys on it; Train goes on from the moment that is shown.',
      ),
    ],
  ] as const;

const concepts = () =>
  [
    ['--color-prior', say('prior p(w)')],
    ['--color-posterior', say('posterior q(w|θ)')],
    ['--color-data', say('data and likelihood')],
    ['--color-epistemic', say('epistemic: doubt about the weights, less with more data')],
    ['--color-aleatoric', say('aleatoric: noise in the data, which stays')],
    ['--color-truth', say('truth, dashed: exact, or by Hamiltonian Monte Carlo')],
  ] as const;

/** Every shortcut, what each gesture does, and what colours mean. */
export function HelpDialog() {
  const { setHelp, setShortcutsOn, setSpoken } = usePlayground();
  const on = usePlaygroundState((state) => state.shortcutsOn);
  const spoken = usePlaygroundState((state) => state.spoken);
  return (
    <Dialog title={say('Keys and gestures')} onClose={() => setHelp(false)}>
      <div className={styles.help}>
        <dl>
          {Object.values(shortcuts).map(({ shown, says }) => (
            <div key={shown}>
              <dt>
                <kbd>{shown === 'Space' ? say('Space') : shown}</kbd>
              </dt>
              <dd>{say(says)}</dd>
            </div>
          ))}
          <div>
            <dt>
              <kbd>{say('Ctrl Z')}</kbd>
            </dt>
            <dd>{say('undo a change of the points; with Shift redo it')}</dd>
          </div>
        </dl>
        <label>
          <input type="checkbox" checked={on} onChange={(event) => setShortcutsOn(event.target.checked)} />
          {say('Single keys are shortcuts')}
        </label>
        <label>
          <input type="checkbox" checked={spoken} onChange={(event) => setSpoken(event.target.checked)} />
          {say('Screen readers are told how training goes, every five seconds at most')}
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

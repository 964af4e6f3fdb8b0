import { Dialog } from '../Dialog.tsx';
import { usePlayground, usePlaygroundState } from '../playground.ts';
import styles from './Help.module.css';
import { shortcuts } from './shortcuts.ts';

const gestures = [
  [
    'Prediction',
    'Click adds a point, drag moves it, Delete removes it. By keys: arrows move the crosshair, Enter adds; Tab goes to the points, arrows move one.',
  ],
  [
    'Network and weights',
    'Point at a weight to read it, click to keep it. By keys: Tab to the plot, arrows step through the weights.',
  ],
  ['Objective', 'Point at a term, or Tab to it: what it is about lights up. Click or Enter keeps it lit.'],
  [
    'Time',
    'Drag the slider under the cost, or arrow keys on it; Train goes on from the moment that is shown.',
  ],
] as const;

const concepts = [
  ['--color-prior', 'prior p(w)'],
  ['--color-posterior', 'posterior q(w|θ)'],
  ['--color-data', 'data and likelihood'],
  ['--color-epistemic', 'epistemic: doubt about the weights, less with more data'],
  ['--color-aleatoric', 'aleatoric: noise in the data, which stays'],
  ['--color-truth', 'truth, dashed: exact, or by Hamiltonian Monte Carlo'],
] as const;

/** Every shortcut, what each gesture does, and what colours mean. */
export function HelpDialog() {
  const { setHelp, setShortcutsOn, setSpoken } = usePlayground();
  const on = usePlaygroundState((state) => state.shortcutsOn);
  const spoken = usePlaygroundState((state) => state.spoken);
  return (
    <Dialog title="Keys and gestures" onClose={() => setHelp(false)}>
      <div className={styles.help}>
        <dl>
          {Object.values(shortcuts).map(({ shown, says }) => (
            <div key={shown}>
              <dt>
                <kbd>{shown}</kbd>
              </dt>
              <dd>{says}</dd>
            </div>
          ))}
          <div>
            <dt>
              <kbd>Ctrl Z</kbd>
            </dt>
            <dd>undo a change of the points; with Shift redo it</dd>
          </div>
        </dl>
        <label>
          <input type="checkbox" checked={on} onChange={(event) => setShortcutsOn(event.target.checked)} />
          Single keys are shortcuts
        </label>
        <label>
          <input type="checkbox" checked={spoken} onChange={(event) => setSpoken(event.target.checked)} />
          Screen readers are told how training goes, every five seconds at most
        </label>
        {gestures.map(([place, what]) => (
          <p key={place}>
            <strong>{place}.</strong> {what}
          </p>
        ))}
        <ul>
          {concepts.map(([colour, what]) => (
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

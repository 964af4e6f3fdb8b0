import buttons from './buttons.module.css';
import { usePlayground, usePlaygroundState } from './playground.ts';
import styles from './TruthBar.module.css';
import { truthActions, truthAnnouncement, truthText } from './truthText.ts';

/** The button that asks for the truth, cancels it or takes it away, always in the same place. */
export function TruthButton() {
  const { showTruth, hideTruth } = usePlayground();
  const kind = usePlaygroundState(({ truth }) => truth.kind);
  return (
    <button
      type="button"
      className={`${buttons.button} ${styles.button}`}
      title={
        kind === 'off'
          ? 'Draws the posterior itself by Hamiltonian Monte Carlo, beside the training, and lays it over the bands'
          : undefined
      }
      onClick={kind === 'off' ? showTruth : hideTruth}
    >
      {truthActions[kind]}
    </button>
  );
}

/** How far the truth is, and what it shows; in room that it keeps while it is on. */
export function TruthBar({ remark }: { readonly remark: string | null }) {
  const truth = usePlaygroundState((state) => state.truth);
  return (
    <>
      <p role="status" className="visually-hidden">
        {truthAnnouncement(truth)}
      </p>
      {truth.kind !== 'off' && (
        <div className={styles.bar} data-truth={truth.kind}>
          <p className={styles.status}>
            {truth.kind === 'running' && (
              <progress max={truth.steps} value={truth.step} aria-label="Hamiltonian Monte Carlo" />
            )}
            {truthText(truth)}
          </p>
          <p className={styles.remark}>{remark}</p>
        </div>
      )}
    </>
  );
}

import { say } from '../../../i18n/index.ts';
import type { MethodKind } from '../../../model/methods/index.ts';
import { priors } from '../../../model/priors/index.ts';
import { truthOf } from '../../../store/truth.ts';
import { methodChoices } from '../../controls/choices.ts';
import buttons from '../../ui/buttons.module.css';
import { Icon } from '../../ui/icons.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { useExperiment, usePlayground, usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from './TruthBar.module.css';
import { titled, truthActions, truthAnnouncement, truthText } from './truthText.ts';

const truthTitle = (exact: boolean): string =>
  exact
    ? say('This posterior is a normal that can be written down: it is laid over the bands at once')
    : say(
        'Draws the posterior itself by Hamiltonian Monte Carlo, beside the training, and lays it over the bands',
      );

/** Asks for the truth, or for another method beside it; cancels it or takes it away, always in the same place. */
export function TruthButton() {
  const { showTruth, hideTruth } = usePlayground();
  const kind = usePlaygroundState(({ truth }) => truth.kind);
  const best = useExperiment(truthOf);
  const running = useExperiment(({ inference }) => inference.method);
  const prior = useExperiment((experiment) => priors[experiment.prior.kind]);
  const network = useExperiment((experiment) => experiment.network.kind);
  const others = methodChoices(prior, network).filter(({ value }) => value !== running && value !== best);
  return (
    <span className={`${buttons.joined} ${styles.button}`}>
      <button
        type="button"
        className={buttons.button}
        title={kind === 'off' ? truthTitle(best === 'exact') : undefined}
        onClick={() => (kind === 'off' ? showTruth() : hideTruth())}
      >
        {kind === 'off'
          ? best === 'exact'
            ? say('Compare with the truth (exact)')
            : say('Compare with the truth (HMC)')
          : say(truthActions[kind])}
      </button>
      {kind === 'off' && (
        <Popover
          label={say('Compare with another method')}
          title={say('Compare with another method')}
          align="end"
          className={buttons.button}
          button={<Icon name="more" />}
        >
          <ul className={styles.methods}>
            {others.map(({ value, label, refused }) => (
              <li key={value}>
                <button
                  type="button"
                  className={buttons.button}
                  disabled={refused !== undefined}
                  title={refused}
                  onClick={() => showTruth(value as MethodKind)}
                >
                  {label}
                </button>
              </li>
            ))}
          </ul>
        </Popover>
      )}
    </span>
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
              <progress max={truth.steps} value={truth.step} aria-label={titled(truth.by)} />
            )}
            {truthText(truth)}
          </p>
          <p className={styles.remark}>{remark}</p>
        </div>
      )}
    </>
  );
}

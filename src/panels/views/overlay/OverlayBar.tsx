import { t } from '../../../i18n/index.ts';
import { type MethodKind, methods } from '../../../model/methods/index.ts';
import { posteriorOverlay } from '../../../store/overlay.ts';
import { useRefusals } from '../../controls/fields/useRefusals.ts';
import buttons from '../../ui/buttons.module.css';
import { Icon } from '../../ui/icons.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { useExperiment, usePlayground, usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from './OverlayBar.module.css';
import { overlayActions, overlayAnnouncement, overlayText, titled } from './overlayText.ts';

const methodKinds = Object.keys(methods) as MethodKind[];

const overlayTitle = (exact: boolean): string =>
  exact
    ? t('This posterior is a normal that can be written down: it is laid over the bands at once')
    : t(
        'Draws the posterior itself by Hamiltonian Monte Carlo, beside the training, and lays it over the bands',
      );

/** The button that computes the overlay, cancels it or removes it. */
export function OverlayButton() {
  const { showOverlay, hideOverlay } = usePlayground();
  const kind = usePlaygroundState(({ overlay }) => overlay.kind);
  const best = useExperiment(posteriorOverlay);
  const running = useExperiment(({ inference }) => inference.method);
  const refusals = useRefusals('inference.method', methodKinds);
  const others = methodKinds
    .map((value, i) => ({ value, refusal: refusals[i] ?? null }))
    .filter(({ value }) => value !== running && value !== best);
  return (
    <span className={`${buttons.joined} ${styles.button}`}>
      <button
        type="button"
        className={buttons.button}
        title={kind === 'off' ? overlayTitle(best === 'exact') : undefined}
        onClick={() => (kind === 'off' ? showOverlay() : hideOverlay())}
      >
        {kind === 'off'
          ? best === 'exact'
            ? t('Compare with the exact posterior')
            : t('Compare with HMC')
          : t(overlayActions[kind])}
      </button>
      {kind === 'off' && (
        <Popover
          label={t('Compare with another method')}
          title={t('Compare with another method')}
          align="end"
          className={buttons.button}
          button={<Icon name="more" />}
        >
          <ul className={styles.methods}>
            {others.map(({ value, refusal }) => (
              <li key={value}>
                <button
                  type="button"
                  className={buttons.button}
                  disabled={refusal !== null}
                  title={refusal ?? undefined}
                  onClick={() => showOverlay(value)}
                >
                  {t(methods[value].label)}
                </button>
              </li>
            ))}
          </ul>
        </Popover>
      )}
    </span>
  );
}

/** Progress of the overlay and a remark on it. Its height stays the same while the overlay is on. */
export function OverlayBar({ remark }: { readonly remark: string | null }) {
  const overlay = usePlaygroundState((state) => state.overlay);
  return (
    <>
      <p role="status" className="visually-hidden">
        {overlayAnnouncement(overlay)}
      </p>
      {overlay.kind !== 'off' && (
        <div className={styles.bar} data-overlay={overlay.kind}>
          <p className={styles.status}>
            {overlay.kind === 'running' && (
              <progress max={overlay.steps} value={overlay.step} aria-label={titled(overlay.by)} />
            )}
            {overlayText(overlay)}
          </p>
          <p className={styles.remark}>{remark}</p>
        </div>
      )}
    </>
  );
}

import { t } from '../../../i18n/index.ts';
import { methodColor } from '../../../store/overlay.ts';
import buttons from '../../ui/buttons.module.css';
import { usePlayground, usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from './OverlayBar.module.css';
import { overlayAnnouncement, overlayText, titled } from './overlayText.ts';

/** Progress of the overlay, a remark on it, and the button that removes it. It lies over the plot and shifts nothing. */
export function OverlayBar({ remark }: { readonly remark: string | null }) {
  const { hideOverlay } = usePlayground();
  const overlay = usePlaygroundState((state) => state.overlay);
  return (
    <>
      <p role="status" className="visually-hidden">
        {overlayAnnouncement(overlay)}
      </p>
      {overlay.kind !== 'off' && (
        <div
          className={styles.bar}
          data-overlay={overlay.kind}
          style={
            overlay.kind === 'failed'
              ? undefined
              : { borderInlineStartColor: `var(--color-method-${methodColor(overlay.by)})` }
          }
        >
          <div>
            <p className={styles.status}>
              {overlay.kind === 'running' && (
                <progress max={overlay.steps} value={overlay.step} aria-label={titled(overlay.by)} />
              )}
              {overlayText(overlay)}
            </p>
            {remark && <p>{remark}</p>}
          </div>
          <button type="button" className={buttons.button} onClick={hideOverlay}>
            {overlay.kind === 'running' ? t('Cancel') : t('Remove')}
          </button>
        </div>
      )}
    </>
  );
}

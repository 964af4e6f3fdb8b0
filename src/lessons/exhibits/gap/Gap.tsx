import { useEffect } from 'react';
import { t } from '../../../i18n/index.ts';
import buttons from '../../../panels/ui/buttons.module.css';
import { usePlayground, usePlaygroundState } from '../../../panels/ui/playgroundContext.ts';
import { runningSnapshot } from '../../../store/methodRuns.ts';
import { ExperimentExhibit } from '../ExperimentExhibit.tsx';
import exhibit from '../exhibit.module.css';

/** Two clusters of data: mean field, and Hamiltonian Monte Carlo as an overlay on request. */
export function Gap() {
  return (
    <ExperimentExhibit trained="twoClusters" panels={['predictive']}>
      <OverlayPacing />
      <DrawPosterior />
    </ExperimentExhibit>
  );
}

/** Milliseconds between two pictures of the overlay. */
const PAUSE = 200;

/** Tells the overlay's worker that its snapshot is drawn, so that it may send the next one. */
function OverlayPacing() {
  const { overlayDrawn } = usePlayground();
  const snapshot = usePlaygroundState(runningSnapshot);
  useEffect(() => {
    if (!snapshot) return;
    const pause = setTimeout(overlayDrawn, PAUSE);
    return () => clearTimeout(pause);
  }, [snapshot, overlayDrawn]);
  return null;
}

/** Draws the posterior over the run. */
function DrawPosterior() {
  const { showOverlay } = usePlayground();
  const off = usePlaygroundState(({ overlay }) => overlay.kind === 'off');
  return (
    <div className={exhibit.controls}>
      <button type="button" className={buttons.button} disabled={!off} onClick={() => showOverlay()}>
        {t('Compare with HMC')}
      </button>
    </div>
  );
}

import { useEffect } from 'react';
import { usePlayground, usePlaygroundState } from '../../../panels/ui/playgroundContext.ts';
import { ExperimentExhibit } from '../ExperimentExhibit.tsx';

const link = 'dataset.id=two-clusters&network.hidden=20';

/** Two clusters of data: mean field, and Hamiltonian Monte Carlo as an overlay on request. */
export function Gap() {
  return (
    <ExperimentExhibit link={link} panels={['predictive']}>
      <OverlayPacing />
    </ExperimentExhibit>
  );
}

/** Milliseconds between two pictures of the overlay. */
const PAUSE = 200;

/** Tells the overlay's worker that its snapshot is drawn, so that it may send the next one. */
function OverlayPacing() {
  const { overlayDrawn } = usePlayground();
  const snapshot = usePlaygroundState(({ overlay }) =>
    overlay.kind === 'running' ? overlay.snapshot : null,
  );
  useEffect(() => {
    if (!snapshot) return;
    const pause = setTimeout(overlayDrawn, PAUSE);
    return () => clearTimeout(pause);
  }, [snapshot, overlayDrawn]);
  return null;
}

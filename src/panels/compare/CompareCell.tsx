import { useEffect } from 'react';
import { useStore } from 'zustand';
import { type PictureKind, pictureKindOf } from '../../experiment/document/pictureKind.ts';
import { t } from '../../i18n/index.ts';
import { formatWhole } from '../../i18n/numbers.ts';
import { costWords } from '../../model/methods/costs.ts';
import { methods } from '../../model/methods/index.ts';
import { CostPlot } from '../../plots/cost/CostPlot.tsx';
import type { Domain } from '../../plots/frame/stableRange.ts';
import type { Playground } from '../../store/playground.ts';
import { Part } from '../ui/Part.tsx';
import { pictureViews } from '../views/pictureViews.tsx';
import { type SmallPicture, useSmallPicture } from '../views/smallPicture.ts';
import styles from './Compare.module.css';

interface CellProps {
  readonly playground: Playground;
  readonly title: string;
  /** The axis of costs that all runs share. */
  readonly costs: Domain;
}

/** One of the runs that are compared: its prediction, and its costs on the axes of all. */
export function CompareCell({ playground, title, costs }: CellProps) {
  const { store, drawn } = playground;
  const snapshot = useStore(store, (state) => state.snapshot);
  const history = useStore(store, (state) => state.history);
  const run = useStore(store, (state) => state.run);
  const inference = useStore(store, (state) => state.experiment.inference);
  const units = useStore(store, (state) => state.experiment.view.units);
  useEffect(() => {
    if (!snapshot) return;
    const frame = requestAnimationFrame(drawn);
    return () => cancelAnimationFrame(frame);
  }, [snapshot, drawn]);
  return (
    <section className={styles.cell} aria-label={title}>
      <h3>
        {title}{' '}
        <span className={styles.caption}>{t('step {step}', { step: formatWhole(snapshot?.step ?? 0) })}</span>
      </h3>
      <div className={styles.picture}>
        <RunPicture playground={playground} />
      </div>
      {run.kind === 'diverged' && (
        <p className={styles.trouble}>{t('Diverged at step {step}.', { step: formatWhole(run.step) })}</p>
      )}
      {run.kind === 'failed' && <p className={styles.trouble}>{run.message}</p>}
      <div className={styles.costs}>
        <CostPlot
          history={history}
          domain={costs}
          words={costWords[methods[inference.method].cost]}
          units={units}
          bare
        />
      </div>
    </section>
  );
}

function RunPicture({ playground }: { readonly playground: Playground }) {
  const kind = useStore(playground.store, ({ experiment }) => pictureKindOf(experiment));
  const picture = useSmallPicture(playground);
  if (!picture.predictive) return <p className={styles.caption}>{t('Loading…')}</p>;
  return <CellPicture kind={kind} picture={picture} />;
}

interface CellPictureProps {
  readonly kind: PictureKind;
  readonly picture: SmallPicture;
}

/** A prediction where its picture kind has a small picture. */
export function CellPicture({ kind, picture }: CellPictureProps) {
  const { Small } = pictureViews[kind];
  const caption = (text: string) => <p className={styles.caption}>{text}</p>;
  if (!Small) return caption(t('Compared by its numbers below.'));
  return (
    <Part fallback={caption(t('Loading…'))}>
      <Small.Plot picture={picture} />
    </Part>
  );
}

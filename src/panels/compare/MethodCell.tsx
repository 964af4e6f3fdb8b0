import type { PictureKind } from '../../experiment/document/pictureKind.ts';
import { t } from '../../i18n/index.ts';
import { methodColor } from '../../store/overlay.ts';
import buttons from '../ui/buttons.module.css';
import { usePlayground, usePlaygroundState } from '../ui/playgroundContext.ts';
import { shownPredictive } from '../views/overlay/overlayPicture.ts';
import { pictureViews } from '../views/pictureViews.tsx';
import type { SmallPicture } from '../views/smallPicture.ts';
import { CellPicture } from './CompareCell.tsx';
import own from './Methods.module.css';
import type { MethodRow } from './methodRows.ts';
import { methodText, progressText } from './methodText.ts';

interface MethodCellProps {
  readonly row: MethodRow;
  /** The row of the posterior itself; null while it is not known. */
  readonly reference: MethodRow | null;
  readonly kind: PictureKind;
  readonly picture: Omit<SmallPicture, 'predictive'>;
}

/** One method: its prediction, how far it is, and what to see. */
export function MethodCell({ row, reference, kind, picture }: MethodCellProps) {
  const { by, name, run, snapshot } = row;
  const { store, showOverlay, hideOverlay, change } = usePlayground();
  const overlay = usePlaygroundState((state) => state.overlay);
  const drawn = overlay.kind !== 'off' && overlay.kind !== 'failed' && overlay.by === by;
  const predictive = row.own ? (snapshot?.predictive ?? null) : shownPredictive(by, snapshot);
  const { Small } = pictureViews[kind];
  const drawOver = () => {
    showOverlay(by);
    const panels = store.getState().experiment.view.panels.filter((panel) => panel !== 'compare');
    change({ 'view.panels': panels });
  };
  return (
    <section className={own.cell} aria-label={name}>
      <div className={own.head}>
        <span className={own.swatch} style={{ background: `var(--color-method-${methodColor(by)})` }} />
        <h3>{name}</h3>
        {run?.kind === 'running' && (
          <progress
            max={run.steps}
            value={run.step}
            aria-label={name}
            style={{ accentColor: `var(--color-method-${methodColor(by)})` }}
          />
        )}
        <span className={own.state}>{progressText(row)}</span>
        {Small && !row.own && (
          <button
            type="button"
            className={buttons.button}
            aria-label={
              drawn ? t('Remove {name} from the plot', { name }) : t('Draw {name} over the plot', { name })
            }
            onClick={drawn ? hideOverlay : drawOver}
          >
            {drawn ? t('Remove from the plot') : t('Draw over the plot')}
          </button>
        )}
      </div>
      {Small && (
        <div className={own.picture}>
          <CellPicture kind={kind} picture={{ ...picture, predictive }} />
        </div>
      )}
      <p className={own.says}>{methodText(row, reference, picture.points)}</p>
    </section>
  );
}

import { t, tRich } from '../../../i18n/index.ts';
import type { Domain } from '../../../plots/frame/stableRange.ts';
import { inRegion, type Region } from '../../../plots/predictive/RegionBrush.tsx';
import buttons from '../../ui/buttons.module.css';
import { usePlayground, usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from './CurveTools.module.css';

interface ClearBarProps {
  readonly region: Region | null;
  /** Whether the data are classes in the plane, whose y is the second input. */
  readonly plane: boolean;
  readonly onRegion: (region: Region | null) => void;
  readonly onDone: () => void;
}

/** The selected region as numbers, and the button that deletes the points in it as one edit. */
export function ClearBar({ region, plane, onRegion, onDone }: ClearBarProps) {
  const { deletePoints } = usePlayground();
  const points = usePlaygroundState((state) => state.points);
  const xDomain = usePlaygroundState((state) => state.xDomain);
  const yDomain = usePlaygroundState((state) => state.yDomain);
  const inside = points.flatMap(({ x: [x = Number.NaN, x2 = Number.NaN], y }, i) =>
    region && inRegion(region, { x, y: plane ? x2 : y }) ? [i] : [],
  );
  const whole: Region = { x: xDomain, y: plane ? yDomain : null };
  const now = region ?? whole;
  const side = (name: string, range: Domain, put: (range: Domain) => Region) => (
    <>
      {tRich('{name} from {low} to {high}', {
        name,
        low: (
          <Bound
            key="low"
            label={t('Clear from {name}', { name })}
            value={range[0]}
            onValue={(low) => onRegion(put([low, Math.max(low, range[1])]))}
          />
        ),
        high: (
          <Bound
            key="high"
            label={t('Clear to {name}', { name })}
            value={range[1]}
            onValue={(high) => onRegion(put([Math.min(range[0], high), high]))}
          />
        ),
      })}
    </>
  );
  return (
    <div className={styles.bar} role="group" aria-label={t('Clear data')}>
      <span className={styles.text}>
        {t('Drag across the plot, or:')} {side(plane ? 'x₁' : 'x', now.x, (x) => ({ ...now, x }))}
        {now.y && side('x₂', now.y, (y) => ({ ...now, y }))}
      </span>
      <button
        type="button"
        className={buttons.button}
        disabled={inside.length === 0}
        onClick={() => {
          deletePoints(inside);
          onRegion(null);
        }}
      >
        {t('{count, plural, one {Clear # point} other {Clear # points}}', { count: inside.length })}
      </button>
      <button type="button" className={buttons.button} onClick={onDone}>
        {t('Done')}
      </button>
    </div>
  );
}

interface BoundProps {
  readonly label: string;
  readonly value: number;
  readonly onValue: (value: number) => void;
}

function Bound({ label, value, onValue }: BoundProps) {
  return (
    <input
      type="number"
      step="any"
      aria-label={label}
      value={Number(value.toPrecision(4))}
      onChange={(event) => Number.isFinite(event.target.valueAsNumber) && onValue(event.target.valueAsNumber)}
    />
  );
}

import { memo } from 'react';
import { t, tRich } from '../../i18n/index.ts';
import { formatNumber } from '../frame/format.ts';
import { LegendToggle } from '../frame/LegendToggle.tsx';
import styles from '../frame/Plot.module.css';
import { LineSwatch } from '../frame/Swatch.tsx';
import { Term } from '../frame/Term.tsx';
import type { Phase } from '../predictive/predictiveText.ts';
import { classPath, classVariable } from './classMarks.ts';
import { maxEntropy, type PlaneMap, planeMaps } from './planeMap.ts';

interface PlaneLegendProps {
  readonly map: PlaneMap;
  readonly phase: Phase;
  readonly classNames: readonly string[];
  readonly draws: boolean;
  /** Shows and hides the boundaries of single draws; null where the legend only explains. */
  readonly onShowDraws: ((shown: boolean) => void) | null;
}

const scaleColors: Readonly<Record<PlaneMap, string>> = {
  probability: '--color-ink',
  totalEntropy: '--color-exact',
  aleatoricEntropy: '--color-aleatoric',
  mutualInformation: '--color-epistemic',
};

/** The marker of a class, inline in text. */
export function ClassMark({ y }: { readonly y: number }) {
  return (
    <svg
      viewBox="-8 -8 16 16"
      width="1em"
      height="1em"
      aria-hidden="true"
      style={{ width: '1em', flex: 'none' }}
    >
      <path d={classPath(y)} style={{ fill: classVariable(y), stroke: 'var(--color-surface)' }} />
    </svg>
  );
}

/** Legend of the map with its colour scale. */
export const PlaneLegend = memo(function PlaneLegend({
  map,
  phase,
  classNames,
  draws,
  onShowDraws,
}: PlaneLegendProps) {
  const boundary = (
    <LineSwatch color={phase === 'prior' ? 'var(--color-prior)' : 'var(--color-posterior)'} width={1.25} />
  );
  const most = formatNumber(Number(maxEntropy(classNames.length).toFixed(2)));
  return (
    <ul className={styles.legend}>
      {classNames.map((name, y) => (
        <li key={name}>
          <ClassMark y={y} />
          {name}
        </li>
      ))}
      {map === 'probability' ? (
        <li>{t(planeMaps[map].title)}</li>
      ) : (
        <li>
          0
          <svg viewBox="0 0 60 12" aria-hidden="true" style={{ width: '5em' }}>
            <defs>
              <linearGradient id={`scale-${map}`}>
                <stop offset="0" stopColor={`var(${scaleColors[map]})`} stopOpacity="0" />
                <stop offset="1" stopColor={`var(${scaleColors[map]})`} stopOpacity="0.72" />
              </linearGradient>
            </defs>
            <rect width="60" height="12" fill={`url(#scale-${map})`} stroke="var(--color-rule)" />
          </svg>
          <span>
            {tRich('{most} {nats}: {meaning}', {
              most,
              nats: <Term key="nats" id="nats" />,
              meaning: t(planeMaps[map].title),
            })}
          </span>
        </li>
      )}
      {(draws || onShowDraws) && (
        <li>
          {onShowDraws ? (
            <LegendToggle
              shown={draws}
              onToggle={() => onShowDraws(!draws)}
              swatch={boundary}
              name={t('boundaries of single draws')}
              term="draw"
            />
          ) : (
            <>
              {boundary}
              {t('boundaries of single draws')}
            </>
          )}
        </li>
      )}
    </ul>
  );
});

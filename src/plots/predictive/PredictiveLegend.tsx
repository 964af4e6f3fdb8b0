import { memo, type ReactNode } from 'react';
import { t, tRich } from '../../i18n/index.ts';
import type { MethodColor } from '../../model/methods/index.ts';
import { formatPercent } from '../frame/format.ts';
import type { TermId } from '../frame/glossary.ts';
import { LegendToggle } from '../frame/LegendToggle.tsx';
import styles from '../frame/Plot.module.css';
import { BandSwatch, LineSwatch } from '../frame/Swatch.tsx';
import { Term } from '../frame/Term.tsx';
import type { GuessMode } from './bandGuess.ts';
import marks from './PredictivePlot.module.css';
import { bandStyles, guessStyle, lineDashes, overlayStyle, TRUE_MEAN_WIDTH } from './predictivePaint.ts';
import { markLabels, type Phase } from './predictiveText.ts';

/** What an overlay is called. */
export interface OverlayLabel {
  /** In a sentence. */
  readonly name: string;
  /** In a legend. */
  readonly short: string;
  /** The term that it is; absent if it has none. */
  readonly term?: TermId | undefined;
  /** Whether it is the posterior itself, not another approximation of it. */
  readonly isPosterior: boolean;
  readonly color: MethodColor;
}

/** Swatch of the function behind the data. */
export const trueMeanStyle = { color: 'var(--color-data)', width: TRUE_MEAN_WIDTH } as const;

function Item({ hidden = false, children }: { readonly hidden?: boolean; readonly children: ReactNode }) {
  return <li className={hidden ? marks.hidden : undefined}>{children}</li>;
}

interface PredictiveLegendProps {
  readonly phase: Phase;
  readonly interval: number;
  /** Whether the function behind the data is drawn; null: it is unknown. */
  readonly trueMean: boolean | null;
  /** Whether an unknown function keeps the room of its entry. */
  readonly keepsFunction: boolean;
  /** Overlay with the central probability of its band; null without one. */
  readonly overlay: (OverlayLabel & { readonly interval: number }) | null;
  readonly draws: boolean;
  /** Show and hide single draws and the function behind the data; null where the legend only explains. */
  readonly onShowDraws: ((shown: boolean) => void) | null;
  readonly onShowFunction: ((shown: boolean) => void) | null;
  /** Whether a draw is followed. */
  readonly followed: boolean;
  /** Mode of the guessed band; null if none is drawn. */
  readonly guess: GuessMode | null;
}

/**
 * Legend of the predictive plot. The legends of both phases are laid out, so that the plot does not shift when
 * training starts.
 */
export const PredictiveLegend = memo(function PredictiveLegend({
  phase,
  interval,
  trueMean,
  keepsFunction,
  overlay,
  draws,
  onShowDraws,
  onShowFunction,
  followed,
  guess,
}: PredictiveLegendProps) {
  const alone = guess === 'alone';
  const shown = phase === 'prior' ? 'prior' : 'posterior';
  const share = (
    <li className={marks.interval}>
      <span>
        {tRich('{interval} {bands}; outer edge: both together', {
          interval: formatPercent(interval),
          bands: (
            <Term key="bands" id="bands">
              {t('bands')}
            </Term>
          ),
        })}
      </span>
    </li>
  );
  const list = (of: Phase) => {
    const [line, epistemic, aleatoric] =
      of === 'prior'
        ? ['--color-prior', '--color-prior', '--color-prior']
        : ['--color-posterior', '--color-epistemic', '--color-aleatoric'];
    return (
      <ul className={styles.legend}>
        {guess && (
          <Item>
            <BandSwatch {...guessStyle} color="var(--color-ink)" />
            {t('your guess')}
          </Item>
        )}
        {alone && share}
        {of === 'prior' && (
          <Item hidden={alone}>
            <span>
              {tRich(markLabels.prior, {
                prior: (
                  <Term key="prior" id="prior-predictive">
                    {t('Prior predictive')}
                  </Term>
                ),
              })}
            </span>
          </Item>
        )}
        <Item hidden={alone}>
          <BandSwatch {...bandStyles.epistemic} color={`var(${epistemic})`} />
          <span>
            {tRich(of === 'prior' ? markLabels.priorEpistemic : markLabels.epistemic, {
              epistemic: <Term key="epistemic" id="epistemic" />,
            })}
          </span>
        </Item>
        <Item hidden={alone}>
          <BandSwatch {...bandStyles.aleatoric} color={`var(${aleatoric})`} />
          <span>{tRich(markLabels.aleatoric, { aleatoric: <Term key="aleatoric" id="aleatoric" /> })}</span>
        </Item>
        {!alone && share}
        <Item hidden={alone}>
          <LineSwatch color={`var(${line})`} width={2.5} />
          {t('mean')}
        </Item>
        {(trueMean !== null || keepsFunction) && (
          <Item hidden={trueMean === null || (!trueMean && !onShowFunction)}>
            {onShowFunction ? (
              <LegendToggle
                shown={trueMean ?? false}
                onToggle={() => onShowFunction(!trueMean)}
                swatch={<LineSwatch {...trueMeanStyle} />}
                name={t('function behind the data')}
              />
            ) : (
              <>
                <LineSwatch {...trueMeanStyle} />
                {t('function behind the data')}
              </>
            )}
          </Item>
        )}
        {overlay !== null && (
          <Item>
            <BandSwatch {...overlayStyle} color={`var(--color-method-${overlay.color})`} />
            <span>
              {tRich('{overlay}: mean and {interval} epistemic band', {
                overlay: overlay.term ? (
                  <Term key="overlay" id={overlay.term}>
                    {overlay.short}
                  </Term>
                ) : (
                  overlay.short
                ),
                interval: formatPercent(overlay.interval),
              })}
            </span>
          </Item>
        )}
        <Item hidden={(!draws && !onShowDraws) || alone}>
          {onShowDraws ? (
            <LegendToggle
              shown={draws}
              onToggle={() => onShowDraws(!draws)}
              swatch={<LineSwatch color={`var(${line})`} width={0.75} />}
              name={t('draws')}
              term="draw"
            />
          ) : (
            <>
              <LineSwatch color={`var(${line})`} width={0.75} />
              <Term id="draw" />
            </>
          )}
        </Item>
        {followed && (
          <Item>
            <LineSwatch color="var(--color-ink)" width={2.25} dash={lineDashes.followed} />
            {t('the draw f(x, w)')}
          </Item>
        )}
      </ul>
    );
  };
  return (
    <div className={marks.legends}>
      {(['prior', 'posterior'] as const).map((of) => (
        <div key={of} className={of === shown ? undefined : marks.hidden}>
          {list(of)}
        </div>
      ))}
    </div>
  );
});

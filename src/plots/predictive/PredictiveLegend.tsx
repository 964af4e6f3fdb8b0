import { memo, type ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import type { MethodColor } from '../../model/methods/index.ts';
import { formatPercent } from '../frame/format.ts';
import styles from '../frame/Plot.module.css';
import { BandSwatch, LineSwatch } from '../frame/Swatch.tsx';
import type { GuessMode } from './bandGuess.ts';
import marks from './PredictivePlot.module.css';
import { bandStyles, guessStyle, lineDashes, overlayStyle } from './predictivePaint.ts';
import { markLabels, type Phase } from './predictiveText.ts';

/** What an overlay is called. */
export interface OverlayLabel {
  /** In a sentence. */
  readonly name: string;
  /** In a legend. */
  readonly short: string;
  /** Whether it is the posterior itself, not another approximation of it. */
  readonly isPosterior: boolean;
  readonly color: MethodColor;
}

function Item({ hidden = false, children }: { readonly hidden?: boolean; readonly children: ReactNode }) {
  return <li className={hidden ? marks.hidden : undefined}>{children}</li>;
}

interface PredictiveLegendProps {
  readonly phase: Phase;
  readonly interval: number;
  /** Whether the true function is drawn. */
  readonly trueMean: boolean;
  /** Overlay with the central probability of its band; null without one. */
  readonly overlay: (OverlayLabel & { readonly interval: number }) | null;
  readonly draws: boolean;
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
  overlay,
  draws,
  followed,
  guess,
}: PredictiveLegendProps) {
  const alone = guess === 'alone';
  const shown = phase === 'prior' ? 'prior' : 'posterior';
  const share = (
    <li className={marks.interval}>{t('{interval} bands', { interval: formatPercent(interval) })}</li>
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
        {of === 'prior' && <Item hidden={alone}>{t(markLabels.prior)}</Item>}
        <Item hidden={alone}>
          <BandSwatch {...bandStyles.epistemic} color={`var(${epistemic})`} />
          {t(of === 'prior' ? 'epistemic' : markLabels.epistemic)}
        </Item>
        <Item hidden={alone}>
          <BandSwatch {...bandStyles.aleatoric} color={`var(${aleatoric})`} />
          {t(of === 'prior' ? 'aleatoric' : markLabels.aleatoric)}
        </Item>
        <Item hidden={alone}>
          <LineSwatch color={`var(${line})`} width={2.5} />
          {t('mean')}
        </Item>
        {trueMean && (
          <Item>
            <LineSwatch color="var(--color-exact)" width={1.75} dash={lineDashes.trueMean} />
            {t('function behind the data')}
          </Item>
        )}
        {overlay !== null && (
          <Item>
            <BandSwatch {...overlayStyle} color={`var(--color-method-${overlay.color})`} />
            {t('{overlay}: mean and {interval} epistemic band', {
              overlay: overlay.short,
              interval: formatPercent(overlay.interval),
            })}
          </Item>
        )}
        {!alone && share}
        <Item hidden={!draws || alone}>
          <LineSwatch color={`var(${line})`} width={0.75} />
          {t('draws')}
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
        <div key={of} className={of === shown ? undefined : marks.hidden} aria-hidden={of !== shown}>
          {list(of)}
        </div>
      ))}
    </div>
  );
});

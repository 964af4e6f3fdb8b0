import { useLayoutEffect, useRef } from 'react';
import { tRich } from '../../i18n/index.ts';
import type { Frame } from '../frame/frame.ts';
import styles from './PredictiveCard.module.css';
import type { CardFacts, CardTexts } from './predictiveCard.ts';
import { epistemicPercent, placeCard } from './predictiveCard.ts';
import type { PlotPoint, PlotScales } from './predictivePlot.ts';
import type { Phase } from './predictiveText.ts';

interface PredictiveCardProps {
  readonly facts: CardFacts;
  readonly texts: CardTexts;
  readonly phase: Phase;
  /** Where the pointer or the crosshair is, in the data's units. */
  readonly cursor: PlotPoint;
  readonly frame: Frame;
  readonly scales: PlotScales;
}

/**
 * Why the prediction is unsure here: a card beside the point that is pointed at, inside the axes or, where there is no
 * room, over them. Small plots show the interval alone.
 * Hidden from screen readers, which get the same as one sentence in the readout.
 */
export function PredictiveCard({ facts, texts, phase, cursor, frame, scales }: PredictiveCardProps) {
  const card = useRef<HTMLDivElement>(null);
  // Without dependencies: the size follows from texts, fonts and zoom.
  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return;
    const point = { x: scales.x(cursor.x), y: scales.y(cursor.y) };
    const stage = { ...frame, left: 0, right: frame.width, top: 0, bottom: frame.height };
    const place = (compact: boolean, within: Frame) => {
      element.dataset.compact = String(compact);
      return placeCard(point, { width: element.offsetWidth, height: element.offsetHeight }, within);
    };
    const found = place(false, frame) ?? place(false, stage) ?? place(true, stage);
    element.style.visibility = found ? 'visible' : 'hidden';
    element.style.translate = found ? `${Math.round(found.left)}px ${Math.round(found.top)}px` : '';
  });
  const share = epistemicPercent(facts.value);
  return (
    <div ref={card} className={styles.card} data-stage={phase} data-card aria-hidden="true">
      <p className={styles.place}>{texts.place}</p>
      <p className={styles.interval}>{texts.interval}</p>
      {texts.overlay !== null && <p className={styles.overlay}>{texts.overlay}</p>}
      <p className={styles.shares}>
        {tRich('Variance: {doubt} from doubt, {noise} from noise', {
          doubt: (
            <b key="doubt" className={styles.doubt}>
              {texts.doubt}
            </b>
          ),
          noise: (
            <b key="noise" className={styles.noise}>
              {texts.noise}
            </b>
          ),
        })}
      </p>
      <p className={styles.bar}>
        <span style={{ width: `${share}%` }} />
      </p>
      <p>{texts.nearest}</p>
      {texts.caution !== null && <p className={styles.place}>{texts.caution}</p>}
      {texts.draws !== null && (
        <p className={styles.draws}>
          <svg viewBox="0 0 8 8" aria-hidden="true">
            <circle cx="4" cy="4" r="3" />
          </svg>
          {texts.draws}
        </p>
      )}
    </div>
  );
}

interface CardMarksProps {
  readonly facts: CardFacts;
  readonly phase: Phase;
  readonly frame: Frame;
  readonly scales: PlotScales;
  readonly stroke: number;
}

/** The draws at x as dots on the vertical line, and the ends of the interval of a new y. */
export function CardMarks({ facts: { value, draws }, phase, frame, scales, stroke }: CardMarksProps) {
  const x = scales.x(value.x);
  const inside = (y: number) => y >= frame.top && y <= frame.bottom;
  const reach = 6 * stroke;
  return (
    <g className={styles.marks} data-stage={phase}>
      {[value.lower, value.upper]
        .map(scales.y)
        .filter(inside)
        .map((y) => (
          <path key={y} className={styles.end} d={`M${x - reach},${y}h${2 * reach}`} />
        ))}
      {draws.map((draw, index) => {
        const y = scales.y(draw);
        // A draw is identified only by its index.
        return inside(y) && <circle key={index} className={styles.dot} cx={x} cy={y} r={2.75 * stroke} />;
      })}
    </g>
  );
}

import { t } from '../../i18n/index.ts';
import { formatPlain } from '../../i18n/numbers.ts';
import { pairPosteriors } from '../exhibits/correlatedPair/correlatedPair.ts';

/** Side of a panel in user units, and how many of them one unit of a weight takes. */
const [SIDE, SCALE] = [180, 40];

/** The exact posterior of the exhibit's pair of weights. */
const exact = pairPosteriors({ observations: 3, observed: 1, noiseSigma: 0.5 });

/**
 * Candidates for q, standard deviation of either weight: its deviation under the exact posterior (the minimum of
 * KL[p(w|D) ‖ q]), given the other weight (the minimum of KL[q ‖ p(w|D)]), and along the ridge.
 */
export const candidates = {
  A: exact.sigma,
  B: exact.qSigma,
  C: exact.difference.exact / Math.SQRT2,
} as const;

/** Three panels: the same exact posterior, an ellipse at 2 standard deviations, with three circles for q. */
export function ExamFigure() {
  const list = Object.entries(candidates).map(([name, sigma]) => `${name} ${formatPlain(round(sigma))}`);
  return (
    <div
      className="exam-figure"
      role="img"
      aria-label={t(
        'Three pictures of two weights. Each shows the same narrow ridge, the exact posterior, and a circle, q. Standard deviations of q: {list}',
        { list: list.join(', ') },
      )}
    >
      {Object.entries(candidates).map(([name, sigma]) => (
        <svg key={name} viewBox={`${-SIDE / 2} ${-SIDE / 2} ${SIDE} ${SIDE}`} aria-hidden="true">
          <path d={`M${-SIDE / 2},0H${SIDE / 2}M0,${-SIDE / 2}V${SIDE / 2}`} />
          <ellipse
            rx={SCALE * Math.SQRT2 * exact.difference.exact}
            ry={SCALE * Math.SQRT2 * exact.sum.exact}
            transform="rotate(45)"
            data-concept="exact"
          />
          <circle r={SCALE * 2 * sigma} data-concept="posterior" />
          <text x={6 - SIDE / 2} y={18 - SIDE / 2}>
            {name}
          </text>
        </svg>
      ))}
    </div>
  );
}

const round = (value: number) => Math.round(100 * value) / 100;

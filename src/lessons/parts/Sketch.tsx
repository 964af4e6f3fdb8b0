import { defaultExperiment } from '../../experiment/document/defaults.ts';
import { experimentDomains, experimentSplit } from '../../experiment/pictures/data.ts';
import { t } from '../../i18n/index.ts';
import { formatPlain } from '../../i18n/numbers.ts';

/** Size of the drawing in user units, and the place of the axes in it. */
const [WIDTH, HEIGHT] = [640, 250];
const frame = { left: 36, right: WIDTH - 12, top: 12, bottom: HEIGHT - 26 } as const;

/** Axes with the data points of the landing page, to sketch a band on paper. */
export function Sketch() {
  const experiment = defaultExperiment();
  const { training } = experimentSplit(experiment);
  const [xDomain, yDomain] = experimentDomains(experiment, training);
  const across = (x: number) => round(at(x, xDomain, frame.left, frame.right));
  const up = (y: number) => round(at(y, yDomain, frame.bottom, frame.top));
  const { left, right, top, bottom } = frame;
  return (
    <svg
      className="sketch"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('Axes with the {count} data points of the landing page, to sketch in', {
        count: training.length,
      })}
    >
      <path d={`M${left},${top}V${bottom}H${right}`} />
      {ticks(xDomain, 0.25).map((x) => (
        <g key={x}>
          <path d={`M${across(x)},${bottom}v5`} />
          <text x={across(x)} y={bottom + 18}>
            {formatPlain(x)}
          </text>
        </g>
      ))}
      {ticks(yDomain, 1).map((y) => (
        <g key={y}>
          <path d={`M${left},${up(y)}h-5`} />
          <text x={left - 16} y={up(y) + 4}>
            {formatPlain(y)}
          </text>
        </g>
      ))}
      {training.map(({ x, y }) => (
        <circle key={`${x[0]} ${y}`} cx={across(x[0]!)} cy={up(y)} r="2" />
      ))}
      <text x={right - 4} y={bottom - 6}>
        x
      </text>
      <text x={left + 10} y={top + 6}>
        y
      </text>
    </svg>
  );
}

function at(value: number, [from, to]: readonly [number, number], start: number, end: number): number {
  return start + ((value - from) / (to - from)) * (end - start);
}

function round(value: number): number {
  return Math.round(10 * value) / 10;
}

/** The multiples of a step in a domain. */
function ticks([from, to]: readonly [number, number], step: number): readonly number[] {
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.floor(to / step) - first + 1 }, (_, i) => (first + i) * step);
}

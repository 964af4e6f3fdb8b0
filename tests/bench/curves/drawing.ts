import { scaleLog } from 'd3';
import { rounded, type Spread } from '../report/numbers.ts';

/** One line of a drawing. */
export interface Line {
  readonly label: string;
  readonly colour: string;
  readonly dashed: boolean;
  readonly points: readonly { readonly x: number; readonly y: Spread }[];
}

const width = 640;
const height = 400;
const margin = { top: 44, right: 190, bottom: 50, left: 74 };
const right = width - margin.right;
const bottom = height - margin.bottom;
const ink = '#1c2024';
const muted = '#5b6470';
const rule = '#e3e6ea';
/** Minimum distance in pixels between the baselines of two labels. */
const labelGap = 17;

/** Lines on logarithmic axes, each labelled at its end, with the quartiles of every point. Returns an SVG document. */
export function drawLines(title: string, xLabel: string, yLabel: string, lines: readonly Line[]): string {
  const xs = lines.flatMap(({ points }) => points.map(({ x }) => x));
  const ys = lines.flatMap(({ points }) => points.flatMap(({ y }) => [y.low, y.high]));
  const x = scaleLog([Math.min(...xs), Math.max(...xs)], [margin.left + 12, right - 8]);
  const y = scaleLog([Math.min(...ys), Math.max(...ys)], [bottom, margin.top]).nice();
  const text = (at: readonly [number, number], words: string, attributes = '') =>
    `<text x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}" ${attributes}>${escaped(words)}</text>`;
  const xTicks = [...new Set(xs)].map((value) =>
    text([x(value), bottom + 20], value.toLocaleString('en-GB'), `text-anchor="middle" fill="${muted}"`),
  );
  const yTicks = decades(y.domain() as [number, number]).map(
    (value) =>
      `<path d="M${margin.left} ${y(value).toFixed(1)}H${right}" stroke="${rule}"/>` +
      text([margin.left - 8, y(value) + 4], rounded(value), `text-anchor="end" fill="${muted}"`),
  );
  const ends = labelHeights(lines.map(({ points }) => y(points.at(-1)!.y.median)));
  const drawn = lines.map(({ label, colour, dashed, points }, index) => {
    const path = points.map((point) => `${x(point.x).toFixed(1)} ${y(point.y.median).toFixed(1)}`).join('L');
    const marks = points.map(
      (point) =>
        `<path d="M${x(point.x).toFixed(1)} ${y(point.y.low).toFixed(1)}V${y(point.y.high).toFixed(1)}"/>` +
        `<circle cx="${x(point.x).toFixed(1)}" cy="${y(point.y.median).toFixed(1)}" r="3" fill="${colour}" stroke="none"/>`,
    );
    return (
      `<g fill="none" stroke="${colour}" stroke-width="2"><path d="M${path}"${dashed ? ' stroke-dasharray="5 4"' : ''}/>` +
      `${marks.join('')}</g>${text([right + 8, ends[index]! + 4], label, `fill="${colour}" font-weight="600"`)}`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="13">`,
    `<title>${escaped(title)}</title><rect width="100%" height="100%" fill="#ffffff"/>`,
    text([margin.left, 24], title, `font-size="15" font-weight="600" fill="${ink}"`),
    ...yTicks,
    ...xTicks,
    text([(margin.left + right) / 2, height - 10], xLabel, `text-anchor="middle" fill="${ink}"`),
    text(
      [0, 0],
      yLabel,
      `text-anchor="middle" fill="${ink}" transform="translate(18 ${(margin.top + bottom) / 2}) rotate(-90)"`,
    ),
    ...drawn,
    '</svg>\n',
  ].join('\n');
}

/** The powers of ten in an interval. */
function decades([low, high]: readonly [number, number]): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => 10 ** (first + i));
}

/** Heights near the wanted ones, in the same order, with space for every label. */
function labelHeights(wanted: readonly number[]): number[] {
  const heights = wanted.slice();
  const order = [...wanted.keys()].sort((a, b) => wanted[a]! - wanted[b]!);
  order.forEach((index, place) => {
    if (place > 0) heights[index] = Math.max(heights[index]!, heights[order[place - 1]!]! + labelGap);
  });
  // Moves labels that were pushed below the axis back up, together with those in the way.
  let most = bottom;
  for (const index of order.toReversed()) {
    heights[index] = Math.min(heights[index]!, most);
    most = heights[index]! - labelGap;
  }
  return heights;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

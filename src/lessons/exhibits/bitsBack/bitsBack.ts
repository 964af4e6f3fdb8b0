import { normalLogDensity } from '../../../math/special.ts';

/** One weight and its code: q = N(mu, sigma²), p = N(0, priorSigma²), on a grid of cells `width` wide. */
export interface CodedWeight {
  readonly mu: number;
  readonly sigma: number;
  readonly priorSigma: number;
  readonly width: number;
}

/** A message about one weight, in bits. */
export interface Message {
  /** Code length of the cell of a draw w ~ q under p: −Σ Q log₂ P. */
  readonly sent: number;
  /** Bits that the receiver recovers from the choice of the draw: the entropy of Q, −Σ Q log₂ Q. */
  readonly returned: number;
  /** sent − returned = KL[Q ‖ P]: the net cost of the weight. */
  readonly net: number;
}

/** A cell of the grid: its centre, and its probability under q and p. */
export interface Cell {
  readonly middle: number;
  readonly q: number;
  readonly p: number;
}

/** Cells further than this many standard deviations of q are left out; less than 10⁻¹¹ of q lies there. */
const REACH = 7;
/** Pairs of Simpson panels for each standard deviation; sums are accurate to seven digits. */
const PAIRS = 12;

/** The cells of the grid within reach of q, with one cell centred on 0; the probabilities under q sum to 1. */
export function cellsOf({ mu, sigma, priorSigma, width }: CodedWeight): readonly Cell[] {
  const first = Math.round((mu - REACH * sigma) / width);
  const last = Math.round((mu + REACH * sigma) / width);
  const cells = Array.from({ length: last - first + 1 }, (_, k) => {
    const middle = (first + k) * width;
    return {
      middle,
      q: mass(middle, width, mu, sigma),
      p: mass(middle, width, 0, priorSigma),
    };
  });
  const total = cells.reduce((sum, { q }) => sum + q, 0);
  return cells.map((cell) => ({ ...cell, q: cell.q / total }));
}

/**
 * Bits back (Hinton & van Camp 1993, §5): the sender selects w with random bits that the receiver recovers, so the
 * cost of a weight is KL[q(w) ‖ p(w)] and does not depend on the precision of the grid.
 */
export function bitsBack(weight: CodedWeight): Message {
  let [sent, returned] = [0, 0];
  for (const { q, p } of cellsOf(weight)) {
    if (q === 0) continue;
    sent -= q * Math.log2(p);
    returned -= q * Math.log2(q);
  }
  return { sent, returned, net: sent - returned };
}

/**
 * The probability of a cell under N(mean, sigma²) by Simpson's rule; sums of positive numbers keep the digits of the
 * tails.
 */
function mass(middle: number, width: number, mean: number, sigma: number): number {
  // A cell wider than the Gaussian is integrated only where the Gaussian has mass.
  const low = Math.max(middle - width / 2, mean - 40 * sigma);
  const high = Math.min(middle + width / 2, mean + 40 * sigma);
  if (high <= low) return 0;
  const panels = 2 * Math.ceil((PAIRS * (high - low)) / sigma);
  const step = (high - low) / panels;
  let sum = 0;
  for (let i = 0; i <= panels; i++) {
    const share = i === 0 || i === panels ? 1 : i % 2 === 1 ? 4 : 2;
    sum += share * Math.exp(normalLogDensity(low + i * step, mean, sigma));
  }
  return (sum * step) / 3;
}

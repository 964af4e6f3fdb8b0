/** A cost as a bar, start and end in pixels; end < start if the cost is negative. */
export interface IdentityPart {
  readonly from: number;
  readonly to: number;
}

/** Bars of total = complexity + likelihood: the second starts where the first ends. */
export interface IdentityGeometry {
  readonly zero: number;
  readonly complexity: IdentityPart;
  readonly likelihood: IdentityPart;
  readonly total: IdentityPart;
  /** Pixel of the objective of the followed draw; null without one. */
  readonly draw: number | null;
}

/**
 * Scales the bars to `width` pixels so that the longest just fits. Costs in any common unit; if all are 0, every bar
 * is empty.
 */
export function identityGeometry(
  complexity: number,
  likelihood: number,
  draw: number | null,
  width: number,
): IdentityGeometry {
  const total = complexity + likelihood;
  const ends = [0, complexity, total];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const x = (cost: number) => (high > low ? (width * (cost - low)) / (high - low) : 0);
  return {
    zero: x(0),
    complexity: { from: x(0), to: x(complexity) },
    likelihood: { from: x(complexity), to: x(total) },
    total: { from: x(0), to: x(total) },
    draw: draw === null ? null : Math.min(Math.max(x(draw), 0), width),
  };
}

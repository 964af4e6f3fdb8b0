/** A part of the objective as a bar between two pixels, from its start to its end. */
export interface IdentityPart {
  readonly from: number;
  readonly to: number;
}

/** total = complexity + likelihood as bars that follow each other: the second begins where the first ends. */
export interface IdentityGeometry {
  readonly zero: number;
  readonly complexity: IdentityPart;
  readonly likelihood: IdentityPart;
  readonly total: IdentityPart;
  /** Where the total of the followed draw lies; null: none is followed. */
  readonly draw: number | null;
}

/** Bars over `width` pixels, as wide as the furthest of them asks for. Costs in any one unit; all 0: everything at the left. */
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

import type { Filter } from '../../../plots/images/Filters.tsx';

/** Ends of the colour scales that all filters share: the largest |μ| and the largest σ. */
export function scalesOf(filters: readonly Filter[]): {
  readonly strongest: number;
  readonly widest: number;
} {
  return {
    strongest: Math.max(1e-9, ...filters.flatMap(({ mean }) => mean.map(Math.abs))),
    widest: Math.max(1e-9, ...filters.flatMap(({ sigma }) => sigma)),
  };
}

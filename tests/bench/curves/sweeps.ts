import { type Case, curveFit } from '../cases.ts';

/** One size that grows while the others stay fixed. */
export interface Sweep {
  /** Label of the axis. */
  readonly axis: string;
  /** The fixed sizes. */
  readonly fixed: string;
  readonly values: readonly number[];
  readonly caseAt: (value: number) => Case;
}

const powers = (from: number, to: number): number[] =>
  Array.from({ length: Math.log2(to / from) + 1 }, (_, i) => from * 2 ** i);

/** All sweeps, by file name. */
export const sweeps = {
  samples: {
    axis: 'Monte Carlo samples S',
    fixed: '1-32-32-1, N = 64',
    values: powers(1, 64),
    caseAt: (samples) => curveFit([32, 32], samples),
  },
  points: {
    axis: 'points N',
    fixed: '1-32-32-1, S = 4',
    values: powers(16, 1024),
    caseAt: (points) => curveFit([32, 32], 4, points),
  },
  width: {
    axis: 'width of two hidden layers',
    fixed: 'S = 4, N = 64',
    values: powers(8, 256),
    caseAt: (width) => curveFit([width, width], 4),
  },
  depth: {
    axis: 'hidden layers of 32',
    fixed: 'S = 4, N = 64',
    values: [1, 2, 3, 4],
    caseAt: (depth) => curveFit(new Array<number>(depth).fill(32), 4),
  },
} as const satisfies Record<string, Sweep>;

/** Networks of different width on the same data, with the prior's standard deviation divided by √fan-in. */
export const widthLink = (hidden: number): string =>
  `dataset.id=blundell&network.hidden=${hidden}&prior.scaling=fan-in`;

/** Training steps of q, after which its free energy has settled at every width. */
export const WIDTH_STEPS = 10_000;
/** Transitions of each of four chains, of which 400 are warm-up. */
export const WIDTH_TRANSITIONS = 1000;

/** The prediction of a posterior at the plotted inputs, in the data's units: its mean and its epistemic band. */
export interface FunctionSummary {
  readonly mean: Float64Array;
  readonly epistemicLower: Float64Array;
  readonly epistemicUpper: Float64Array;
}

/** q and, where it is stored, the exact posterior of one width. */
export interface WidthRun {
  /** Hidden units. */
  readonly hidden: number;
  /** F of q in nats, for all data. */
  readonly freeEnergy: number;
  readonly q: FunctionSummary;
  readonly exact: ExactSummary | null;
}

/** The exact posterior by Hamiltonian Monte Carlo, and the convergence of its chains as in `PosteriorDraws`. */
export interface ExactSummary extends FunctionSummary {
  readonly rHat: number;
  readonly effectiveSampleSize: number;
}

/** The largest number of hidden units for which the exact posterior is stored: beyond it HMC takes many minutes. */
export const MAX_EXACT_WIDTH = 50;

/** The stored runs by number of hidden units. `npm run trained -- widths/N` makes the file of N units. */
export const widthFiles = {
  10: () => import('./widths/10.json'),
  20: () => import('./widths/20.json'),
  50: () => import('./widths/50.json'),
  100: () => import('./widths/100.json'),
  200: () => import('./widths/200.json'),
  500: () => import('./widths/500.json'),
} as const satisfies Readonly<Record<number, () => Promise<{ readonly default: unknown }>>>;

/** The numbers of hidden units, ascending. */
export const widths: readonly number[] = Object.keys(widthFiles).map(Number);

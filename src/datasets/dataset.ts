import type { Random } from '../math/random.ts';

/** One observation: inputs x (one number an input) and the target y, in the data's own units. */
export interface Point {
  readonly x: readonly number[];
  readonly y: number;
}

/** A closed interval [low, high]. */
export type Interval = readonly [low: number, high: number];

/** A data set that the playground offers. */
export interface Dataset {
  /** The name on the menu. */
  readonly label: string;
  /** What it shows, in one sentence. */
  readonly teaches: string;
  /** Where it comes from: paper and section, or the published data. */
  readonly source: string;
  readonly task: 'regression';
  /** Axis labels with units. */
  readonly xLabel: string;
  readonly yLabel: string;
  /** What the plots show: wider than the data, so that uncertainty has room to open. */
  readonly xDomain: Interval;
  readonly yDomain: Interval;
  /**
   * The noise that a network is told at first: standard deviation in the units of y, and whether it is learned from there.
   * With few points a learned noise explains everything away and the network stays at its prior, so there it is given.
   */
  readonly likelihood: { readonly noise: number; readonly learn: boolean };
  /** Defaults of the controls of generated data; null for recorded data, which have a fixed size and their own noise. */
  readonly generated: { readonly size: number; readonly noise: number; readonly noiseLabel: string } | null;
  /** The points. Generated: `size` draws with noise of standard deviation `noise`; recorded: all rows, arguments ignored. */
  readonly points: (random: Random, size: number, noise: number) => readonly Point[];
  /** The noise-free function behind generated data. */
  readonly mean?: (x: number) => number;
}

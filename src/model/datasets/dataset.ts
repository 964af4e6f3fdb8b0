import type { Random } from '../../math/random.ts';

/** One observation: inputs x (one number an input) and the target y, in the data's own units; of classes, y is an index. */
export interface Point {
  readonly x: readonly number[];
  readonly y: number;
}

/** Inputs that a point can have. */
export const MAX_INPUTS = 200;

/** The side of the smallest images that are drawn. */
export const MIN_SIDE = 6;

/** A closed interval [low, high]. */
export type Interval = readonly [low: number, high: number];

/** What a person may choose of a data set besides its size and noise. */
export interface DataChoice {
  /** Classes that generated data have. */
  readonly classes: number;
  /** The two measures that are the inputs. */
  readonly inputs: readonly number[];
}

interface Described {
  /** The name on the menu. */
  readonly label: string;
  /** What it shows, in one sentence. */
  readonly teaches: string;
  /** Where it comes from: paper and section, or the published data. */
  readonly source: string;
  /** Defaults of the controls of generated data; null for recorded data, which have a fixed size and their own noise. */
  readonly generated: { readonly size: number; readonly noise: number; readonly noiseLabel: string } | null;
}

/** One number against one input. */
export interface CurveDataset extends Described {
  readonly kind: 'curve';
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
  /** The noise-free function behind generated data. */
  readonly mean?: (x: number) => number;
  /** The points. Generated: `size` draws with noise of standard deviation `noise`; recorded: all rows, both ignored. */
  readonly points: (random: Random, size: number, noise: number) => readonly Point[];
}

/** Something measured: an axis of the plane. */
export interface Measure {
  /** With its unit. */
  readonly label: string;
  /** Wider than the data. */
  readonly domain: Interval;
}

/** Classes in the plane of two measures. */
export interface PlaneDataset extends Described {
  readonly kind: 'plane';
  readonly task: 'classification';
  /** As many as there may be classes. */
  readonly classNames: readonly string[];
  /** Classes at first; the person may choose from 2 to all names where `classesVary`. */
  readonly classes: number;
  readonly classesVary: boolean;
  /** At least two, and those that are the inputs at first. */
  readonly measures: readonly Measure[];
  readonly inputs: readonly [number, number];
  /** As those of a curve, with what was chosen. */
  readonly points: (random: Random, size: number, noise: number, choice: DataChoice) => readonly Point[];
}

/** Images with classes. Their rows are many: they come in a chunk of their own, and are there once `load` has resolved. */
export interface ImagesDataset extends Described {
  readonly kind: 'images';
  readonly task: 'classification';
  readonly classNames: readonly string[];
  readonly height: number;
  readonly width: number;
  /** The value of a pixel that is all ink; none has value 0. */
  readonly brightest: number;
  readonly load: () => Promise<void>;
  readonly loaded: () => boolean;
  /** All rows: pixels row by row, and the class. Throws before they are loaded. */
  readonly points: () => readonly Point[];
}

/** What is modelled of a series in place of its values, and the way back. Both look at values before index t only. */
export interface Transformation {
  /** In words: 'log, less the same month a year before'. */
  readonly label: string;
  /** Values before the first that can be transformed. */
  readonly lag: number;
  /** values[t] transformed; t ≥ lag. */
  readonly forward: (values: ArrayLike<number>, t: number) => number;
  /** The value at t that `forward` makes into z, given those before it. Rises with z. */
  readonly inverse: (z: number, values: ArrayLike<number>, t: number) => number;
}

/** A series of values at even times. */
export interface SequenceDataset extends Described {
  readonly kind: 'sequence';
  readonly task: 'regression';
  /** Axis labels with units. */
  readonly xLabel: string;
  readonly yLabel: string;
  /** When value t was: start + t · step. */
  readonly time: { readonly start: number; readonly step: number };
  readonly transformation: Transformation;
  /** Time steps that a network sees at first. */
  readonly window: number;
  /** Share of the modelled values, the last ones, that training never sees. */
  readonly testFraction: number;
  /** As that of a curve, of what is modelled. */
  readonly likelihood: { readonly noise: number; readonly learn: boolean };
  /** The series. Generated: `size` values with noise of standard deviation `noise`; recorded: all, both ignored. */
  readonly series: (random: Random, size: number, noise: number) => readonly number[];
}

/** A data set that the playground offers. */
export type Dataset = CurveDataset | PlaneDataset | ImagesDataset | SequenceDataset;

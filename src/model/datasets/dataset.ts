import type { Random } from '../../math/random.ts';

/**
 * One observation: inputs x, one number per input, and the target y, in the data's own units. For classes, y is the
 * class index.
 */
export interface Point {
  readonly x: readonly number[];
  readonly y: number;
}

/** Maximum number of inputs of a point. */
export const MAX_INPUTS = 200;

/** Minimum side of an image, in pixels. */
export const MIN_SIDE = 6;

/** A closed interval [low, high]. */
export type Interval = readonly [low: number, high: number];

/** Options of a data set in addition to its size and noise. */
export interface DataChoice {
  /** Number of classes of generated data. */
  readonly classes: number;
  /** Indices of the two measures used as inputs. */
  readonly inputs: readonly number[];
}

interface DatasetDescription {
  /** The name in the menu. */
  readonly label: string;
  /** What it shows, in one sentence. */
  readonly teaches: string;
  /** The source: paper and section, or the published data. */
  readonly source: string;
  /** Default size and noise of generated data; null for recorded data, whose size and noise are fixed. */
  readonly generated: { readonly size: number; readonly noise: number; readonly noiseLabel: string } | null;
}

/** A regression of y on one input. */
export interface CurveDataset extends DatasetDescription {
  readonly kind: 'curve';
  readonly task: 'regression';
  /** Axis labels with units. */
  readonly xLabel: string;
  readonly yLabel: string;
  /** What the plots show: wider than the data, so that the band can open beyond them. */
  readonly xDomain: Interval;
  readonly yDomain: Interval;
  /**
   * Noise of the likelihood: standard deviation in the units of y, and whether it is learned. All data sets give it: with
   * few points or a wide prior a learned noise explains all variation, and q stays at the prior.
   */
  readonly likelihood: { readonly noise: number; readonly learn: boolean };
  /** The noise-free function behind generated data. */
  readonly mean?: (x: number) => number;
  /**
   * The points. Generated data: `size` draws with noise of standard deviation `noise`. Recorded data: all rows; both
   * arguments are ignored.
   */
  readonly points: (random: Random, size: number, noise: number) => readonly Point[];
}

/** A measured quantity: one axis of the plane. */
export interface Measure {
  /** The label, with the unit. */
  readonly label: string;
  /** Wider than the data. */
  readonly domain: Interval;
}

/** Classes in the plane of two measured quantities. */
export interface PlaneDataset extends DatasetDescription {
  readonly kind: 'plane';
  readonly task: 'classification';
  /** Names of the classes; as many as the maximum number of classes. */
  readonly classNames: readonly string[];
  /** Default number of classes; adjustable from 2 to classNames.length where `classesVary`. */
  readonly classes: number;
  readonly classesVary: boolean;
  /** At least two measures, and the indices of the default inputs. */
  readonly measures: readonly Measure[];
  readonly inputs: readonly [number, number];
  /** Like the points of a curve, for the given options. */
  readonly points: (random: Random, size: number, noise: number, choice: DataChoice) => readonly Point[];
}

/** Images with classes. The rows are a separate chunk and available once `load` has resolved. */
export interface ImagesDataset extends DatasetDescription {
  readonly kind: 'images';
  readonly task: 'classification';
  readonly classNames: readonly string[];
  readonly height: number;
  readonly width: number;
  /** Value of a fully inked pixel; an empty one is 0. */
  readonly brightest: number;
  readonly load: () => Promise<void>;
  readonly loaded: () => boolean;
  /** All rows: pixels row by row, and the class. Throws before they are loaded. */
  readonly points: () => readonly Point[];
}

/** An invertible transformation of a series. Both directions read values before index t only. */
export interface Transformation {
  /** Name in words: 'log, less the same month a year before'. */
  readonly label: string;
  /** Number of leading values that cannot be transformed. */
  readonly lag: number;
  /** values[t] transformed; t ≥ lag. */
  readonly forward: (values: ArrayLike<number>, t: number) => number;
  /** Inverse of `forward`: the value at t whose transform is z, given the values before it. Increasing in z. */
  readonly inverse: (z: number, values: ArrayLike<number>, t: number) => number;
}

/** A series of values at equally spaced times. */
export interface SequenceDataset extends DatasetDescription {
  readonly kind: 'sequence';
  readonly task: 'regression';
  /** Axis labels with units. */
  readonly xLabel: string;
  readonly yLabel: string;
  /** Time of value t: start + t · step. */
  readonly time: { readonly start: number; readonly step: number };
  readonly transformation: Transformation;
  /** Default length of the network's input window, in time steps. */
  readonly window: number;
  /** Fraction of the transformed values, at the end of the series, that is held out. */
  readonly testFraction: number;
  /** Like the likelihood of a curve, for the transformed values. */
  readonly likelihood: { readonly noise: number; readonly learn: boolean };
  /**
   * The series. Generated data: `size` values with noise of standard deviation `noise`. Recorded data: all values;
   * both arguments are ignored.
   */
  readonly series: (random: Random, size: number, noise: number) => readonly number[];
}

/** A data set of the playground. */
export type Dataset = CurveDataset | PlaneDataset | ImagesDataset | SequenceDataset;

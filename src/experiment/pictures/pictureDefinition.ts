import type { Interval, Point } from '../../model/datasets/index.ts';
import type { Experiment } from '../document/experiment.ts';
import type { Yield } from '../engine/yield.ts';
import type { Problem } from '../problem/problem.ts';
import type { Scaler } from '../problem/scalers.ts';
import type { Split } from '../problem/split.ts';
import type { ClassAnswers, Predictive } from './snapshot.ts';

/** What the two axes of a plot show, in the data's units: [x domain, y domain]. */
export type Domains = readonly [x: Interval, y: Interval];

/** Numbers of one row of the data, in the data's units, [inputCount]. */
export interface InputRow {
  readonly x: readonly number[];
}

/** Outputs [rows, outputCount] of one draw of the weights, for standardised inputs [rows, inputCount]. */
export type OutputsOfDraw = (inputs: Float64Array, draw: number) => Promise<Float64Array>;

/** A run with frozen parameters, and its predictions: before the first step those of the prior, after it those of the posterior. */
export interface PictureContext {
  readonly problem: Problem;
  /** log noise of each of the S′ = `prediction.samples` draws, standardised units, [S′]. */
  readonly logNoise: Float64Array;
  /** Outputs [S′, rows, outputCount] of every draw, standardised units; log-odds for classes. Pruned if predictions are. */
  readonly outputsAt: (rows: readonly InputRow[]) => Promise<Float64Array>;
  /** The same of one draw; null before the first step. */
  readonly outputsOfDraw: OutputsOfDraw | null;
  readonly yieldToMessages: Yield;
}

/** Translates a label of a registered data set: `t` of i18n, or the identity where English is wanted. */
export type Translate = (english: string) => string;

/** Names of the data. Custom names are never translated; there may be fewer names than items. */
export interface PictureNames {
  readonly inputs: readonly string[];
  /** Null where it has no name. */
  readonly target: string | null;
  /** By the number of the class. */
  readonly classes: readonly string[];
  /** When value `index` of a series was, in the unit of its axis; the index itself of other data. */
  readonly time: (index: number) => number;
}

/**
 * Everything in which one picture kind differs from the others, apart from what is drawn on the page. The document's part,
 * which fields and rules need, is in `document/dataKinds.ts`.
 */
export interface PictureDefinition {
  /** Training points and held-out points, in the data's units. Generated points depend on the seed alone. */
  readonly split: (experiment: Experiment) => Split;
  /** What the plots show. points: the training points. */
  readonly domains: (experiment: Experiment, points: readonly Point[]) => Domains;
  /** Number of classes of y; called for classification only. points: the training points. */
  readonly classCount: (experiment: Experiment, points: readonly Point[]) => number;
  /** The map of each input to standardised units, [inputCount], for a dense network. points: the training points. */
  readonly scalers: (points: readonly Point[], inputCount: number, domains: Domains) => readonly Scaler[];
  readonly names: (dataset: Experiment['dataset'], t: Translate) => PictureNames;
  /** Rows that are predicted for the plot in addition to training points and held-out points. */
  readonly plottedRows: number;
  /** The prediction as it is plotted. */
  readonly observe: (context: PictureContext) => Promise<Predictive>;
  /** The one or two axes over which activations of hidden units are plotted, in the data's units; null: they are not. */
  readonly neuronAxes: (problem: Problem) => readonly Float64Array[] | null;
  /** New points, drawn as the training points were, for scores; null where the data are not generated. */
  readonly freshPoints: (experiment: Experiment) => readonly Point[] | null;
  /** The predictions of all held-out points, where the picture contains them; null: scores compute them. */
  readonly heldOutAnswers: (predictive: Predictive) => ClassAnswers | null;
}

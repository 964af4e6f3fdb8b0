import type { EstimatorKind } from '../../model/estimators/index.ts';
import type { Backend } from '../engine/backends.ts';
import type { ChainDiagnostics } from '../engine/chains.ts';

/**
 * Costs for the whole data set, in nats, constants included; total = complexityCost + likelihoodCost. For methods without a
 * q they are the means over draws of −log p(w) and −log p(D | w).
 */
export interface FreeEnergy {
  readonly total: number;
  readonly complexityCost: number;
  readonly likelihoodCost: number;
  /** The part of the complexity cost that posterior sharpening adds; only where it is on. */
  readonly sharpeningCost?: number;
}

/** p(y | x, D) of a number for each of some rows, in the data's units; [rows]. */
export interface RowPredictions {
  readonly mean: Float64Array;
  readonly epistemicSigma: Float64Array;
  readonly aleatoricSigma: Float64Array;
  /** Quantiles of f(x, w) over draws of w. */
  readonly epistemicLower: Float64Array;
  readonly epistemicUpper: Float64Array;
  /** Quantiles of y: the mixture over draws, noise included. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** p(y | x, D) along the one plotted input, in the data's units. */
export interface CurvePredictive extends RowPredictions {
  readonly kind: 'curve';
  readonly x: Float64Array;
  /** Functions f(x, w_s) of the first draws, [drawCount, x.length] row-major. */
  readonly draws: Float64Array;
  readonly drawCount: number;
}

/**
 * p(y | x, D) of a class over the plane of two inputs, on a grid with rows along x from the lowest y upwards: place (column, row)
 * has index row · columns + column. Entropies in nats.
 */
export interface PlanePredictive {
  readonly kind: 'plane';
  /** The grid's places on each axis, in the data's units: [columns] and [rows]. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly classes: number;
  /** Mean over draws of p(y = c | x, w), [places, classes]. */
  readonly probabilities: Float64Array;
  /** H[E p] = aleatoric + epistemic, E H[p], and their difference, the mutual information of y and w; [places]. */
  readonly totalEntropy: Float64Array;
  readonly aleatoricEntropy: Float64Array;
  readonly mutualInformation: Float64Array;
  /**
   * Log-odds of each class against the most probable other class, under the first draws: [drawCount, classes, places]. The
   * decision boundary of a class is where this is 0.
   */
  readonly leads: Float64Array;
  readonly drawCount: number;
}

/** What the draws say of the classes of some rows; entropies in nats. */
export interface ClassAnswers {
  /** Mean over draws of each class's probability, and the edges of its central interval over draws; [rows, classes]. */
  readonly probabilities: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** H[E p], E H[p] and their difference, the mutual information of y and w; [rows]. */
  readonly totalEntropy: Float64Array;
  readonly aleatoricEntropy: Float64Array;
  readonly mutualInformation: Float64Array;
}

/** p(y | x, D) of the images that are held out, in their order. */
export interface ImagesPredictive extends ClassAnswers {
  readonly kind: 'images';
  readonly classes: number;
}

/** Central quantiles of a prediction, in the data's own units: of y, and of f(x, w) over draws of w alone; [length]. */
export interface Bands {
  readonly centre: Float64Array;
  readonly epistemicLower: Float64Array;
  readonly epistemicUpper: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** p(y | x, D) along a series. */
export interface SequencePredictive {
  readonly kind: 'sequence';
  /** The index of the first one-step prediction, and those predictions, each from the true values before it. */
  readonly first: number;
  readonly oneStep: Bands;
  /** The index of the first forecast value, and the forecast, in which the inputs of each draw are its own predictions. */
  readonly origin: number;
  readonly forecast: Bands;
  /** Paths of the first draws, with their noise: [drawCount, forecast length]. */
  readonly paths: Float64Array;
  readonly drawCount: number;
}

/** p(y | x, D) of the rows of a table, and along one input with the others at their medians. */
export type TablePredictive = NumbersTablePredictive | ClassesTablePredictive;

interface AnyTablePredictive {
  readonly kind: 'table';
  /** The rows that are predicted: the first held-out rows, or the first training rows where none are held out. */
  readonly of: 'held-out' | 'training';
  /** The input along which the table is sliced. */
  readonly input: number;
}

/** Predictions of a table whose target is a number. */
export interface NumbersTablePredictive extends AnyTablePredictive {
  readonly task: 'regression';
  readonly rows: RowPredictions;
  readonly slice: CurvePredictive;
}

/** Predictions of a table whose target is a class. */
export interface ClassesTablePredictive extends AnyTablePredictive {
  readonly task: 'classification';
  readonly classes: number;
  readonly rows: ClassAnswers;
  readonly slice: { readonly x: Float64Array; readonly answers: ClassAnswers };
}

/** The predictions of the network as the page plots them, by picture kind. */
export type Predictive =
  | CurvePredictive
  | PlanePredictive
  | ImagesPredictive
  | SequencePredictive
  | TablePredictive;

/** The parameters of one layer: `kernel` or `bias`, at `offset` in the flat vectors, kernels row-major [fanIn, fanOut]. */
export interface ParameterBlock {
  readonly name: string;
  readonly offset: number;
  readonly shape: readonly number[];
}

/** q(w | θ), or mean and standard deviation over draws, and the prior's scale of every weight, all [P]. */
export interface WeightSummary {
  readonly mu: Float64Array;
  readonly sigma: Float64Array;
  /** The factor by which `prior.scaling` shrinks the prior of each weight. */
  readonly priorScale: Float64Array;
  /** KL[q(w_i) ‖ p(w_i)] of each weight, in nats; null where the method has no q. */
  readonly kl: Float64Array | null;
  readonly layers: readonly ParameterBlock[];
}

/** One draw of the weights, w = μ + σ ∘ ε, and everything that follows from it. */
export interface OneDraw {
  /** The index of the draw of q; null: ε = 0, so that w are the means. */
  readonly index: number | null;
  /** ε and w, [P]. */
  readonly epsilon: Float64Array;
  readonly weights: Float64Array;
  /** f(x, w) at the inputs of the plotted curve, in the data's units; null for other picture kinds. */
  readonly curve: Float64Array | null;
  /** log q(w | θ) − log p(w), and −log p(D | w) of all data, in nats: F is the mean of their sum. */
  readonly complexityCost: number;
  readonly likelihoodCost: number;
}

/** Activations of the hidden units of a dense network over the plotted inputs. */
export interface NeuronActivations {
  /** Places along the first input, and along the second: 1 where there is none. */
  readonly columns: number;
  readonly rows: number;
  /** Of each hidden layer: mean and standard deviation over draws of q, [units, rows · columns]. */
  readonly layers: readonly { readonly mean: Float64Array; readonly sigma: Float64Array }[];
}

/**
 * The parts of the next step of Bayes by Backprop: from θ now to θ after it, with the noise that the step will use. Vectors
 * are [P]; σ = log(1 + e^ρ).
 */
export interface NextStep {
  /** The number of the step, counted from 1. */
  readonly step: number;
  /** ε and w of the first Monte Carlo sample; null where the estimator draws no weights. */
  readonly epsilon: Float64Array | null;
  readonly weights: Float64Array | null;
  /** f(x, w) of that sample at the inputs of the plotted curve, in the data's units; null for other picture kinds. */
  readonly curve: Float64Array | null;
  /** Points in the batch, and the batch's share of the complexity cost, times β. */
  readonly rows: number;
  readonly complexityShare: number;
  /** Both costs as the step computes them: means over its samples, in nats, for targets in the data's units; before the share. */
  readonly complexityCost: number;
  readonly likelihoodCost: number;
  /** ∂F/∂μ and ∂F/∂ρ. */
  readonly gradientMu: Float64Array;
  readonly gradientRho: Float64Array;
  readonly rho: Float64Array;
  readonly muAfter: Float64Array;
  readonly rhoAfter: Float64Array;
  readonly sigmaAfter: Float64Array;
}

/** One point of a reliability diagram; it is on the diagonal where predictions are calibrated. */
export interface ReliabilityPoint {
  /** Predicted probability of a central interval, or of the predicted class. */
  readonly expected: number;
  /** Share of the targets for which the prediction was right. */
  readonly observed: number;
  /** Number of those targets. */
  readonly count: number;
}

/** Scores of predictions of known targets. Scores that are undefined for the task are left out. */
export interface Metrics {
  readonly n: number;
  /** Root mean square error of the predictive mean, in the data's own units. */
  readonly rmse?: number;
  /** Mean log p(y | x, D) of a point in nats, in the data's own units: the log of the mean density over draws. */
  readonly logLikelihood: number;
  /** Share of targets inside the central interval of probability `prediction.interval`. */
  readonly coverage?: number;
  readonly accuracy?: number;
  /** Regression: mean |stated − observed| coverage (Kuleshov et al. 2018); classes: expected calibration error (Guo et al. 2017). */
  readonly calibrationError: number;
  /** Predicted against observed, at each probability of an interval or bin of confidence. */
  readonly reliability: readonly ReliabilityPoint[];
  /** Means over inputs, nats; classes only. */
  readonly entropy?: number;
  readonly mutualInformation?: number;
}

/** Scores of predictions, of points not used in training (held out, or newly generated) or of the training points. */
export interface Calibration {
  readonly points: 'held-out' | 'training';
  readonly metrics: Metrics;
}

/** Accuracy when these fractions of the weights are set to zero, least signal to noise first. */
export interface PruningCurve {
  readonly fractions: Float64Array;
  readonly accuracy: Float64Array;
  /** The points that were predicted, and the draws behind each prediction. */
  readonly of: Calibration['points'];
  readonly draws: number;
}

/**
 * Variances over the noise of one Monte Carlo sample at fixed parameters, on all data. The mean of S samples has 1/S of them.
 */
export interface SampleVariance {
  /** Σ_i Var[∂F/∂θ_i] over all μ and ρ (Kingma et al. 2015, §2.2). */
  readonly gradient: number;
  /** Var[F̂] of the estimate of F, nats². */
  readonly cost: number;
}

/** The variances of a training step's estimates by each estimator. */
export type GradientVariance = Readonly<Partial<Record<EstimatorKind, SampleVariance>>>;

/**
 * What the worker sends to the page: a picture of the run at one step, from frozen parameters. At `step` 0, before training,
 * `predictive` is the prior predictive.
 */
export interface Snapshot {
  readonly step: number;
  readonly freeEnergy: FreeEnergy;
  readonly predictive: Predictive;
  /** The predicted classes of the page's queries, in their order; null where there are none. */
  readonly answers: ClassAnswers | null;
  readonly weights: WeightSummary;
  /** The single draw that the page shows; null: none. */
  readonly draw: OneDraw | null;
  /** Null unless the network is shown and its units can be plotted. */
  readonly neurons: NeuronActivations | null;
  /** Null unless the page plays steps in slow motion. */
  readonly nextStep: NextStep | null;
  /** Noise standard deviation, in the data's units; null where the likelihood has no such number. */
  readonly noiseSigma: number | null;
  /** Only of Bayes by Backprop; measured when training stops, and about once a second during it. */
  readonly gradientVariance: GradientVariance | null;
  /** Measured when training stops, and about once a second during it. */
  readonly calibration: Calibration | null;
  /** Only of classes, where the page requests it; measured when training stops, and about once a second during it. */
  readonly pruning: PruningCurve | null;
  /** Only of methods that run chains. */
  readonly chains: ChainDiagnostics | null;
  readonly stepsPerSecond: number;
  readonly backend: Backend;
}

import type { DatasetId, Interval, Point } from '../../model/datasets/index.ts';
import type { EstimatorKind, KlScheduleKind } from '../../model/estimators/index.ts';
import type { LikelihoodKind, Task } from '../../model/likelihoods/index.ts';
import type { MethodKind } from '../../model/methods/index.ts';
import type { ActivationKind, CellKind, NetworkKind } from '../../model/networks/index.ts';
import type { OptimizerKind } from '../../model/optimizers/index.ts';
import type { PriorKind, PriorParameters } from '../../model/priors/index.ts';

/** The panels a page can show, in reading order. */
export const panelIds = [
  'controls',
  'predictive',
  'cost',
  'calibration',
  'network',
  'weights',
  'objective',
  'step',
  'compare',
  'bandit',
] as const;
export type PanelId = (typeof panelIds)[number];

/** Those that are shown only when they are asked for: a network is drawn over its weights, the objective under its cost. */
const askedFor: readonly PanelId[] = ['network', 'objective', 'step', 'compare', 'bandit'];

/** Those that are shown unless a link says otherwise. */
export const usualPanels: readonly PanelId[] = panelIds.filter((id) => !askedFor.includes(id));

/** Whether the network is drawn: with its weights, or alone. */
export function showsNetwork({ view: { panels } }: Pick<Experiment, 'view'>): boolean {
  return panels.includes('network') || panels.includes('weights');
}

/** Which single draw of the weights is shown everywhere: none; always the same ε; that of each picture's step; ε = 0. */
export const drawModes = ['off', 'frozen', 'resampled', 'zero'] as const;
export type DrawMode = (typeof drawModes)[number];

/** When training that was asked to go on without end stops by itself. */
export const stopRules = ['converged', 'never'] as const;
export type StopRule = (typeof stopRules)[number];

/** What costs are told in. */
export const costUnits = ['nats', 'bits'] as const;
export type CostUnit = (typeof costUnits)[number];

/** Who plays the bandit, in the order of legends. */
export const banditAgentIds = ['thompson', 'greedy', 'epsilon-1', 'epsilon-5'] as const;
export type BanditAgentId = (typeof banditAgentIds)[number];

/** Which engine trains: the fastest that passes its self-test, or one that the person pinned. Never changes the algorithm. */
export const engineChoices = ['auto', 'wasm', 'webgl', 'tfjs', 'reference'] as const;
export type EngineChoice = (typeof engineChoices)[number];

/**
 * The one document everything flows from, every field filled in. Units are those of the data for `dataset` and
 * `likelihood.noise`; weights and their prior live on standardised inputs and targets when `dataset.standardize` is true.
 */
export interface Experiment {
  readonly version: 1;
  readonly seed: number;
  readonly dataset: {
    readonly id: DatasetId | 'custom';
    readonly size: number;
    readonly noise: number;
    /** `custom` only. */
    readonly points: readonly Point[];
    /** Of `custom`; registered data sets know theirs. */
    readonly task: Task;
    readonly standardize: boolean;
    /** `custom` only: what the plots show and where points can be added; null: fitted to the points. */
    readonly xDomain: Interval | null;
    readonly yDomain: Interval | null;
    /** Classes that generated data have, and custom ones at least. */
    readonly classes: number;
    /** Of recorded data with several measures: the two that are the inputs. */
    readonly inputs: readonly number[];
    /** Share of the rows that are held out; of data whose points are drawn by hand none are. */
    readonly testFraction: number;
    /** `custom` only: names of the inputs and, last, of the target; empty: none. */
    readonly columns: readonly string[];
    /** `custom` only: whether the inputs are the pixels of square images, row by row. */
    readonly images: boolean;
    /** `custom` only: what each class is called, by its number; empty: none. */
    readonly classNames: readonly string[];
  };
  readonly network: {
    readonly kind: NetworkKind;
    /** Units of each dense layer, or of each recurrent cell. */
    readonly hidden: readonly number[];
    readonly activation: ActivationKind;
    /** Convolutional: filters of each convolution, and the side of their kernels. */
    readonly channels: readonly number[];
    readonly kernelSize: number;
    /** Recurrent: the cell. */
    readonly cell: CellKind;
    /** Series: the time steps that a network sees of it. */
    readonly window: number;
    /** Recurrent: whether every minibatch has weights of its own, sharpened by its gradient (Bayes by Backprop only). */
    readonly sharpening: boolean;
  };
  readonly prior: PriorParameters & { readonly kind: PriorKind; readonly scaling: 'fixed' | 'fan-in' };
  readonly likelihood: {
    readonly kind: LikelihoodKind;
    /** Standard deviation of the noise in the data's units: fixed, or where learning starts. */
    readonly noise: number;
    readonly learn: boolean;
  };
  readonly inference: {
    readonly method: MethodKind;
    readonly estimator: EstimatorKind;
    readonly kl: 'analytic' | 'monte-carlo';
    /** Rows S of the [S, P] weights: Monte Carlo samples of every step, members of an ensemble, chains. */
    readonly samples: number;
    readonly batchSize: 'full' | number;
    readonly klSchedule: KlScheduleKind;
    /** β: 1 is Bayes by Backprop; anything else is no longer a bound. */
    readonly klWeight: number;
    /** Initial posterior standard deviation. */
    readonly initialSigma: number;
    readonly optimizer: { readonly kind: OptimizerKind; readonly learningRate: number };
    /** Probability with which MC dropout switches a hidden unit off. */
    readonly dropoutRate: number;
  };
  readonly prediction: {
    /** Draws S′ behind every band. */
    readonly samples: number;
    /** Central probability of the band. */
    readonly interval: number;
    /** Of a series: the index from which it is forecast; `tail`: where the held-out part begins. */
    readonly origin: 'tail' | number;
    /** Of a table: the input along which it is sliced, counted from 0; further ones mean the last. */
    readonly slice: number;
    /** Fraction of the weights, least signal to noise first, set to zero in every prediction; q is untouched. */
    readonly pruned: number;
  };
  /** The contextual bandit, a demonstration of its own: nothing of it touches the run. */
  readonly bandit: {
    readonly seed: number;
    readonly agents: readonly BanditAgentId[];
    /** Units of each of the two hidden layers. */
    readonly units: number;
    readonly priorSigma: number;
    /** Monte Carlo samples of every step. */
    readonly samples: number;
  };
  readonly view: {
    readonly panels: readonly PanelId[];
    readonly theme: 'system' | 'light' | 'dark';
    readonly autoplay: boolean;
    /** Inside another page: the compact bar, with the controls in a drawer. */
    readonly embed: boolean;
    readonly engine: EngineChoice;
    /** Train to this step on opening, then pause; 0: do not. */
    readonly step: number;
    /** Whether training without end rests when F stands still, and the step at which it does in any case; 0: at none. */
    readonly stop: StopRule;
    readonly stopAt: number;
    /** How B differs from A, field by field: `prior.sigma:0.3`; and a field with the values it is swept over. */
    readonly compare: readonly string[];
    readonly sweep: readonly string[];
    /** Goals that the page checks: `epistemic_0.5_below_0.1`. */
    readonly challenge: readonly string[];
    /** Large type and strokes, for a projector. */
    readonly present: boolean;
    readonly draw: DrawMode;
    /** Which of q's draws it is while it is frozen; the first ones are the thin curves of the prediction. */
    readonly drawIndex: number;
    readonly units: CostUnit;
  };
}

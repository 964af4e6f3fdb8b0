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

/** Panels that are shown only on request: the weights include the network, and the cost includes the objective. */
const onRequest: readonly PanelId[] = ['network', 'objective', 'step', 'compare', 'bandit'];

/** Panels that are shown by default. */
export const usualPanels: readonly PanelId[] = panelIds.filter((id) => !onRequest.includes(id));

/** The panels that stand for the usual ones in the simple level. */
const simplePanels: readonly PanelId[] = ['controls', 'predictive', 'cost', 'network', 'objective'];

/** Panels that are opened and closed by their own buttons. */
const openedPanels: readonly PanelId[] = ['step', 'compare', 'bandit'];

/** How many controls the page shows: those of a first visit, or all. */
export const controlLevels = ['simple', 'all'] as const;
export type ControlLevel = (typeof controlLevels)[number];

/** Whether the page has the layout of the simple level. An embed always has its own. */
export function isSimple({ view }: Pick<Experiment, 'view'>): boolean {
  return view.controls === 'simple' && !view.embed;
}

/** The panels on the page: those of the view, or fewer in the simple level if the view has the usual ones. */
export function shownPanels({ view }: Pick<Experiment, 'view'>): readonly PanelId[] {
  const { panels } = view;
  if (!isSimple({ view })) return panels;
  const opened = panels.filter((id) => openedPanels.includes(id));
  const isUsual =
    panels.length === usualPanels.length + opened.length && usualPanels.every((id) => panels.includes(id));
  return isUsual ? [...simplePanels, ...opened] : panels;
}

/** Whether the network is drawn, with its weights or alone. */
export function showsNetwork({ view: { panels } }: Pick<Experiment, 'view'>): boolean {
  return panels.includes('network') || panels.includes('weights');
}

/** Which single draw of the weights all plots show: none; one with a fixed ε; the one of each snapshot's step; ε = 0. */
export const drawModes = ['off', 'frozen', 'resampled', 'zero'] as const;
export type DrawMode = (typeof drawModes)[number];

/** How fast the page trains: held back so that learning can be followed, or as fast as the machine can. */
export const trainingSpeeds = ['slow', 'normal', 'flat-out'] as const;
export type TrainingSpeed = (typeof trainingSpeeds)[number];

/** When training without a number of steps stops by itself. */
export const stopRules = ['converged', 'never'] as const;
export type StopRule = (typeof stopRules)[number];

/** The unit of costs on the screen. */
export const costUnits = ['nats', 'bits'] as const;
export type CostUnit = (typeof costUnits)[number];

/** The agents of the bandit, in the order of legends. */
export const banditAgentIds = ['thompson', 'greedy', 'epsilon-1', 'epsilon-5'] as const;
export type BanditAgentId = (typeof banditAgentIds)[number];

/** Which engine trains: the fastest that passes its self-test (`auto`), or the named one. Never changes the algorithm. */
export const engineChoices = ['auto', 'wasm', 'webgl', 'tfjs', 'reference'] as const;
export type EngineChoice = (typeof engineChoices)[number];

/**
 * The document that determines a run and its page, with every field filled in. `dataset` and `likelihood.noise` are in the
 * units of the data; weights and their prior apply to standardised inputs and targets if `dataset.standardize` is true.
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
    /** Free for `custom`; otherwise that of the registered data set. */
    readonly task: Task;
    readonly standardize: boolean;
    /** `custom` only: the range of the plots, in which points can be added; null: fitted to the points. */
    readonly xDomain: Interval | null;
    readonly yDomain: Interval | null;
    /** Number of classes of generated data; minimum number of classes of custom data. */
    readonly classes: number;
    /** Indices of the two inputs among the measures of recorded data. */
    readonly inputs: readonly number[];
    /** Share of the rows that are held out. No effect where points are drawn and edited in the plot. */
    readonly testFraction: number;
    /** `custom` only: names of the inputs and, last, of the target; empty: none. */
    readonly columns: readonly string[];
    /** `custom` only: whether the inputs are the pixels of square images, row by row. */
    readonly images: boolean;
    /** `custom` only: the name of each class, by its number; empty: none. */
    readonly classNames: readonly string[];
  };
  readonly network: {
    readonly kind: NetworkKind;
    /** Units of each dense layer, or of each recurrent cell. */
    readonly hidden: readonly number[];
    readonly activation: ActivationKind;
    /** Convolutional: filters of each convolution. */
    readonly channels: readonly number[];
    /** Convolutional: side of every kernel in pixels, odd. */
    readonly kernelSize: number;
    /** Recurrent: the kind of cell. */
    readonly cell: CellKind;
    /** Series: time steps in the network's input. */
    readonly window: number;
    /** Recurrent, Bayes by Backprop: whether each minibatch sharpens the posterior by its gradient. */
    readonly sharpening: boolean;
  };
  readonly prior: PriorParameters & { readonly kind: PriorKind; readonly scaling: 'fixed' | 'fan-in' };
  readonly likelihood: {
    readonly kind: LikelihoodKind;
    /** Standard deviation of the noise in the data's units: fixed, or its initial value if `learn` is true. */
    readonly noise: number;
    readonly learn: boolean;
  };
  readonly inference: {
    readonly method: MethodKind;
    readonly estimator: EstimatorKind;
    readonly kl: 'analytic' | 'monte-carlo';
    /** S: Monte Carlo samples of each step, members of an ensemble, or chains. */
    readonly samples: number;
    readonly batchSize: 'full' | number;
    readonly klSchedule: KlScheduleKind;
    /** β: weight of the complexity cost. F is a bound on −log evidence for β = 1 only. */
    readonly klWeight: number;
    /** Initial posterior standard deviation. */
    readonly initialSigma: number;
    readonly optimizer: { readonly kind: OptimizerKind; readonly learningRate: number };
    /** Probability with which MC dropout switches a hidden unit off. */
    readonly dropoutRate: number;
  };
  readonly prediction: {
    /** S′: draws that each band is computed from. */
    readonly samples: number;
    /** Central probability of the band. */
    readonly interval: number;
    /** Series: the index from which it is forecast; `tail`: where the held-out part begins. */
    readonly origin: 'tail' | number;
    /** Table: index of the input along which it is sliced; an index beyond the last means the last. */
    readonly slice: number;
    /** Fraction of the weights set to zero in predictions, lowest |μ|/σ first. Training is not affected. */
    readonly pruned: number;
  };
  /** The contextual bandit, a separate demonstration that does not affect the run. */
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
    /** Compact layout inside another page, with the controls in a drawer. */
    readonly embed: boolean;
    readonly engine: EngineChoice;
    /** Train to this step on opening, then pause; 0: no training on opening. */
    readonly step: number;
    /** How fast training without a number of steps goes. */
    readonly speed: TrainingSpeed;
    readonly stop: StopRule;
    /** Training without a number of steps pauses at this step; 0: at none. */
    readonly stopAt: number;
    /** How B differs from A, a field each: `prior.sigma:0.3`. */
    readonly compare: readonly string[];
    /** A field, then the values it is swept over. */
    readonly sweep: readonly string[];
    /** Goals of a challenge: `epistemic_0.5_below_0.1`. */
    readonly challenge: readonly string[];
    /** Large type and strokes, for a projector. */
    readonly present: boolean;
    readonly draw: DrawMode;
    /** Index of the draw that `draw: 'frozen'` shows; the first ones are the thin curves of the prediction. */
    readonly drawIndex: number;
    readonly units: CostUnit;
    /** Whether a change of the prior, the noise or the points continues from the parameters as they are. */
    readonly continue: boolean;
    readonly controls: ControlLevel;
  };
}

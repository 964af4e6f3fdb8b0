import { datasets, MAX_INPUTS } from '../../model/datasets/index.ts';
import { estimators, klSchedules } from '../../model/estimators/index.ts';
import { likelihoods } from '../../model/likelihoods/index.ts';
import { methods } from '../../model/methods/index.ts';
import { activations, cells, networks } from '../../model/networks/index.ts';
import { optimizers } from '../../model/optimizers/index.ts';
import { priors } from '../../model/priors/index.ts';
import {
  defaultKl,
  defaultLearningRate,
  defaultLearnNoise,
  defaultLikelihood,
  defaultLikelihoodNoise,
  defaultTask,
  generatedDefaults,
  planeOf,
  sequenceOf,
} from './contextDefaults.ts';
import { defaultControls } from './controlLevel.ts';
import { dataDefaults } from './dataKinds.ts';
import {
  banditAgentIds,
  controlLevels,
  costUnits,
  drawModes,
  type Experiment,
  engineChoices,
  panelIds,
  stopRules,
  trainingSpeeds,
  usualPanels,
} from './experiment.ts';
import * as kinds from './schema.ts';

type Leaf = string | number | boolean | null | readonly unknown[];
type PathsOf<T> = {
  [K in keyof T & string]: T[K] extends Leaf ? K : `${K}.${PathsOf<T[K]>}`;
}[keyof T & string];
type ValueIn<T, P> = P extends `${infer K}.${infer Rest}`
  ? K extends keyof T
    ? ValueIn<T[K], Rest>
    : never
  : P extends keyof T
    ? T[P]
    : never;

/** The dotted path of every field: `inference.optimizer.learningRate`. */
export type FieldPath = Exclude<PathsOf<Experiment>, 'version'>;
export type ValueOf<P extends FieldPath> = ValueIn<Experiment, P>;

/** Reads a field of a partly filled experiment. A default may read only the fields above its own in the table. */
export type At = <P extends FieldPath>(path: P) => ValueOf<P>;

/** What is wrong with a field. The message begins with the path: `inference.samples: 0 is not between 1 and 64`. */
export interface Fault {
  readonly path: string;
  readonly message: string;
  /** The same in the names of the screen, for the people on the page. Absent: the message without the path. */
  readonly plain?: string;
}

/**
 * What a change touches, weakest first. Each effect includes those before it, except that `shape` says nothing about the
 * exact posterior p(w | D).
 * - `view`: only what the page shows. Not sent to the worker.
 * - `picture`: the snapshot. Parameters and F stay; the worker takes another snapshot. Includes the choice of engine.
 * - `objective`: F, or how its gradient is estimated and followed. Training continues; p(w | D) is unchanged.
 * - `posterior`: the data, the prior or the likelihood, and so p(w | D). Training begins afresh from the initial state, with
 *   the last picture as a ghost; with `view.continue` it continues from its parameters. An overlay ends. Axes and names of
 *   the data are included, because an overlay was computed for them.
 * - `shape`: the number or the meaning of the parameters, or their initial values. Training restarts, with a notice.
 */
export const effects = ['view', 'picture', 'objective', 'posterior', 'shape'] as const;
export type Effect = (typeof effects)[number];

/** A row of the table of fields. */
export interface Field<T> {
  readonly kind: kinds.Kind<T>;
  readonly default: T | ((at: At) => T);
  /** The strongest effect of a change of this field; `changesBetween` handles the exceptions. */
  readonly affects: Effect;
  /** When one of these fields changes, this one returns to its default. */
  readonly follows?: FieldPath | readonly FieldPath[];
}

const priorWidth = kinds.between(1e-4, 100);

/** Every field of the experiment, in the order in which links write them. */
export const fields: { readonly [P in FieldPath]: Field<ValueOf<P>> } = {
  seed: { kind: kinds.wholeBetween(0, 2 ** 32 - 1), default: 1, affects: 'shape' },

  'dataset.id': { kind: kinds.choice(datasetIds()), default: 'blundell', affects: 'shape' },
  'dataset.size': {
    kind: kinds.wholeBetween(1, 5000),
    default: (at) => generatedDefaults(at).size,
    affects: 'posterior',
    follows: 'dataset.id',
  },
  'dataset.noise': {
    kind: kinds.between(0, 1e9),
    default: (at) => generatedDefaults(at).noise,
    affects: 'posterior',
    follows: 'dataset.id',
  },
  'dataset.points': { kind: kinds.pointList, default: [], affects: 'posterior', follows: 'dataset.id' },
  'dataset.task': {
    kind: kinds.choice(['regression', 'classification']),
    default: defaultTask,
    affects: 'shape',
    follows: 'dataset.id',
  },
  'dataset.standardize': { kind: kinds.flag, default: true, affects: 'shape' },
  'dataset.xDomain': {
    kind: kinds.intervalOrNull,
    default: null,
    affects: 'posterior',
    follows: 'dataset.id',
  },
  'dataset.yDomain': {
    kind: kinds.intervalOrNull,
    default: null,
    affects: 'posterior',
    follows: 'dataset.id',
  },

  'dataset.classes': {
    kind: kinds.wholeBetween(2, 4),
    default: (at) => planeOf(at)?.classes ?? 2,
    affects: 'shape',
    follows: 'dataset.id',
  },
  'dataset.inputs': {
    kind: kinds.listOf(kinds.wholeBetween(0, 99), 2, 2, true),
    default: (at) => planeOf(at)?.inputs ?? [0, 1],
    affects: 'shape',
    follows: 'dataset.id',
  },
  'dataset.images': { kind: kinds.flag, default: false, affects: 'shape', follows: 'dataset.id' },
  'dataset.testFraction': {
    kind: kinds.between(0, 0.9),
    default: (at) => dataDefaults(at).testFraction,
    affects: 'shape',
    follows: ['dataset.id', 'dataset.images'],
  },

  'dataset.columns': {
    kind: kinds.listOf(kinds.name, 0, MAX_INPUTS + 1, false),
    default: [],
    affects: 'posterior',
    follows: 'dataset.id',
  },
  'dataset.classNames': {
    kind: kinds.listOf(kinds.name, 0, 100, false),
    default: [],
    affects: 'posterior',
    follows: 'dataset.id',
  },

  'network.kind': {
    kind: kinds.keyOf(networks),
    default: (at) => dataDefaults(at).network,
    affects: 'shape',
    follows: ['dataset.id', 'dataset.images'],
  },
  'network.hidden': {
    kind: kinds.listOf(kinds.wholeBetween(1, 512), 0, 6, false),
    default: (at) => networks[at('network.kind')].hidden,
    affects: 'shape',
    follows: 'network.kind',
  },
  'network.activation': {
    kind: kinds.keyOf(activations),
    default: (at) => networks[at('network.kind')].activation,
    affects: 'shape',
    follows: 'network.kind',
  },
  'network.channels': {
    kind: kinds.listOf(kinds.wholeBetween(1, 128), 1, 4, false),
    default: [16, 32],
    affects: 'shape',
  },
  'network.kernelSize': { kind: kinds.wholeBetween(1, 7), default: 3, affects: 'shape' },
  'network.cell': { kind: kinds.keyOf(cells), default: 'lstm', affects: 'shape' },
  'network.window': {
    kind: kinds.wholeBetween(1, 100),
    default: (at) => sequenceOf(at)?.window ?? 24,
    affects: 'shape',
    follows: 'dataset.id',
  },
  'network.sharpening': { kind: kinds.flag, default: false, affects: 'shape' },

  'prior.kind': { kind: kinds.keyOf(priors), default: 'gaussian', affects: 'posterior' },
  'prior.scaling': { kind: kinds.choice(['fixed', 'fan-in']), default: 'fixed', affects: 'posterior' },
  'prior.sigma': {
    kind: priorWidth,
    default: (at) => networks[at('network.kind')].priorSigma,
    affects: 'posterior',
    follows: 'network.kind',
  },
  'prior.pi': { kind: kinds.inside(0, 1), default: 0.5, affects: 'posterior' },
  'prior.sigma1': { kind: priorWidth, default: 1, affects: 'posterior' },
  'prior.sigma2': { kind: priorWidth, default: 0.1, affects: 'posterior' },
  'prior.scale': { kind: priorWidth, default: 1, affects: 'posterior' },

  'likelihood.kind': {
    kind: kinds.keyOf(likelihoods),
    default: defaultLikelihood,
    affects: 'shape',
    follows: ['dataset.task', 'dataset.classes'],
  },
  'likelihood.noise': {
    kind: kinds.above(0, 1e100),
    default: defaultLikelihoodNoise,
    affects: 'posterior',
    follows: 'dataset.id',
  },
  'likelihood.learn': {
    kind: kinds.flag,
    default: defaultLearnNoise,
    affects: 'posterior',
    follows: 'dataset.id',
  },

  'inference.method': { kind: kinds.keyOf(methods), default: 'bayes-by-backprop', affects: 'shape' },
  'inference.estimator': {
    kind: kinds.keyOf(estimators),
    default: (at) => networks[at('network.kind')].estimator,
    affects: 'objective',
    follows: ['network.kind', 'network.sharpening'],
  },
  'inference.kl': {
    kind: kinds.choice(['analytic', 'monte-carlo']),
    default: defaultKl,
    affects: 'objective',
    follows: 'prior.kind',
  },
  'inference.samples': {
    kind: kinds.wholeBetween(1, 64),
    default: (at) => dataDefaults(at).samples,
    affects: 'objective',
    follows: ['dataset.id', 'dataset.images'],
  },
  'inference.batchSize': {
    kind: kinds.wordOr('full', kinds.wholeBetween(1, 5000)),
    default: (at) => dataDefaults(at).batchSize,
    affects: 'objective',
    follows: ['dataset.id', 'dataset.images'],
  },
  'inference.klSchedule': { kind: kinds.keyOf(klSchedules), default: 'uniform', affects: 'objective' },
  'inference.klWeight': { kind: kinds.between(0, 1000), default: 1, affects: 'objective' },
  'inference.initialSigma': { kind: kinds.between(1e-4, 5), default: 0.05, affects: 'shape' },
  'inference.optimizer.kind': { kind: kinds.keyOf(optimizers), default: 'adam', affects: 'objective' },
  'inference.optimizer.learningRate': {
    kind: kinds.above(0, 1),
    default: defaultLearningRate,
    affects: 'objective',
    follows: ['inference.optimizer.kind', 'network.kind'],
  },
  'inference.dropoutRate': { kind: kinds.between(0.01, 0.9), default: 0.1, affects: 'objective' },

  'prediction.samples': {
    kind: kinds.wholeBetween(1, 500),
    default: (at) => dataDefaults(at).predictionSamples,
    affects: 'picture',
    follows: ['dataset.id', 'dataset.images'],
  },
  'prediction.interval': { kind: kinds.between(0.5, 0.99), default: 0.9, affects: 'picture' },
  'prediction.origin': {
    kind: kinds.wordOr('tail', kinds.wholeBetween(0, 5000)),
    default: 'tail',
    affects: 'picture',
    follows: 'dataset.id',
  },
  'prediction.slice': {
    kind: kinds.wholeBetween(0, MAX_INPUTS - 1),
    default: 0,
    affects: 'picture',
    follows: 'dataset.id',
  },
  'prediction.pruned': { kind: kinds.between(0, 1), default: 0, affects: 'picture' },

  'bandit.seed': { kind: kinds.wholeBetween(0, 2 ** 32 - 1), default: 1, affects: 'view' },
  'bandit.agents': {
    kind: kinds.listOf(kinds.choice(banditAgentIds), 1, banditAgentIds.length, true),
    default: banditAgentIds,
    affects: 'view',
  },
  'bandit.units': { kind: kinds.wholeBetween(1, 128), default: 20, affects: 'view' },
  'bandit.priorSigma': { kind: priorWidth, default: 0.5, affects: 'view' },
  'bandit.samples': { kind: kinds.wholeBetween(1, 16), default: 1, affects: 'view' },

  'view.panels': {
    kind: kinds.listOf(kinds.choice(panelIds), 1, panelIds.length, true),
    default: usualPanels,
    affects: 'picture',
  },
  'view.theme': { kind: kinds.choice(['system', 'light', 'dark']), default: 'system', affects: 'view' },
  'view.autoplay': { kind: kinds.flag, default: true, affects: 'view' },
  'view.embed': { kind: kinds.flag, default: false, affects: 'view' },
  'view.engine': { kind: kinds.choice(engineChoices), default: 'auto', affects: 'picture' },
  'view.step': { kind: kinds.wholeBetween(0, 1e6), default: 0, affects: 'view' },
  'view.speed': { kind: kinds.choice(trainingSpeeds), default: 'normal', affects: 'view' },
  'view.stop': { kind: kinds.choice(stopRules), default: 'converged', affects: 'view' },
  'view.stopAt': { kind: kinds.wholeBetween(0, 1e6), default: 0, affects: 'view' },
  'view.compare': { kind: kinds.listOf(kinds.term, 0, 12, true), default: [], affects: 'view' },
  'view.sweep': { kind: kinds.listOf(kinds.term, 0, 5, false), default: [], affects: 'view' },
  'view.challenge': { kind: kinds.listOf(kinds.goal, 0, 6, true), default: [], affects: 'view' },
  'view.present': { kind: kinds.flag, default: false, affects: 'view' },
  'view.draw': { kind: kinds.choice(drawModes), default: 'off', affects: 'picture' },
  'view.drawIndex': { kind: kinds.wholeBetween(0, 999_999), default: 0, affects: 'picture' },
  'view.units': { kind: kinds.choice(costUnits), default: 'nats', affects: 'view' },
  'view.continue': { kind: kinds.flag, default: false, affects: 'view' },
  // The last of the table: its default reads every other field.
  'view.controls': {
    kind: kinds.choice(controlLevels),
    default: (at) => defaultControls(at, fields),
    affects: 'view',
  },
};

export const fieldPaths = Object.keys(fields) as FieldPath[];

function datasetIds(): Experiment['dataset']['id'][] {
  return [...(Object.keys(datasets) as (keyof typeof datasets)[]), 'custom'];
}

/** Whether a text is the path of a field. */
export function isFieldPath(path: string): path is FieldPath {
  return Object.hasOwn(fields, path);
}

/** Whether a text is the path of a section, such as `inference.optimizer`. */
export function isSection(path: string): boolean {
  return fieldPaths.some((field) => field.startsWith(`${path}.`));
}

/** The field at a path, without the type of its value. */
export function fieldAt(path: FieldPath): Field<unknown> {
  return fields[path] as Field<unknown>;
}

/** The numbers that a field, or each item of a list, can be. Throws for fields that hold no numbers. */
export function rangeAt(path: FieldPath): kinds.NumberRange {
  const { range } = fieldAt(path).kind;
  if (!range) throw new Error(`invalid path; must be a field of numbers: ${path}`);
  return range;
}

/** How many items a list can have. Throws for fields that hold no list. */
export function lengthAt(path: FieldPath): { readonly minimum: number; readonly maximum: number } {
  const { length } = fieldAt(path).kind;
  if (!length) throw new Error(`invalid path; must be a field of lists: ${path}`);
  return length;
}

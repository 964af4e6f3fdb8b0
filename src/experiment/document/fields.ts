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
import { dataDefaults } from './dataKinds.ts';
import {
  banditAgentIds,
  costUnits,
  drawModes,
  type Experiment,
  engineChoices,
  panelIds,
  stopRules,
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

/** Reads a field of an experiment that may be only partly filled: those above it in the table are. */
export type At = <P extends FieldPath>(path: P) => ValueOf<P>;

/** Something wrong with a field. The message names the path too: `inference.samples: 0 is not between 1 and 64`. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

export interface Field<T> {
  readonly kind: kinds.Kind<T>;
  readonly default: T | ((at: At) => T);
  /** Whether a change starts training anew: the posterior of before would mean nothing after it. */
  readonly restarts: boolean;
  /** A change of that field, or of one of those, brings the default of this one back. */
  readonly follows?: FieldPath | readonly FieldPath[];
}

const priorWidth = kinds.between(1e-4, 100);

/** Every field of the experiment, in the order of links. Defaults look only at fields above their own. */
export const fields: { readonly [P in FieldPath]: Field<ValueOf<P>> } = {
  seed: { kind: kinds.wholeBetween(0, 2 ** 32 - 1), default: 1, restarts: true },

  'dataset.id': { kind: kinds.choice(datasetIds()), default: 'blundell', restarts: true },
  'dataset.size': {
    kind: kinds.wholeBetween(1, 5000),
    default: (at) => generatedDefaults(at).size,
    restarts: false,
    follows: 'dataset.id',
  },
  'dataset.noise': {
    kind: kinds.between(0, 1e9),
    default: (at) => generatedDefaults(at).noise,
    restarts: false,
    follows: 'dataset.id',
  },
  'dataset.points': { kind: kinds.pointList, default: [], restarts: false, follows: 'dataset.id' },
  'dataset.task': {
    kind: kinds.choice(['regression', 'classification']),
    default: defaultTask,
    restarts: true,
    follows: 'dataset.id',
  },
  'dataset.standardize': { kind: kinds.flag, default: true, restarts: true },
  'dataset.xDomain': { kind: kinds.intervalOrNull, default: null, restarts: false, follows: 'dataset.id' },
  'dataset.yDomain': { kind: kinds.intervalOrNull, default: null, restarts: false, follows: 'dataset.id' },

  'dataset.classes': {
    kind: kinds.wholeBetween(2, 4),
    default: (at) => planeOf(at)?.classes ?? 2,
    restarts: true,
    follows: 'dataset.id',
  },
  'dataset.inputs': {
    kind: kinds.listOf(kinds.wholeBetween(0, 99), 2, 2, true),
    default: (at) => planeOf(at)?.inputs ?? [0, 1],
    restarts: true,
    follows: 'dataset.id',
  },
  'dataset.images': { kind: kinds.flag, default: false, restarts: true, follows: 'dataset.id' },
  'dataset.testFraction': {
    kind: kinds.between(0, 0.9),
    default: (at) => dataDefaults(at).testFraction,
    restarts: true,
    follows: ['dataset.id', 'dataset.images'],
  },

  'dataset.columns': {
    kind: kinds.listOf(kinds.name, 0, MAX_INPUTS + 1, false),
    default: [],
    restarts: false,
    follows: 'dataset.id',
  },
  'dataset.classNames': {
    kind: kinds.listOf(kinds.name, 0, 100, false),
    default: [],
    restarts: false,
    follows: 'dataset.id',
  },

  'network.kind': {
    kind: kinds.keyOf(networks),
    default: (at) => dataDefaults(at).network,
    restarts: true,
    follows: ['dataset.id', 'dataset.images'],
  },
  'network.hidden': {
    kind: kinds.listOf(kinds.wholeBetween(1, 512), 0, 6, false),
    default: (at) => networks[at('network.kind')].hidden,
    restarts: true,
    follows: 'network.kind',
  },
  'network.activation': {
    kind: kinds.keyOf(activations),
    default: (at) => networks[at('network.kind')].activation,
    restarts: true,
    follows: 'network.kind',
  },
  'network.channels': {
    kind: kinds.listOf(kinds.wholeBetween(1, 128), 1, 4, false),
    default: [16, 32],
    restarts: true,
  },
  'network.kernelSize': { kind: kinds.wholeBetween(1, 7), default: 3, restarts: true },
  'network.cell': { kind: kinds.keyOf(cells), default: 'lstm', restarts: true },
  'network.window': {
    kind: kinds.wholeBetween(1, 100),
    default: (at) => sequenceOf(at)?.window ?? 24,
    restarts: true,
    follows: 'dataset.id',
  },
  'network.sharpening': { kind: kinds.flag, default: false, restarts: true },

  'prior.kind': { kind: kinds.keyOf(priors), default: 'gaussian', restarts: false },
  'prior.scaling': { kind: kinds.choice(['fixed', 'fan-in']), default: 'fixed', restarts: false },
  'prior.sigma': {
    kind: priorWidth,
    default: (at) => networks[at('network.kind')].priorSigma,
    restarts: false,
    follows: 'network.kind',
  },
  'prior.pi': { kind: kinds.inside(0, 1), default: 0.5, restarts: false },
  'prior.sigma1': { kind: priorWidth, default: 1, restarts: false },
  'prior.sigma2': { kind: priorWidth, default: 0.1, restarts: false },
  'prior.scale': { kind: priorWidth, default: 1, restarts: false },

  'likelihood.kind': {
    kind: kinds.keyOf(likelihoods),
    default: defaultLikelihood,
    restarts: true,
    follows: ['dataset.task', 'dataset.classes'],
  },
  'likelihood.noise': {
    kind: kinds.above(0, 1e9),
    default: defaultLikelihoodNoise,
    restarts: false,
    follows: 'dataset.id',
  },
  'likelihood.learn': {
    kind: kinds.flag,
    default: defaultLearnNoise,
    restarts: false,
    follows: 'dataset.id',
  },

  'inference.method': { kind: kinds.keyOf(methods), default: 'bayes-by-backprop', restarts: true },
  'inference.estimator': {
    kind: kinds.keyOf(estimators),
    default: (at) => networks[at('network.kind')].estimator,
    restarts: false,
    follows: ['network.kind', 'network.sharpening'],
  },
  'inference.kl': {
    kind: kinds.choice(['analytic', 'monte-carlo']),
    default: defaultKl,
    restarts: false,
    follows: 'prior.kind',
  },
  'inference.samples': {
    kind: kinds.wholeBetween(1, 64),
    default: (at) => dataDefaults(at).samples,
    restarts: false,
    follows: ['dataset.id', 'dataset.images'],
  },
  'inference.batchSize': {
    kind: kinds.wordOr('full', kinds.wholeBetween(1, 5000)),
    default: (at) => dataDefaults(at).batchSize,
    restarts: false,
    follows: ['dataset.id', 'dataset.images'],
  },
  'inference.klSchedule': { kind: kinds.keyOf(klSchedules), default: 'uniform', restarts: false },
  'inference.klWeight': { kind: kinds.between(0, 1000), default: 1, restarts: false },
  'inference.initialSigma': { kind: kinds.between(1e-4, 5), default: 0.05, restarts: true },
  'inference.optimizer.kind': { kind: kinds.keyOf(optimizers), default: 'adam', restarts: false },
  'inference.optimizer.learningRate': {
    kind: kinds.above(0, 1),
    default: defaultLearningRate,
    restarts: false,
    follows: ['inference.optimizer.kind', 'network.kind'],
  },
  'inference.dropoutRate': { kind: kinds.between(0.01, 0.9), default: 0.1, restarts: false },

  'prediction.samples': {
    kind: kinds.wholeBetween(1, 500),
    default: (at) => dataDefaults(at).predictionSamples,
    restarts: false,
    follows: ['dataset.id', 'dataset.images'],
  },
  'prediction.interval': { kind: kinds.between(0.5, 0.99), default: 0.9, restarts: false },
  'prediction.origin': {
    kind: kinds.wordOr('tail', kinds.wholeBetween(0, 5000)),
    default: 'tail',
    restarts: false,
    follows: 'dataset.id',
  },
  'prediction.slice': {
    kind: kinds.wholeBetween(0, MAX_INPUTS - 1),
    default: 0,
    restarts: false,
    follows: 'dataset.id',
  },
  'prediction.pruned': { kind: kinds.between(0, 1), default: 0, restarts: false },

  'bandit.seed': { kind: kinds.wholeBetween(0, 2 ** 32 - 1), default: 1, restarts: false },
  'bandit.agents': {
    kind: kinds.listOf(kinds.choice(banditAgentIds), 1, banditAgentIds.length, true),
    default: banditAgentIds,
    restarts: false,
  },
  'bandit.units': { kind: kinds.wholeBetween(1, 128), default: 20, restarts: false },
  'bandit.priorSigma': { kind: priorWidth, default: 0.5, restarts: false },
  'bandit.samples': { kind: kinds.wholeBetween(1, 16), default: 1, restarts: false },

  'view.panels': {
    kind: kinds.listOf(kinds.choice(panelIds), 1, panelIds.length, true),
    default: usualPanels,
    restarts: false,
  },
  'view.theme': { kind: kinds.choice(['system', 'light', 'dark']), default: 'system', restarts: false },
  'view.autoplay': { kind: kinds.flag, default: true, restarts: false },
  'view.embed': { kind: kinds.flag, default: false, restarts: false },
  'view.engine': { kind: kinds.choice(engineChoices), default: 'auto', restarts: false },
  'view.step': { kind: kinds.wholeBetween(0, 1e6), default: 0, restarts: false },
  'view.stop': { kind: kinds.choice(stopRules), default: 'converged', restarts: false },
  'view.stopAt': { kind: kinds.wholeBetween(0, 1e6), default: 0, restarts: false },
  'view.compare': { kind: kinds.listOf(kinds.term, 0, 12, true), default: [], restarts: false },
  'view.sweep': { kind: kinds.listOf(kinds.term, 0, 5, false), default: [], restarts: false },
  'view.challenge': { kind: kinds.listOf(kinds.goal, 0, 6, true), default: [], restarts: false },
  'view.present': { kind: kinds.flag, default: false, restarts: false },
  'view.draw': { kind: kinds.choice(drawModes), default: 'off', restarts: false },
  'view.drawIndex': { kind: kinds.wholeBetween(0, 999_999), default: 0, restarts: false },
  'view.units': { kind: kinds.choice(costUnits), default: 'nats', restarts: false },
};

export const fieldPaths = Object.keys(fields) as FieldPath[];

function datasetIds(): Experiment['dataset']['id'][] {
  return [...(Object.keys(datasets) as (keyof typeof datasets)[]), 'custom'];
}

/** Whether a text is the path of a field. */
export function isFieldPath(path: string): path is FieldPath {
  return Object.hasOwn(fields, path);
}

/** Whether a text is a path that fields lie under, such as `inference.optimizer`. */
export function isSection(path: string): boolean {
  return fieldPaths.some((field) => field.startsWith(`${path}.`));
}

/** A field whose type of value does not matter. */
export function fieldAt(path: FieldPath): Field<unknown> {
  return fields[path] as Field<unknown>;
}

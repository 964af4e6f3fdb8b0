import { t } from '../../i18n/index.ts';
import { formatPlain } from '../../i18n/numbers.ts';
import { datasetOfKind, datasets, MIN_SIDE } from '../../model/datasets/index.ts';
import { estimators } from '../../model/estimators/index.ts';
import { likelihoods } from '../../model/likelihoods/index.ts';
import { methods } from '../../model/methods/index.ts';
import { imageSide, maxConvolutions } from '../../model/networks/index.ts';
import { priors } from '../../model/priors/index.ts';
import { inputCountOf } from './dataKinds.ts';
import { valueAt } from './defaults.ts';
import type { Experiment } from './experiment.ts';
import type { Fault, FieldPath } from './fields.ts';
import { pictureKindOf } from './pictureKind.ts';
import { seriesOf } from './series.ts';

/** Classes that a data set can have. */
const MAX_CLASSES = 100;

/** A law about several fields, each legal by itself. */
interface Rule {
  /** What it looks at. A fault names the first; the others may be to blame too. */
  readonly reads: readonly [FieldPath, ...FieldPath[]];
  /** What is wrong, or null. */
  readonly fault: (experiment: Experiment) => string | null;
}

type CustomPath = `dataset.${'points' | 'xDomain' | 'yDomain' | 'columns' | 'classNames' | 'images'}`;

const onlyCustom = (path: CustomPath): Rule => ({
  reads: [path, 'dataset.id'],
  fault: (experiment) => {
    const value = valueAt(experiment, path);
    const empty = !value || (value !== true && value.length === 0);
    return empty || experiment.dataset.id === 'custom' ? null : t('only where dataset.id is custom');
  },
});

const rules: readonly Rule[] = [
  onlyCustom('dataset.points'),
  onlyCustom('dataset.xDomain'),
  onlyCustom('dataset.yDomain'),
  onlyCustom('dataset.columns'),
  onlyCustom('dataset.classNames'),
  onlyCustom('dataset.images'),
  {
    reads: ['dataset.images', 'dataset.points', 'dataset.task'],
    fault: ({ dataset: { images, points, task } }) => {
      const inputs = points[0]?.x.length;
      if (!images || inputs === undefined) return null;
      if (task === 'regression') return t('images have classes; dataset.task must be classification');
      return (imageSide(inputs) ?? 0) < MIN_SIDE
        ? t(
            'the points have {inputs, plural, one {# input} other {# inputs}}, no square of at least {side} × {side} pixels',
            { inputs, side: MIN_SIDE },
          )
        : null;
    },
  },
  {
    reads: ['dataset.columns', 'dataset.points'],
    fault: ({ dataset: { columns, points } }) => {
      const inputs = points[0]?.x.length;
      if (columns.length === 0 || inputs === undefined || columns.length === inputs + 1) return null;
      return t(
        '{names} names; the points have {inputs, plural, one {# input} other {# inputs}} and a target, {all} in all',
        { names: columns.length, inputs, all: inputs + 1 },
      );
    },
  },
  {
    reads: ['dataset.points'],
    fault: ({ dataset: { points } }) => {
      const width = points[0]?.x.length ?? 1;
      const odd = points.findIndex(({ x }) => x.length !== width);
      return odd < 0
        ? null
        : t('point {index} has {inputs} inputs, the first has {width}', {
            index: odd,
            inputs: points[odd]!.x.length,
            width,
          });
    },
  },
  {
    reads: ['dataset.points', 'dataset.task'],
    fault: ({ dataset: { points, task } }) => {
      const odd = points.findIndex(({ y }) => !Number.isInteger(y) || y < 0 || y >= MAX_CLASSES);
      return task === 'regression' || odd < 0
        ? null
        : t('y of point {index} is {y}; a class is a whole number from 0 to {last}', {
            index: odd,
            y: formatPlain(points[odd]!.y),
            last: MAX_CLASSES - 1,
          });
    },
  },
  {
    reads: ['dataset.task', 'dataset.id'],
    fault: ({ dataset: { id, task } }) =>
      id === 'custom' || datasets[id].task === task
        ? null
        : t('{id} is a data set for {task}', { id, task: datasets[id].task }),
  },
  {
    reads: ['likelihood.kind', 'dataset.task'],
    fault: ({ likelihood: { kind }, dataset: { task } }) =>
      likelihoods[kind].task === task
        ? null
        : t('{kind} is a likelihood for {its}, not {task}', { kind, its: likelihoods[kind].task, task }),
  },
  {
    reads: ['dataset.classes', 'dataset.id'],
    fault: ({ dataset: { id, classes } }) => {
      const dataset = datasetOfKind(id, 'plane');
      if (!dataset) return null;
      const [least, most] = dataset.classesVary
        ? [2, dataset.classNames.length]
        : [dataset.classes, dataset.classes];
      if (classes >= least && classes <= most) return null;
      return least === most
        ? t('{classes}, and {id} has {most} classes', { classes, id, most })
        : t('{classes}, and {id} has {least} to {most} classes', { classes, id, least, most });
    },
  },
  {
    reads: ['dataset.inputs', 'dataset.id'],
    fault: ({ dataset: { id, inputs } }) => {
      const last = (datasetOfKind(id, 'plane')?.measures.length ?? 2) - 1;
      return inputs.every((input) => input <= last)
        ? null
        : t('{id} has the measures 0 to {last}', { id, last });
    },
  },
  {
    reads: ['likelihood.kind', 'dataset.points', 'dataset.classes'],
    fault: (experiment) => {
      const { points, classes } = experiment.dataset;
      const many = classes > 2 || pictureKindOf(experiment) === 'images' || points.some(({ y }) => y > 1);
      return experiment.likelihood.kind === 'bernoulli' && many
        ? t('bernoulli has two classes, 0 and 1; must be categorical')
        : null;
    },
  },
  {
    reads: ['inference.method', 'prior.kind'],
    fault: ({ prior, inference }) =>
      inference.method === 'laplace' && !priors[prior.kind].precision
        ? t('laplace needs a prior of one curvature everywhere: gaussian, not {kind}', { kind: prior.kind })
        : null,
  },
  {
    reads: ['network.kind', 'network.channels', 'dataset.id', 'dataset.points'],
    fault: (experiment) => {
      const { kind, channels } = experiment.network;
      if (kind !== 'convolutional') return null;
      const inputs = inputCountOf(experiment);
      const side = imageSide(inputs);
      if (side === null || side < 2)
        return t(
          'convolutional needs square images; the data have {inputs, plural, one {# input} other {# inputs}}',
          { inputs },
        );
      const most = maxConvolutions(side);
      return channels.length <= most
        ? null
        : t(
            'convolutional halves an image with each of network.channels: at most {most} of them for {side} × {side}',
            { most, side },
          );
    },
  },
  {
    reads: ['network.window', 'dataset.id', 'dataset.size'],
    fault: (experiment) => {
      const series = seriesOf(experiment);
      if (!series) return null;
      const most = series.values.length - series.dataset.transformation.lag - 2;
      return experiment.network.window <= most
        ? null
        : t('{steps} steps leave nothing to predict of {length}; at most {most}', {
            steps: experiment.network.window,
            length: series.values.length,
            most,
          });
    },
  },
  {
    reads: ['network.kernelSize'],
    fault: ({ network: { kernelSize } }) =>
      kernelSize % 2 === 1
        ? null
        : t('{size} is not odd; a kernel has a middle: 1, 3, 5 or 7', { size: kernelSize }),
  },
  {
    reads: ['inference.estimator', 'network.kind'],
    fault: ({ inference: { estimator }, network: { kind } }) =>
      kind === 'recurrent' && !estimators[estimator].supportsRecurrent
        ? t(
            '{estimator} draws anew at every time step; a recurrent network has one draw for a series: weight-sampling or flipout',
            { estimator },
          )
        : null,
  },
  {
    reads: ['inference.estimator', 'network.sharpening', 'network.kind'],
    fault: ({ inference: { estimator }, network: { kind, sharpening } }) =>
      kind === 'recurrent' && sharpening && !estimators[estimator].sharesWeightsAcrossBatch
        ? t(
            '{estimator} gives every example a draw of its own; network.sharpening moves one draw of all: weight-sampling',
            { estimator },
          )
        : null,
  },
  {
    reads: ['inference.method', 'network.kind'],
    fault: ({ inference: { method }, network: { kind } }) =>
      kind === 'dense' || !methods[method].denseOnly
        ? null
        : t('{method} works for dense networks, not {kind} ones', { method, kind }),
  },
  {
    reads: ['prior.sigma1', 'prior.sigma2'],
    fault: ({ prior: { sigma1, sigma2 } }) =>
      sigma1 > sigma2
        ? null
        : t('{sigma1} is not above prior.sigma2, which is {sigma2}', {
            sigma1: formatPlain(sigma1),
            sigma2: formatPlain(sigma2),
          }),
  },
  {
    reads: ['inference.kl', 'prior.kind'],
    fault: ({ prior, inference }) =>
      inference.kl === 'analytic' && !priors[prior.kind].divergence
        ? t('there is no closed form for the prior {kind}; must be monte-carlo', { kind: prior.kind })
        : null,
  },
];

/** The rules that an experiment breaks; not those about the fields that are known to be wrong. */
export function brokenRules(experiment: Experiment, wrong: ReadonlySet<string> = new Set()): readonly Rule[] {
  return rules.filter(
    ({ reads, fault }) => !reads.some((path) => wrong.has(path)) && fault(experiment) !== null,
  );
}

/** What the rules say against an experiment. */
export function ruleFaults(experiment: Experiment, wrong?: ReadonlySet<string>): readonly Fault[] {
  return brokenRules(experiment, wrong).map(({ reads: [path], fault }) => ({
    path,
    message: `${path}: ${fault(experiment)}`,
  }));
}

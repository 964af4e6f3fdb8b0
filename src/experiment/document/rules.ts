import { t } from '../../i18n/index.ts';
import { formatPlain } from '../../i18n/numbers.ts';
import { datasetOfKind, datasets, MIN_SIDE } from '../../model/datasets/index.ts';
import { estimators } from '../../model/estimators/index.ts';
import { likelihoods } from '../../model/likelihoods/index.ts';
import { methods } from '../../model/methods/index.ts';
import { imageSide, maxConvolutions, networks } from '../../model/networks/index.ts';
import { priors } from '../../model/priors/index.ts';
import { inputCountOf } from './dataKinds.ts';
import { valueAt } from './defaults.ts';
import type { Experiment } from './experiment.ts';
import type { Fault, FieldPath } from './fields.ts';
import { pictureKindOf } from './pictureKind.ts';
import { seriesOf } from './series.ts';

/** Classes that data can have. */
const MAX_CLASSES = 100;

/** A constraint on several fields, each legal by itself. */
export interface Rule {
  /** The fields it reads. A fault names the first; each of the others may be the one to change. */
  readonly reads: readonly [FieldPath, ...FieldPath[]];
  /**
   * What is wrong, or null. A link's notice shows it after the path; a control shows it next to the field or under the
   * menu entry that it excludes: it uses the names on the screen.
   */
  readonly fault: (experiment: Experiment) => string | null;
}

type CustomPath = `dataset.${'points' | 'xDomain' | 'yDomain' | 'columns' | 'classNames' | 'images'}`;

const onlyCustom = (path: CustomPath): Rule => ({
  reads: [path, 'dataset.id'],
  fault: (experiment) => {
    const value = valueAt(experiment, path);
    const empty = !value || (value !== true && value.length === 0);
    return empty || experiment.dataset.id === 'custom'
      ? null
      : t('only for your own data (dataset.id is custom)');
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
      if (task === 'regression') return t('images need classes; dataset.task must be classification');
      return (imageSide(inputs) ?? 0) < MIN_SIDE
        ? t(
            'a point has {inputs, plural, one {# input} other {# inputs}}, which do not form a square of at least {side} × {side} pixels',
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
        '{names} names for {inputs, plural, one {# input} other {# inputs}} and a target; there must be {all}',
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
        : t('the data set “{dataset}” is for {its}, not {task}', {
            dataset: t(datasets[id].label),
            its: datasets[id].task,
            task,
          }),
  },
  {
    reads: ['likelihood.kind', 'dataset.task'],
    fault: ({ likelihood: { kind }, dataset: { task } }) =>
      likelihoods[kind].task === task
        ? null
        : t('the likelihood “{likelihood}” is for {its}, not {task}', {
            likelihood: t(likelihoods[kind].label),
            its: likelihoods[kind].task,
            task,
          }),
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
      const values = { dataset: t(dataset.label), classes, least, most };
      return least === most
        ? t('the data set “{dataset}” has {most} classes, not {classes}', values)
        : t('the data set “{dataset}” has {least} to {most} classes, not {classes}', values);
    },
  },
  {
    reads: ['dataset.inputs', 'dataset.id'],
    fault: ({ dataset: { id, inputs } }) => {
      const last = (datasetOfKind(id, 'plane')?.measures.length ?? 2) - 1;
      return inputs.every((input) => input <= last)
        ? null
        : t('these data have the measures 0 to {last}', { last });
    },
  },
  {
    reads: ['likelihood.kind', 'dataset.points', 'dataset.classes'],
    fault: (experiment) => {
      const { points, classes } = experiment.dataset;
      const likelihood = likelihoods[experiment.likelihood.kind];
      if (likelihood.task !== 'classification') return null;
      const { maxClasses } = likelihood;
      // Images have one output for each class, even where there are two.
      if (maxClasses === 2 && pictureKindOf(experiment) === 'images')
        return t('images need a likelihood for any number of classes');
      return classes > maxClasses || points.some(({ y }) => y >= maxClasses)
        ? t('the likelihood “{likelihood}” is for {most} classes; these data have more', {
            likelihood: t(likelihood.label),
            most: maxClasses,
          })
        : null;
    },
  },
  {
    reads: ['inference.method', 'prior.kind'],
    fault: ({ prior, inference }) => {
      const method = methods[inference.method];
      return method.curvature && !priors[prior.kind].precision
        ? t('{method} needs a prior with the same curvature everywhere; the prior “{prior}” has none', {
            method: t(method.label),
            prior: t(priors[prior.kind].label),
          })
        : null;
    },
  },
  {
    reads: ['network.kind', 'network.channels', 'dataset.id', 'dataset.points'],
    fault: (experiment) => {
      const { kind, channels } = experiment.network;
      if (!networks[kind].hasConvolutions) return null;
      const inputs = inputCountOf(experiment);
      const side = imageSide(inputs);
      if (side === null || side < 2)
        return t(
          'convolutions need square images; these data have {inputs, plural, one {# input} other {# inputs}}',
          { inputs },
        );
      const most = maxConvolutions(side);
      return channels.length <= most
        ? null
        : t(
            'each convolution halves the image; {side} × {side} pixels allow {most, plural, one {# convolution} other {# convolutions}}',
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
        : t('a window of {steps} steps leaves nothing to predict of a series of {length}; at most {most}', {
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
        : t('{size} is not odd; a filter needs a middle pixel: 1, 3, 5 or 7', { size: kernelSize }),
  },
  {
    reads: ['inference.estimator', 'network.kind'],
    fault: ({ inference: { estimator }, network: { kind } }) =>
      networks[kind].hasCells && !estimators[estimator].supportsRecurrent
        ? t('{estimator} draws anew at every step of a series; a recurrent network needs one draw for all', {
            estimator: t(estimators[estimator].label),
          })
        : null,
  },
  {
    reads: ['inference.estimator', 'network.sharpening', 'network.kind'],
    fault: ({ inference: { estimator }, network: { kind, sharpening } }) =>
      networks[kind].hasCells && sharpening && !estimators[estimator].sharesWeightsAcrossBatch
        ? t('{estimator} draws anew for every example; a sharpened posterior needs one draw for all', {
            estimator: t(estimators[estimator].label),
          })
        : null,
  },
  {
    reads: ['inference.method', 'network.kind'],
    fault: ({ inference, network: { kind } }) => {
      const method = methods[inference.method];
      return networks[kind].fullyConnected || !method.denseOnly
        ? null
        : t('{method} works for fully connected networks only', { method: t(method.label) });
    },
  },
  {
    reads: ['prior.sigma1', 'prior.sigma2'],
    fault: ({ prior: { sigma1, sigma2 } }) =>
      sigma1 > sigma2
        ? null
        : t('the wide width σ₁ = {sigma1} is not above the narrow width σ₂ = {sigma2}', {
            sigma1: formatPlain(sigma1),
            sigma2: formatPlain(sigma2),
          }),
  },
  {
    reads: ['inference.kl', 'prior.kind'],
    fault: ({ prior, inference }) =>
      inference.kl === 'analytic' && !priors[prior.kind].divergence
        ? t('the prior “{prior}” has no analytic KL; choose Monte Carlo', {
            prior: t(priors[prior.kind].label),
          })
        : null,
  },
];

/** The rules that an experiment breaks, without those that read a field in `wrong`: their verdict would mean nothing. */
export function brokenRules(experiment: Experiment, wrong: ReadonlySet<string> = new Set()): readonly Rule[] {
  return rules.filter(
    ({ reads, fault }) => !reads.some((path) => wrong.has(path)) && fault(experiment) !== null,
  );
}

/** A fault for each broken rule. wrong: fields whose values are refused already. */
export function ruleFaults(experiment: Experiment, wrong?: ReadonlySet<string>): readonly Fault[] {
  return brokenRules(experiment, wrong).map(({ reads: [path], fault }) => ({
    path,
    message: `${path}: ${fault(experiment)}`,
  }));
}

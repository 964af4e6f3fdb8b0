import * as fc from 'fast-check';
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
} from '../../../src/experiment/document/experiment.ts';
import { datasets } from '../../../src/model/datasets/index.ts';
import { estimators, klSchedules } from '../../../src/model/estimators/index.ts';
import { likelihoods } from '../../../src/model/likelihoods/index.ts';
import { methods } from '../../../src/model/methods/index.ts';
import { activations, cells, networks } from '../../../src/model/networks/index.ts';
import { optimizers } from '../../../src/model/optimizers/index.ts';
import { priors } from '../../../src/model/priors/index.ts';

/** Runs of every property, from one seed. */
export const runs = { seed: 2015, numRuns: 200 } as const;

const double = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const positive = (max: number) => fc.double({ min: 0, max, noNaN: true, minExcluded: true });
const interval = fc
  .tuple(double(-1e9, 1e9), double(-1e9, 1e9))
  .filter(([a, b]) => a !== b)
  .map(([a, b]): readonly [number, number] => (a < b ? [a, b] : [b, a]));
/** Any key of a registry, so that new entries are generated too. */
const kinds = <T extends string>(registry: Record<T, unknown>) =>
  fc.constantFrom(...(Object.keys(registry) as T[]));

/** Values of fields without a registry; the types require a new value here. */
const scalings: Record<Experiment['prior']['scaling'], true> = { fixed: true, 'fan-in': true };
const klKinds: Record<Experiment['inference']['kl'], true> = { analytic: true, 'monte-carlo': true };
const themes: Record<Experiment['view']['theme'], true> = { system: true, light: true, dark: true };

export const anyPoint = fc.record(
  { x: fc.tuple(double(-1e9, 1e9)).map(([x]) => [x]), y: double(-1e9, 1e9) },
  { noNullPrototype: true },
);

/** Points with `inputs` inputs each, and classes as targets. */
const classPoints = fc.integer({ min: 1, max: 4 }).chain((inputs) =>
  fc.array(
    fc.record({
      x: fc.array(double(-1e9, 1e9), { minLength: inputs, maxLength: inputs }),
      y: fc.integer({ min: 0, max: 99 }),
    }),
    { maxLength: 40 },
  ),
);

const generated = kinds(datasets).chain((id) => {
  const dataset = datasets[id];
  const plane = dataset.kind === 'plane' ? dataset : null;
  const measures = plane?.measures.length ?? 2;
  return fc.record({
    id: fc.constant(id),
    points: fc.constant([]),
    xDomain: fc.constant(null),
    yDomain: fc.constant(null),
    task: fc.constant(dataset.task),
    classes: plane?.classesVary
      ? fc.integer({ min: 2, max: plane.classNames.length })
      : fc.constant(plane?.classes ?? 2),
    testFraction: double(0, 0.9),
    columns: fc.constant([]),
    images: fc.constant(false),
    classNames: fc.constant([]),
    inputs: fc.uniqueArray(fc.integer({ min: 0, max: measures - 1 }), { minLength: 2, maxLength: 2 }),
  });
});
const name = fc.oneof(
  fc.constantFrom('none', '~', 'a,b', '100 %', 'a&b=c#d', 'größe', '%2C', 'no. 4e', 'a.b'),
  fc
    .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
    .filter((text) => text.length <= 60 && text.trim() === text && !/\p{Surrogate}/u.test(text)),
);
const choice = {
  images: fc.constant(false),
  classNames: fc.array(name, { maxLength: 5 }),
  classes: fc.integer({ min: 2, max: 4 }),
  inputs: fc.constantFrom([0, 1], [1, 0]),
  testFraction: double(0, 0.9),
};
/** Names for the points of a data set, or none. */
const withNames = <T extends { readonly points: readonly { readonly x: readonly number[] }[] }>(
  dataset: T,
) => {
  const columns = (dataset.points[0]?.x.length ?? 1) + 1;
  return fc
    .oneof(fc.constant([]), fc.array(name, { minLength: columns, maxLength: columns }))
    .map((names) => ({ ...dataset, columns: names }));
};
const custom = fc.record({
  id: fc.constant('custom' as const),
  points: fc.array(anyPoint, { maxLength: 40 }),
  xDomain: fc.option(interval),
  yDomain: fc.option(interval),
  task: fc.constant('regression' as const),
  ...choice,
});
const classes = fc.record({
  id: fc.constant('custom' as const),
  points: classPoints,
  xDomain: fc.option(interval),
  yDomain: fc.constant(null),
  task: fc.constant('classification' as const),
  ...choice,
});

/** Images of 6 × 6 pixels. */
const images = fc
  .array(
    fc.record({
      x: fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 36, maxLength: 36 }),
      y: fc.integer({ min: 0, max: 99 }),
    }),
    { maxLength: 6 },
  )
  .map((points) => ({
    id: 'custom' as const,
    points,
    xDomain: null,
    yDomain: null,
    task: 'classification' as const,
    classes: 2,
    inputs: [0, 1],
    testFraction: 0.2,
    images: points.length > 0,
    classNames: [],
  }));

const anyDataset: fc.Arbitrary<Experiment['dataset']> = fc
  .tuple(
    fc.oneof(generated, custom.chain(withNames), classes.chain(withNames), images.chain(withNames)),
    fc.record({
      size: fc.integer({ min: 1, max: 5000 }),
      noise: double(0, 1e9),
      standardize: fc.boolean(),
    }),
  )
  .map(([which, rest]) => ({ ...which, ...rest }));

const anyPrior: fc.Arbitrary<Experiment['prior']> = fc
  .record({
    kind: kinds(priors),
    scaling: kinds(scalings),
    sigma: double(1e-4, 100),
    pi: fc.double({ min: 0, max: 1, noNaN: true, minExcluded: true, maxExcluded: true }),
    sigma1: double(1e-4, 100),
    sigma2: double(1e-4, 100),
    scale: double(1e-4, 100),
  })
  .filter(({ sigma1, sigma2 }) => sigma1 !== sigma2)
  .map((prior) => ({
    ...prior,
    sigma1: Math.max(prior.sigma1, prior.sigma2),
    sigma2: Math.min(prior.sigma1, prior.sigma2),
  }));

const anyInference: fc.Arbitrary<Experiment['inference']> = fc.record({
  method: kinds(methods),
  estimator: kinds(estimators),
  kl: kinds(klKinds),
  samples: fc.integer({ min: 1, max: 64 }),
  batchSize: fc.oneof(fc.constant('full' as const), fc.integer({ min: 1, max: 5000 })),
  klSchedule: kinds(klSchedules),
  klWeight: double(0, 1000),
  initialSigma: double(1e-4, 5),
  optimizer: fc.record({ kind: kinds(optimizers), learningRate: positive(1) }),
  dropoutRate: double(0.01, 0.9),
});

const anyTerm = fc
  .string({ unit: fc.constantFrom(...'azAZ09.:_-'), minLength: 1, maxLength: 80 })
  .filter((text) => text !== 'none');

const anyGoal = fc
  .tuple(
    fc.constantFrom('epistemic_0.5', 'mean_-2', 'points', 'rmse', 'complexity'),
    fc.constantFrom('below', 'above'),
    fc.integer({ min: -50, max: 50 }),
  )
  .map((parts) => parts.join('_'));

/** Any legal experiment, independent of the table of fields. */
export const anyExperiment: fc.Arbitrary<Experiment> = fc
  .record({
    version: fc.constant(1 as const),
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    dataset: anyDataset,
    network: fc.record({
      kind: kinds(networks),
      hidden: fc.array(fc.integer({ min: 1, max: 512 }), { maxLength: 6 }),
      activation: kinds(activations),
      channels: fc.array(fc.integer({ min: 1, max: 128 }), { minLength: 1, maxLength: 4 }),
      kernelSize: fc.constantFrom(1, 3, 5, 7),
      cell: kinds(cells),
      window: fc.integer({ min: 1, max: 100 }),
      sharpening: fc.boolean(),
    }),
    prior: anyPrior,
    likelihood: fc.record({
      kind: kinds(likelihoods),
      noise: positive(1e9),
      learn: fc.boolean(),
    }),
    inference: anyInference,
    prediction: fc.record({
      samples: fc.integer({ min: 1, max: 500 }),
      interval: double(0.5, 0.99),
      origin: fc.oneof(fc.constant('tail' as const), fc.integer({ min: 0, max: 5000 })),
      slice: fc.integer({ min: 0, max: 199 }),
      pruned: double(0, 1),
    }),
    bandit: fc.record({
      seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      agents: fc.shuffledSubarray([...banditAgentIds], { minLength: 1 }),
      units: fc.integer({ min: 1, max: 128 }),
      priorSigma: double(1e-4, 100),
      samples: fc.integer({ min: 1, max: 16 }),
    }),
    view: fc.record({
      panels: fc.shuffledSubarray([...panelIds], { minLength: 1 }),
      theme: kinds(themes),
      autoplay: fc.boolean(),
      embed: fc.boolean(),
      engine: fc.constantFrom(...engineChoices),
      step: fc.integer({ min: 0, max: 1e6 }),
      speed: fc.constantFrom(...trainingSpeeds),
      stop: fc.constantFrom(...stopRules),
      stopAt: fc.integer({ min: 0, max: 1e6 }),
      compare: fc.uniqueArray(anyTerm, { maxLength: 12 }),
      sweep: fc.array(anyTerm, { maxLength: 5 }),
      challenge: fc.uniqueArray(anyGoal, { maxLength: 6 }),
      present: fc.boolean(),
      draw: fc.constantFrom(...drawModes),
      drawIndex: fc.integer({ min: 0, max: 999_999 }),
      units: fc.constantFrom(...costUnits),
      continue: fc.boolean(),
      controls: fc.constantFrom(...controlLevels),
    }),
  })
  .map((experiment) => {
    const { divergence, precision } = priors[experiment.prior.kind];
    const { inference } = experiment;
    const kl = divergence ? inference.kl : 'monte-carlo';
    const { task, points, classes } = experiment.dataset;
    const kindOfData = dataKind(experiment.dataset);
    const network = possibleNetwork(experiment.network, kindOfData, points[0]?.x.length ?? 0);
    const size = kindOfData === 'sequence' ? Math.max(200, experiment.dataset.size) : experiment.dataset.size;
    const { denseOnly } = methods[inference.method];
    const fitting = network.kind === 'dense' || !denseOnly ? inference.method : 'bayes-by-backprop';
    const method = methods[fitting].curvature && !precision ? 'map' : fitting;
    const drawsAnew = network.kind === 'recurrent' && !estimators[inference.estimator].supportsRecurrent;
    const sharpens = network.kind === 'recurrent' && network.sharpening;
    const supportsRecurrent = drawsAnew ? 'flipout' : inference.estimator;
    const estimator = sharpens ? 'weight-sampling' : supportsRecurrent;
    const fits = likelihoods[experiment.likelihood.kind].task === task;
    const twoClasses =
      classes === 2 &&
      kindOfData !== 'images' &&
      !experiment.dataset.images &&
      points.every(({ y }) => y <= 1);
    const regression = fits ? experiment.likelihood.kind : 'gaussian';
    const kind =
      task === 'regression' ? regression : fits && twoClasses ? experiment.likelihood.kind : 'categorical';
    return {
      ...experiment,
      likelihood: { ...experiment.likelihood, kind },
      network,
      dataset: { ...experiment.dataset, size },
      inference: { ...inference, kl, method, estimator },
    };
  });

/** The picture kind of a registered data set, or custom points. */
function dataKind({ id }: Experiment['dataset']) {
  return id === 'custom' ? 'custom' : datasets[id].kind;
}

/**
 * The network, dense if the data have no images for a convolution: custom points with 4 and 36 inputs are 2 × 2 and 6
 * × 6 images, and digits are 8 × 8.
 */
function possibleNetwork(
  network: Experiment['network'],
  data: ReturnType<typeof dataKind>,
  inputs: number,
): Experiment['network'] {
  if (network.kind !== 'convolutional') return network;
  if (data === 'images') return { ...network, channels: network.channels.slice(0, 3) };
  const most = { 4: 1, 36: 2 }[inputs];
  return data === 'custom' && most
    ? { ...network, channels: network.channels.slice(0, most) }
    : { ...network, kind: 'dense' };
}

import { type Dataset, registeredDataset } from '../../model/datasets/index.ts';
import type { Experiment } from './experiment.ts';
import type { At } from './fields.ts';

/** Defaults of the fields that depend on the kind of data. */
export interface DataDefaults {
  readonly network: Experiment['network']['kind'];
  /** Share of the rows that are held out. */
  readonly testFraction: number;
  /** Monte Carlo samples of a training step, and draws behind a prediction: fewer where the network is expensive. */
  readonly samples: number;
  readonly predictionSamples: number;
  readonly batchSize: Experiment['inference']['batchSize'];
  /** Standard deviation of the noise, in the data's units, and whether it is learned; null: derived from the points. */
  readonly likelihood: { readonly noise: number; readonly learn: boolean } | null;
  /** Whether classes are categorical even if there are only two. */
  readonly categorical: boolean;
}

/**
 * Properties of one kind of data that the document depends on. Everything else about the kind is in its picture
 * definition.
 */
interface DataKind<D extends Dataset> {
  /** Number of inputs of the network. window: time steps of a series in one input. */
  readonly inputCount: (dataset: D, window: number) => number;
  readonly defaults: (dataset: D) => DataDefaults;
}

/** Defaults of few inputs and a small dense network. */
const smallDefaults: DataDefaults = {
  network: 'dense',
  testFraction: 0,
  samples: 4,
  predictionSamples: 100,
  batchSize: 'full',
  likelihood: null,
  categorical: false,
};

const imageDefaults: DataDefaults = {
  network: 'convolutional',
  testFraction: 0.2,
  samples: 1,
  predictionSamples: 30,
  batchSize: 64,
  likelihood: null,
  categorical: true,
};

const dataKinds: { readonly [K in Dataset['kind']]: DataKind<Extract<Dataset, { kind: K }>> } = {
  curve: {
    inputCount: () => 1,
    defaults: ({ likelihood }) => ({ ...smallDefaults, likelihood }),
  },
  plane: {
    inputCount: () => 2,
    defaults: () => smallDefaults,
  },
  images: {
    inputCount: ({ height, width }) => height * width,
    defaults: () => imageDefaults,
  },
  sequence: {
    inputCount: (_, window) => window,
    defaults: ({ likelihood, testFraction }) => ({
      ...smallDefaults,
      network: 'recurrent',
      testFraction,
      samples: 1,
      predictionSamples: 30,
      likelihood,
    }),
  },
};

function dataKindOf(dataset: Dataset): DataKind<Dataset> {
  return dataKinds[dataset.kind] as DataKind<Dataset>;
}

/** The defaults for the chosen data: a registered set, or custom images or other points. */
export function dataDefaults(at: At): DataDefaults {
  const dataset = registeredDataset(at('dataset.id'));
  if (dataset) return dataKindOf(dataset).defaults(dataset);
  return at('dataset.images') ? imageDefaults : smallDefaults;
}

/**
 * Inputs of the network that an experiment needs: numbers in each row of its data. Custom classes have two inputs
 * until there is a point, custom numbers one.
 */
export function inputCountOf({
  dataset: { id, points, task },
  network,
}: Pick<Experiment, 'dataset' | 'network'>): number {
  const dataset = registeredDataset(id);
  if (dataset) return dataKindOf(dataset).inputCount(dataset, network.window);
  return points[0]?.x.length ?? (task === 'classification' ? 2 : 1);
}

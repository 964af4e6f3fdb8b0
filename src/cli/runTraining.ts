import { defaultAt } from '../experiment/document/defaults.ts';
import type { Experiment } from '../experiment/document/experiment.ts';
import { resolveExperiment } from '../experiment/document/resolve.ts';
import { isRecord } from '../experiment/document/schema.ts';
import { trainResolved } from '../library/index.ts';
import type { Point } from '../model/datasets/index.ts';
import type { Arguments } from './arguments.ts';
import { CommandFault } from './commandFault.ts';
import { createProgress, type ProgressStream } from './progressLine.ts';
import { type LabelledPoints, parseTableFile, testPoints, trainingPoints } from './tableFile.ts';

/** Contents of the files that the arguments name. */
interface Files {
  readonly experiment: string;
  readonly train: string | null;
  readonly test: string | null;
}

/** Weight draws of the reported free energy. */
const FREE_ENERGY_DRAWS = 1000;

/** Trains and returns the content of the result file. Rejects with a one-line message. */
export async function runTraining(given: Arguments, files: Files, stream: ProgressStream) {
  const document = readDocument(files.experiment, given.experiment);
  const tables = readTables(given, files, document);
  const experiment = resolveWithTable(document, given.experiment, tables?.train ?? null);
  const started = performance.now();
  const progress = createProgress(stream, given.steps, () => performance.now());
  try {
    const model = await trainResolved(experiment, {
      steps: given.steps,
      backend: given.backend,
      ...(tables && { points: tables.train.points }),
      onProgress: ({ step }) => progress.update(step, ''),
    });
    const seconds = (performance.now() - started) / 1000;
    progress.done();
    const { noise, ...posterior } = model.posterior;
    const train = model.trainingPoints.length > 0 ? await model.evaluate(model.trainingPoints) : { n: 0 };
    return {
      experiment,
      backend: model.backend,
      steps: given.steps,
      seconds: Number(seconds.toFixed(3)),
      freeEnergy: await model.freeEnergy(FREE_ENERGY_DRAWS),
      posterior: noise === null ? posterior : { ...posterior, noise },
      standardization: {
        inputs: model.standardization.xScalers,
        target: model.standardization.yScaler,
      },
      ...(tables && { inputs: tables.train.inputs, target: given.target }),
      ...(tables?.train.classes && { classes: tables.train.classes }),
      metrics: {
        train,
        ...(tables?.test && { test: await model.evaluate(tables.test) }),
      },
    };
  } finally {
    progress.done();
  }
}

function readDocument(text: string, file: string): Readonly<Record<string, unknown>> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new CommandFault(`${file}: not JSON: ${error instanceof Error ? error.message : error}`);
  }
  if (!isRecord(document)) throw new CommandFault(`${file}: not a JSON object`);
  return document;
}

/** Training and test points; null if the experiment's own data set is used. */
function readTables(
  { train, test, target }: Arguments,
  files: Files,
  document: Readonly<Record<string, unknown>>,
): { readonly train: LabelledPoints; readonly test: readonly Point[] | null } | null {
  if (train === null || files.train === null || target === null) return null;
  const training = trainingPoints(parseTableFile(files.train, train), target, taskOf(document));
  if (test === null || files.test === null) return { train: training, test: null };
  return { train: training, test: testPoints(parseTableFile(files.test, test), target, training).points };
}

/** The task of a document that may lack one: then its likelihood decides. */
function taskOf({ dataset, likelihood }: Readonly<Record<string, unknown>>): 'regression' | 'classification' {
  const kind = isRecord(likelihood) ? likelihood.kind : undefined;
  const task =
    (isRecord(dataset) ? dataset.task : undefined) ??
    (kind === 'bernoulli' || kind === 'categorical' ? 'classification' : 'regression');
  return task === 'classification' ? task : 'regression';
}

/**
 * Resolves the experiment of a document. With a table the data set becomes `custom` with the table's task, and noise
 * defaults to the spread of its target unless the document sets it. The table's points are not stored in the
 * experiment.
 */
function resolveWithTable(
  document: Readonly<Record<string, unknown>>,
  file: string,
  table: LabelledPoints | null,
): Experiment {
  const result = resolveExperiment(table ? withTable(document, table) : document);
  if ('faults' in result)
    throw new CommandFault(`${file}: ${result.faults.map(({ message }) => message).join('; ')}`);
  const { experiment } = result;
  if (!table || setsNoise(document)) return experiment;
  const points = { ...experiment, dataset: { ...experiment.dataset, points: table.points } };
  const noise = defaultAt(points, 'likelihood.noise');
  return { ...experiment, likelihood: { ...experiment.likelihood, noise } };
}

function withTable(
  document: Readonly<Record<string, unknown>>,
  { classes }: LabelledPoints,
): Readonly<Record<string, unknown>> {
  const dataset = isRecord(document.dataset) ? document.dataset : {};
  const likelihood = isRecord(document.likelihood) ? document.likelihood : {};
  const kind = classes && { kind: classes.length > 2 ? 'categorical' : 'bernoulli' };
  return {
    ...document,
    dataset: {
      ...dataset,
      id: 'custom',
      points: [],
      task: classes ? 'classification' : 'regression',
    },
    likelihood: { ...kind, ...likelihood },
  };
}

function setsNoise({ likelihood }: Readonly<Record<string, unknown>>): boolean {
  return isRecord(likelihood) && likelihood.noise !== undefined;
}

import { defaultAt } from '../experiment/document/defaults.ts';
import type { Experiment } from '../experiment/document/experiment.ts';
import { resolveExperiment } from '../experiment/document/resolve.ts';
import { isRecord } from '../experiment/document/schema.ts';
import { shortenName } from '../import/columnNames.ts';
import { type InputColumn, inputNamesOf } from '../import/oneHot.ts';
import { trainResolved } from '../library/index.ts';
import type { Point } from '../model/datasets/index.ts';
import type { Arguments } from './arguments.ts';
import { CommandFault, toOneLine } from './commandFault.ts';
import { createProgress, type ProgressStream } from './progressLine.ts';
import {
  type LabelledPoints,
  namesOf,
  parseTableFile,
  testPoints,
  trainingPoints,
  withClassesOf,
} from './tableFile.ts';
import {
  addedClassWarnings,
  classWarnings,
  noiseWarning,
  tableWarnings,
  unseenWarnings,
} from './warnings.ts';

/** Contents of the files that the arguments name. */
interface Files {
  readonly experiment: string;
  readonly train: string | null;
  readonly test: string | null;
}

/** Trains and returns the content of the result file. Rejects with a one-line message. */
export async function runTraining(given: Arguments, files: Files, stream: ProgressStream) {
  const document = readDocument(files.experiment, given.experiment);
  const tables = readTables(given, files, document);
  const experiment = resolveWithTable(document, given.experiment, tables?.train ?? null);
  const encoding = tables && encodingOf(tables.train.columns);
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
    const contradiction = await model.noiseContradiction();
    const train = model.trainingPoints.length > 0 ? await model.evaluate(model.trainingPoints) : { n: 0 };
    const warnings = [
      ...(tables?.warnings ?? []),
      ...(contradiction ? [noiseWarning(experiment, contradiction, train)] : []),
    ].map(toOneLine);
    for (const warning of warnings) stream.write(`warning: ${warning}\n`);
    return {
      experiment,
      backend: model.backend,
      steps: given.steps,
      seconds: Number(seconds.toFixed(3)),
      freeEnergy: await model.freeEnergy(),
      posterior: noise === null ? posterior : { ...posterior, noise },
      standardization: {
        inputs: model.standardization.xScalers,
        target: model.standardization.yScaler,
      },
      ...(tables && { inputs: inputNamesOf(tables.train.columns), target: given.target }),
      ...(encoding && { encoding }),
      ...(tables?.train.classes && { classes: tables.train.classes }),
      metrics: {
        train,
        ...(tables?.test && { test: await model.evaluate(tables.test) }),
      },
      warnings,
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

interface Tables {
  readonly train: LabelledPoints;
  readonly test: readonly Point[] | null;
  readonly warnings: readonly string[];
}

/** Training and test points; null if the experiment's own data set is used. */
function readTables(
  given: Arguments,
  files: Files,
  document: Readonly<Record<string, unknown>>,
): Tables | null {
  const { train, test, target } = given;
  if (train === null || files.train === null || target === null) return null;
  const decimalMark = given.decimal;
  const firstRow = given.header === 'yes' ? ('names' as const) : ('data' as const);
  const source = parseTableFile(files.train, train, { decimalMark, firstRow });
  const known = trainingPoints(source, target, taskOf(document), given);
  const warnings = [...tableWarnings(source, known, given), ...classWarnings(known, target, train)];
  if (test === null || files.test === null) return { train: known, test: null, warnings };
  const options = { decimalMark: decimalMark ?? source.table.decimalMark, firstRow };
  const judged = parseTableFile(files.test, test, options);
  const training = withClassesOf(judged, target, known);
  const { points, unseen } = testPoints(judged, target, training, namesOf(source.table));
  const added = training.classes?.filter((label) => !known.classes!.includes(label)) ?? [];
  return {
    train: training,
    test: points,
    warnings: [...warnings, ...unseenWarnings(unseen, test), ...addedClassWarnings(added, test)],
  };
}

/** The words of each encoded column, in the order of its inputs; null if there is none. */
function encodingOf(columns: readonly InputColumn[]): Readonly<Record<string, readonly string[]>> | null {
  const encoded = columns.flatMap(({ name, levels }) => (levels ? [[name, levels] as const] : []));
  return encoded.length > 0 ? Object.fromEntries(encoded) : null;
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
      ...(classes && { classNames: classes.map((label, y) => shortenName(label) || String(y)) }),
    },
    likelihood: { ...kind, ...likelihood },
  };
}

function setsNoise({ likelihood }: Readonly<Record<string, unknown>>): boolean {
  return isRecord(likelihood) && likelihood.noise !== undefined;
}

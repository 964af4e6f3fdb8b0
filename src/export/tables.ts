import type {
  Calibration,
  ClassAnswers,
  RowPredictions,
  Snapshot,
  WeightSummary,
} from '../experiment/pictures/snapshot.ts';
import { type CsvCell, formatCsv as csv } from './csv.ts';

/** Column names and known values of a table of predictions. */
export interface PredictionNames {
  /** Names of the plotted inputs. */
  readonly inputs: readonly string[];
  readonly target: string;
  /** Class names by class number; classes without a name are numbered. */
  readonly classes: readonly string[];
  /** [rows], true targets of images and tables. */
  readonly actual: readonly number[];
  /** Time of value i of a series. */
  readonly time: (index: number) => number;
}

/** The predictions of a snapshot as CSV in the data's units, one row per plotted place, row or time. */
export function predictionsCsv({ predictive }: Snapshot, names: PredictionNames): string {
  const className = (y: number): string => names.classes[y] ?? String(y);
  const [first = 'x', second = 'x2'] = names.inputs;
  switch (predictive.kind) {
    case 'curve':
      return csv([
        [first, ...numberColumns],
        ...Array.from(predictive.x, (x, i) => [x, ...numbersAt(predictive, i)]),
      ]);
    case 'plane': {
      const { x, y, classes } = predictive;
      return csv([
        [first, second, ...classColumns(classes, className)],
        ...Array.from({ length: x.length * y.length }, (_, place) => [
          x[place % x.length]!,
          y[Math.floor(place / x.length)]!,
          ...classesAt(predictive, place, classes),
        ]),
      ]);
    }
    case 'images':
      return rowsOfClasses(predictive, predictive.classes);
    case 'table':
      if (predictive.task === 'classification') return rowsOfClasses(predictive.rows, predictive.classes);
      return csv([
        ['row', `actual ${names.target}`, ...numberColumns],
        ...names.actual
          .slice(0, predictive.rows.mean.length)
          .map((actual, i) => [i + 1, actual, ...numbersAt(predictive.rows, i)]),
      ]);
    case 'sequence':
      return csv([
        ['time', 'prediction', 'centre', 'epistemic lower', 'epistemic upper', 'lower', 'upper'],
        ...(['one step', 'forecast'] as const).flatMap((what) => {
          const [bands, from] =
            what === 'forecast'
              ? [predictive.forecast, predictive.origin]
              : [predictive.oneStep, predictive.first];
          return Array.from(bands.centre, (centre, i) => [
            names.time(from + i),
            what,
            centre,
            bands.epistemicLower[i]!,
            bands.epistemicUpper[i]!,
            bands.lower[i]!,
            bands.upper[i]!,
          ]);
        }),
      ]);
  }

  function rowsOfClasses(answers: ClassAnswers, classes: number): string {
    return csv([
      ['row', 'actual class', ...classColumns(classes, className)],
      ...names.actual
        .slice(0, answers.totalEntropy.length)
        .map((y, row) => [row + 1, className(y), ...classesAt(answers, row, classes)]),
    ]);
  }
}

/** All weights as CSV: position, q(w), signal-to-noise ratio if σ > 0, KL in nats if there is one, and prior scale. */
export function weightsCsv({ mu, sigma, kl, priorScale, layers }: WeightSummary): string {
  const rows = layers.flatMap(({ name, offset, shape }) => {
    const columns = shape.at(-1) ?? 1;
    const size = shape.reduce((product, length) => product * length, 1);
    return Array.from({ length: size }, (_, at): CsvCell[] => {
      const i = offset + at;
      return [
        name,
        shape.length > 1 ? Math.floor(at / columns) : '',
        at % columns,
        mu[i]!,
        sigma[i]!,
        sigma[i]! > 0 ? Math.abs(mu[i]!) / sigma[i]! : '',
        kl?.[i] ?? '',
        priorScale[i]!,
      ];
    });
  });
  return csv([
    ['block', 'input', 'output', 'mu', 'sigma', 'signal to noise', 'KL (nats)', 'prior scale'],
    ...rows,
  ]);
}

const numberColumns = [
  'mean',
  'epistemic sd',
  'aleatoric sd',
  'epistemic lower',
  'epistemic upper',
  'lower',
  'upper',
] as const;

function numbersAt(rows: RowPredictions, i: number): number[] {
  const { mean, epistemicSigma, aleatoricSigma, epistemicLower, epistemicUpper, lower, upper } = rows;
  return [mean, epistemicSigma, aleatoricSigma, epistemicLower, epistemicUpper, lower, upper].map(
    (values) => values[i]!,
  );
}

function classColumns(classes: number, className: (y: number) => string): string[] {
  return [
    ...Array.from({ length: classes }, (_, y) => `p(${className(y)})`),
    'entropy (nats)',
    'aleatoric (nats)',
    'epistemic (nats)',
  ];
}

function classesAt(
  answers: Pick<ClassAnswers, 'probabilities' | 'totalEntropy' | 'aleatoricEntropy' | 'mutualInformation'>,
  row: number,
  classes: number,
): number[] {
  const { probabilities, totalEntropy, aleatoricEntropy, mutualInformation } = answers;
  return [
    ...probabilities.subarray(row * classes, (row + 1) * classes),
    totalEntropy[row]!,
    aleatoricEntropy[row]!,
    mutualInformation[row]!,
  ];
}

/** Cost history as CSV in nats, one row per stored step. */
export function costsCsv(history: readonly CostRow[]): string {
  return csv([
    ['step', 'total cost', 'complexity cost', 'likelihood cost'],
    ...history.map(({ step, complexityCost, likelihoodCost }) => [
      step,
      complexityCost + likelihoodCost,
      complexityCost,
      likelihoodCost,
    ]),
  ]);
}

interface CostRow {
  readonly step: number;
  readonly complexityCost: number;
  readonly likelihoodCost: number;
}

/** Reliability diagram as CSV: stated and observed probabilities. */
export function calibrationCsv({ metrics: { reliability } }: Calibration): string {
  return csv([
    ['stated', 'observed', 'points'],
    ...reliability.map(({ expected, observed, count }) => [expected, observed, count]),
  ]);
}

import { useMemo, useState } from 'react';
import { t } from '../../../i18n/index.ts';
import { formatFixed } from '../../../i18n/numbers.ts';
import { type EstimatorKind, estimators } from '../../../model/estimators/index.ts';
import buttons from '../../../panels/ui/buttons.module.css';
import exhibit from '../exhibit.module.css';
import styles from './NoiseMap.module.css';
import { batchMean, EXAMPLES, NOISE_SEED, noiseMaps, varianceLeft, WEIGHTS } from './noiseMap.ts';

const kinds = Object.keys(noiseMaps) as EstimatorKind[];

/** The noise of each example of a batch under each estimator, and what the mean of the batch leaves of it. */
export function NoiseMap() {
  const [step, setStep] = useState(0);
  return (
    <div className={exhibit.exhibit}>
      <div className={styles.maps}>
        {kinds.map((kind) => (
          <NoiseTable key={kind} kind={kind} step={step} />
        ))}
      </div>
      <div className={exhibit.controls}>
        <button type="button" className={buttons.button} onClick={() => setStep(step + 1)}>
          {t('Draw again')}
        </button>
        <p className={exhibit.said}>
          {t('One unit with {weights} weights, a batch of {examples} examples. Step {step}.', {
            weights: WEIGHTS,
            examples: EXAMPLES,
            step: step + 1,
          })}
        </p>
      </div>
    </div>
  );
}

/** The noise of a batch, one row per example and one for their mean, in standard deviations. */
function NoiseTable({ kind, step }: { readonly kind: EstimatorKind; readonly step: number }) {
  const map = noiseMaps[kind](NOISE_SEED, step);
  const left = useMemo(() => 100 * varianceLeft(kind, NOISE_SEED), [kind]);
  const rows = Array.from({ length: EXAMPLES }, (_, row) =>
    map.values.subarray(row * map.columns, (row + 1) * map.columns),
  );
  return (
    <table className={styles.map}>
      <caption>{t(estimators[kind].label)}</caption>
      <thead>
        <tr>
          <td />
          {map.columns > 1 ? (
            Array.from({ length: map.columns }, (_, column) => (
              <th key={column} scope="col">
                ε<sub>{column + 1}</sub>
              </th>
            ))
          ) : (
            <th scope="col">{t('ζ of the sum')}</th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, example) => (
          <tr key={example}>
            <th scope="row">
              x<sub>{example + 1}</sub>
            </th>
            <Cells values={row} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('mean')}</th>
          <Cells values={batchMean(map)} />
        </tr>
        <tr>
          <td className={styles.left} colSpan={map.columns + 1}>
            {t('variance left in the mean: {left} %', { left: formatFixed(left, 0) })}
            <span className={styles.bar} style={{ ['--left' as string]: `${left}%` }} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

/** Coloured by sign and size. */
function Cells({ values }: { readonly values: Float64Array }) {
  return Array.from(values, (value, column) => (
    <td
      key={column}
      data-sign={value < 0 ? 'minus' : 'plus'}
      style={{ ['--size' as string]: `${Math.round(Math.min(45, 20 * Math.abs(value)))}%` }}
    >
      {formatFixed(value, 1).replace('-', '−')}
    </td>
  ));
}

import { useState } from 'react';
import { t } from '../../../i18n/index.ts';
import { formatFixed } from '../../../i18n/numbers.ts';
import { estimators } from '../../../model/estimators/index.ts';
import buttons from '../../../panels/ui/buttons.module.css';
import exhibit from '../exhibit.module.css';
import styles from './NoiseMap.module.css';
import { EXAMPLES, type NoiseMap as Noise, noiseMaps, WEIGHTS } from './noiseMap.ts';

const SEED = 4;
const kinds = Object.keys(noiseMaps) as (keyof typeof noiseMaps)[];

/** The noise of each example of a batch under each estimator: examples with equal rows share their error. */
export function NoiseMap() {
  const [step, setStep] = useState(0);
  return (
    <div className={exhibit.exhibit}>
      <div className={styles.maps}>
        {kinds.map((kind) => (
          <NoiseTable key={kind} name={t(estimators[kind].label)} map={noiseMaps[kind](SEED, step)} />
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

/** The noise of a batch, one row per example, in standard deviations. */
function NoiseTable({ name, map }: { readonly name: string; readonly map: Noise }) {
  const { values, columns, normals, signs } = map;
  const rows = Array.from({ length: EXAMPLES }, (_, row) =>
    Array.from(values.subarray(row * columns, (row + 1) * columns)),
  );
  const drawn = { normals, signs };
  return (
    <table className={styles.map}>
      <caption>
        <strong>{name}</strong>
        <span>
          {signs > 0
            ? t('{normals} normal numbers and {signs} signs drawn', drawn)
            : t('{normals} normal numbers drawn', drawn)}
        </span>
      </caption>
      <thead>
        <tr>
          <td />
          {columns > 1 ? (
            rows[0]?.map((_, column) => (
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
            {row.map((value, column) => (
              <td
                key={column}
                data-sign={value < 0 ? 'minus' : 'plus'}
                style={{ ['--size' as string]: `${Math.round(Math.min(45, 20 * Math.abs(value)))}%` }}
              >
                {formatFixed(value, 1).replace('-', '−')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

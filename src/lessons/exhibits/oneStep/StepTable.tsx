import { useId } from 'react';
import { t } from '../../../i18n/index.ts';
import { formatNumber } from '../../../plots/frame/format.ts';
import styles from './OneStep.module.css';
import { type WeightStep, weightNames } from './oneStep.ts';

interface StepTableProps {
  readonly weights: readonly WeightStep[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

/** Columns of the table: a header in the symbols of the equations, and its value. */
const columns: readonly (readonly [head: string, value: keyof WeightStep])[] = [
  ['μ', 'mu'],
  ['σ', 'sigma'],
  ['ε', 'epsilon'],
  ['w', 'w'],
  ['∇μ', 'gradientMu'],
  ['∇ρ', 'gradientRho'],
  ['μ ←', 'muAfter'],
  ['σ ←', 'sigmaAfter'],
];

/** The step as a table, one row per weight; the equations of the selected weight are written out. */
export function StepTable({ weights, chosen, onChoose }: StepTableProps) {
  const name = useId();
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('The step in numbers, weight by weight')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('weight')}</th>
            {columns.map(([head]) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weights.map((weight, index) => (
            <tr key={weightNames[index]} data-chosen={index === chosen}>
              <th scope="row">
                <label>
                  <input
                    type="radio"
                    name={name}
                    checked={index === chosen}
                    onChange={() => onChoose(index)}
                  />
                  {weightNames[index]}
                </label>
              </th>
              {columns.map(([head, value]) => (
                <td key={head}>{formatNumber(weight[value])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

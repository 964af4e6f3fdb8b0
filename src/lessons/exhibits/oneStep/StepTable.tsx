import { useId } from 'react';
import { t } from '../../../i18n/index.ts';
import styles from './OneStep.module.css';
import { type WeightStep, weightNames } from './oneStep.ts';
import { PosteriorStrip, StripAxis } from './PosteriorStrip.tsx';
import { stepText } from './stepTexts.ts';

interface StepTableProps {
  readonly weights: readonly WeightStep[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

/**
 * Columns of the table: a header in the symbols of the equations, and its text. Narrow windows leave out those in detail,
 * which stand in the equations of the selected weight.
 */
const columns: readonly {
  readonly head: string;
  readonly detail?: true;
  readonly text: (weight: WeightStep) => string;
}[] = [
  { head: 'μ', text: ({ mu }) => stepText(mu, 'weight') },
  { head: 'σ', text: ({ sigma }) => stepText(sigma, 'weight') },
  { head: 'ε', detail: true, text: ({ epsilon }) => stepText(epsilon, 'weight') },
  { head: 'w', detail: true, text: ({ w }) => stepText(w, 'weight') },
  { head: '∇μ', detail: true, text: ({ gradientMu }) => stepText(gradientMu, 'gradient') },
  { head: '∇ρ', detail: true, text: ({ gradientRho }) => stepText(gradientRho, 'gradient') },
  { head: 'Δμ', text: ({ mu, muAfter }) => stepText(muAfter - mu, 'change') },
  { head: 'Δσ', text: ({ sigma, sigmaAfter }) => stepText(sigmaAfter - sigma, 'change') },
];

/** The step as a table, one row per weight; the equations of the selected weight are written out. */
export function StepTable({ weights, chosen, onChoose }: StepTableProps) {
  const name = useId();
  return (
    <div className={styles.tableBox}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('The step in numbers, weight by weight')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('weight')}</th>
            {columns.map(({ head, detail }) => (
              <th key={head} scope="col" data-detail={detail}>
                {head}
              </th>
            ))}
            <td className={styles.stripCell}>
              <StripAxis />
            </td>
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
              {columns.map(({ head, detail, text }) => (
                <td key={head} data-detail={detail}>
                  {text(weight)}
                </td>
              ))}
              <td className={styles.stripCell}>
                <PosteriorStrip weight={weight} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

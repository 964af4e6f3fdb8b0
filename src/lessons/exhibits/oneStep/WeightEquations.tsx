import type { ReactNode } from 'react';
import { t } from '../../../i18n/index.ts';
import { formatNumber } from '../../../plots/frame/format.ts';
import { formatSum } from '../../../plots/frame/formatSum.ts';
import styles from './OneStep.module.css';
import { learningRate, type WeightStep, weightNames } from './oneStep.ts';

interface WeightEquationsProps {
  readonly index: number;
  readonly weight: WeightStep;
}

/** Formats a number as a factor or summand: in brackets if it is negative. */
function part(value: number | string): string {
  const text = typeof value === 'number' ? formatNumber(value) : value;
  return text.startsWith('−') ? `(${text})` : text;
}

/** The update equations of one weight with its numbers substituted. */
export function WeightEquations({ index, weight }: WeightEquationsProps) {
  const { mu, rho, sigma, epsilon, w, dataSlope, priorSlope, sigmaSlope, gradientMu, gradientRho } = weight;
  const name = weightNames[index] ?? '';
  const rate = formatNumber(learningRate);
  const pulls = formatSum([dataSlope, priorSlope], true);
  const lines: readonly (readonly [of: string, equation: ReactNode, numbers: string])[] = [
    ['w', 'w = μ + σ ε', `${part(mu)} + ${part(sigma)} × ${part(epsilon)} = ${formatNumber(w)}`],
    [
      '∇μ',
      '∇μ = −∂log p(D|w)/∂w − ∂log p(w)/∂w',
      `${part(pulls.terms[0]!)} + ${part(pulls.terms[1]!)} = ${pulls.total}`,
    ],
    [
      '∇ρ',
      <>
        ∇ρ = (∇μ ε − 1/σ) / (1 + e<sup>−ρ</sup>)
      </>,
      `(${part(gradientMu)} × ${part(epsilon)} − ${part(1 / sigma)}) × ${part(sigmaSlope)} = ${formatNumber(gradientRho)}`,
    ],
    ['μ', 'μ ← μ − α ∇μ', `${part(mu)} − ${rate} × ${part(gradientMu)} = ${formatNumber(weight.muAfter)}`],
    ['ρ', 'ρ ← ρ − α ∇ρ', `${part(rho)} − ${rate} × ${part(gradientRho)} = ${formatNumber(weight.rhoAfter)}`],
  ];
  return (
    <section className={styles.equationsOf} aria-label={t('The update of {name}', { name })}>
      <p className={styles.heading}>{t('The next update of {name}, with α = {rate}', { name, rate })}</p>
      <dl className={styles.equations}>
        {lines.map(([of, equation, numbers]) => (
          <div key={of}>
            <dt>{equation}</dt>
            <dd>{numbers}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

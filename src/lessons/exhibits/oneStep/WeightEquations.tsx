import type { ReactNode } from 'react';
import { t } from '../../../i18n/index.ts';
import { formatNumber } from '../../../plots/frame/format.ts';
import styles from './OneStep.module.css';
import { learningRate, type WeightStep, weightNames } from './oneStep.ts';
import { bracketed, gradientSum, stepText } from './stepTexts.ts';

interface WeightEquationsProps {
  readonly index: number;
  readonly weight: WeightStep;
}

/** The update equations of one weight with its numbers substituted. */
export function WeightEquations({ index, weight }: WeightEquationsProps) {
  const { mu, rho, sigma, epsilon, w, dataSlope, priorSlope, sigmaSlope, gradientMu, gradientRho } = weight;
  const name = weightNames[index] ?? '';
  const rate = formatNumber(learningRate);
  const of = (value: number) => stepText(value, 'weight');
  const [ofData, ofPrior, byMu] = gradientSum([dataSlope, priorSlope]);
  const byRho = stepText(gradientRho, 'gradient');
  const widening = stepText(1 / sigma, 'gradient');
  const lines: readonly (readonly [of: string, equation: ReactNode, numbers: string])[] = [
    ['w', 'w = μ + σ ε', `${of(mu)} + ${of(sigma)} × ${bracketed(of(epsilon))} = ${of(w)}`],
    ['∇μ', '∇μ = −∂log p(D|w)/∂w − ∂log p(w)/∂w', `${ofData} + ${bracketed(ofPrior)} = ${byMu}`],
    [
      '∇ρ',
      <>
        ∇ρ = (∇μ ε − 1/σ) / (1 + e<sup>−ρ</sup>)
      </>,
      `(${byMu} × ${bracketed(of(epsilon))} − ${widening}) × ${of(sigmaSlope)} = ${byRho}`,
    ],
    [
      'μ',
      'μ ← μ − α ∇μ',
      `${of(mu)} − ${rate} × ${bracketed(stepText(gradientMu, 'gradient'))} = ${of(weight.muAfter)}`,
    ],
    ['ρ', 'ρ ← ρ − α ∇ρ', `${of(rho)} − ${rate} × ${bracketed(byRho)} = ${of(weight.rhoAfter)}`],
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

import { formatFixed } from '../../../i18n/numbers.ts';
import { formatMultiple, roundSum } from '../../../plots/frame/formatSum.ts';

/** Decimals of weights, means, widths and noise, of gradients, and of the change by one step. */
const DECIMALS = { weight: 4, gradient: 2, change: 5 } as const;

/** A number of the step with the decimals of its kind, so that an equation can be checked by hand; a change has a sign. */
export function stepText(value: number, kind: keyof typeof DECIMALS): string {
  const text = formatFixed(value, DECIMALS[kind]).replace('-', '−');
  return kind === 'change' && value > 0 ? `+${text}` : text;
}

/** Two parts of a gradient and their sum, rounded together. */
export function gradientSum(parts: readonly [number, number]): readonly [string, string, string] {
  const place = -DECIMALS.gradient;
  const { terms, total } = roundSum(parts, place);
  const text = (multiple: number) => formatMultiple(multiple, place);
  return [text(terms[0]!), text(terms[1]!), text(total)];
}

/** A number as a factor or summand: in brackets if it is negative. */
export function bracketed(text: string): string {
  return text.startsWith('−') ? `(${text})` : text;
}

import type { Method } from './index.ts';

/** Labels of one of the costs. */
export interface CostName {
  /** Short label, next to the value. */
  readonly short: string;
  /** Whether the short label is a formula. */
  readonly formula: boolean;
  /** Full label, in the legend of the plot. */
  readonly long: string;
  /** One-line explanation: what is summed or averaged. */
  readonly says: string;
  /** Its entry in the glossary. */
  readonly term:
    | 'free-energy'
    | 'complexity-cost'
    | 'likelihood-cost'
    | 'log-posterior'
    | 'prior'
    | 'likelihood';
}

/** Labels of a method's costs: total = complexity + likelihood. */
export interface CostWords {
  readonly title: string;
  readonly total: CostName;
  readonly complexity: CostName;
  readonly likelihood: CostName;
  /** Remark next to the total when β ≠ 1: how the objective then differs from the total. */
  readonly unlessWeighted: string;
}

/** Labels of each kind of cost. */
export const costWords: Readonly<Record<Method['cost'], CostWords>> = {
  'free-energy': {
    title: 'Free energy',
    total: {
      short: 'F',
      formula: true,
      long: 'total F',
      says: 'F, the free energy: complexity plus likelihood cost of all data. The lower, the better the bound on log p(D).',
      term: 'free-energy',
    },
    complexity: {
      short: 'complexity',
      formula: false,
      long: 'complexity cost',
      says: 'KL[q(w) ‖ p(w)], summed over all weights: what it costs to leave the prior.',
      term: 'complexity-cost',
    },
    likelihood: {
      short: 'likelihood',
      formula: false,
      long: 'likelihood cost',
      says: '−log p(D|w) of all data, averaged over draws of w from q.',
      term: 'likelihood-cost',
    },
    unlessWeighted: 'not a bound',
  },
  'log-posterior': {
    title: 'Minus log posterior',
    total: {
      short: '−log p(w, D)',
      formula: true,
      long: '−log p(w, D)',
      says: '−log p(w, D): minus the log posterior, up to a constant, averaged over draws of the weights.',
      term: 'log-posterior',
    },
    complexity: {
      short: '−log p(w)',
      formula: true,
      long: 'prior cost −log p(w)',
      says: '−log p(w), summed over all weights and averaged over their draws: how improbable the prior finds them.',
      term: 'prior',
    },
    likelihood: {
      short: '−log p(D|w)',
      formula: true,
      long: 'data cost −log p(D|w)',
      says: '−log p(D|w) of all data, averaged over draws of the weights: how badly they explain the data.',
      term: 'likelihood',
    },
    unlessWeighted: 'not this posterior',
  },
};

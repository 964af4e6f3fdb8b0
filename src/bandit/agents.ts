import type { BanditAgentId } from '../experiment/document/experiment.ts';

/** How an agent chooses, and what it believes with. */
export interface Agent {
  readonly label: string;
  readonly teaches: string;
  /** A distribution over its weights, drawn from once for each decision; or one network. */
  readonly bayesian: boolean;
  /** Probability with which it does anything at all, both actions alike. */
  readonly epsilon: number;
  /** Its stream of random numbers, beside those of the task: part of every link. */
  readonly stream: number;
}

/** Every agent, by its public key. */
export const agents = {
  thompson: {
    label: 'Thompson sampling',
    teaches: 'Draws one network from q(w) for each mushroom and does what that network thinks best.',
    bayesian: true,
    epsilon: 0,
    stream: 0,
  },
  greedy: {
    label: 'Greedy',
    teaches: 'One network; always does what it thinks best.',
    bayesian: false,
    epsilon: 0,
    stream: 1,
  },
  'epsilon-1': {
    label: 'ε = 1 %',
    teaches: 'The same, but one time in a hundred it does anything.',
    bayesian: false,
    epsilon: 0.01,
    stream: 2,
  },
  'epsilon-5': {
    label: 'ε = 5 %',
    teaches: 'The same, but one time in twenty it does anything.',
    bayesian: false,
    epsilon: 0.05,
    stream: 3,
  },
} as const satisfies Record<BanditAgentId, Agent>;

import type { BanditAgentId } from '../experiment/document/experiment.ts';

/** An agent: its policy and the kind of network it uses. */
export interface Agent {
  readonly label: string;
  readonly teaches: string;
  /** Whether it has a q, from which it draws weights for each decision; otherwise one network. */
  readonly hasPosterior: boolean;
  /** Probability of a uniformly random action. */
  readonly epsilon: number;
  /** Offset of its random stream. Part of the meaning of every link: never change. */
  readonly stream: number;
}

/** Registry of agents by their public key. */
export const agents = {
  thompson: {
    label: 'Thompson sampling',
    teaches: 'Draws one network from q(w) for each mushroom and does what that network thinks best.',
    hasPosterior: true,
    epsilon: 0,
    stream: 0,
  },
  greedy: {
    label: 'Greedy',
    teaches: 'One network; always does what it thinks best.',
    hasPosterior: false,
    epsilon: 0,
    stream: 1,
  },
  'epsilon-1': {
    label: '1 % at random',
    teaches: 'The same, but one time in a hundred it chooses at random.',
    hasPosterior: false,
    epsilon: 0.01,
    stream: 2,
  },
  'epsilon-5': {
    label: '5 % at random',
    teaches: 'The same, but one time in twenty it chooses at random.',
    hasPosterior: false,
    epsilon: 0.05,
    stream: 3,
  },
} as const satisfies Record<BanditAgentId, Agent>;

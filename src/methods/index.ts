/** A way to fill an [S, P] matrix of weights that predictions average over. */
export interface Method {
  readonly label: string;
  readonly teaches: string;
  readonly source: string;
  /** What `inference.samples` counts. */
  readonly samples: { readonly label: string; readonly help: string };
  /** Whether it fits a q(w|θ): then its cost is a free energy, and its estimator, KL and initial σ mean something. */
  readonly variational: boolean;
  /** Parameter vectors that are trained beside each other: one, or one for each sample. */
  readonly rows: 'one' | 'samples';
  /** What its two costs are: those of a free energy, or those of the log posterior at its draws. */
  readonly cost: 'free-energy' | 'log-posterior';
  /** Whether it draws Markov chains, with their diagnostics, instead of following a gradient. */
  readonly chains: boolean;
}

const drawsPerStep = {
  label: 'Monte Carlo samples',
  help: 'How many draws of the weights each step averages over. More: a steadier cost, slower steps.',
};

/** Every method, by its public key. */
export const methods = {
  'bayes-by-backprop': {
    label: 'Bayes by Backprop',
    teaches: 'A normal q(w) for every weight, fitted by minimising the free energy.',
    source: 'Blundell et al. 2015, §3',
    samples: drawsPerStep,
    variational: true,
    rows: 'one',
    cost: 'free-energy',
    chains: false,
  },
  map: {
    label: 'MAP: one best network',
    teaches: 'The single most probable weights. No epistemic band: a point does not doubt itself.',
    source: 'Blundell et al. 2015, §2',
    samples: { label: 'Samples', help: 'One network needs no draws: this changes nothing for MAP.' },
    variational: false,
    rows: 'one',
    cost: 'log-posterior',
    chains: false,
  },
  'deep-ensemble': {
    label: 'Deep ensemble',
    teaches: 'Several MAP networks from different starts; where they disagree the band opens.',
    source: 'Lakshminarayanan et al. 2017',
    samples: { label: 'Members', help: 'How many networks are trained beside each other.' },
    variational: false,
    rows: 'samples',
    cost: 'log-posterior',
    chains: false,
  },
  'mc-dropout': {
    label: 'MC dropout',
    teaches: 'Hidden units are switched off at random, in training and in prediction alike.',
    source: 'Gal & Ghahramani 2016',
    samples: {
      label: 'Masks a step',
      help: 'How many random masks each step averages over. More: a steadier cost, slower steps.',
    },
    variational: false,
    rows: 'one',
    cost: 'log-posterior',
    chains: false,
  },
  laplace: {
    label: 'Laplace, diagonal',
    teaches: 'The MAP network, then a normal whose width is read off the curvature at that point.',
    source: 'MacKay 1992; Ritter et al. 2018, §2',
    samples: { label: 'Samples', help: 'The fit is one network: this changes nothing for Laplace.' },
    variational: false,
    rows: 'one',
    cost: 'free-energy',
    chains: false,
  },
  hmc: {
    label: 'Hamiltonian Monte Carlo',
    teaches:
      'Draws from the posterior itself, by simulated motion. Slow, and the truth when its chains agree.',
    source: 'Neal 2011; Hoffman & Gelman 2014',
    samples: {
      label: 'Chains',
      help: 'How many chains run beside each other; agreement needs at least two.',
    },
    variational: false,
    rows: 'samples',
    cost: 'log-posterior',
    chains: true,
  },
} as const satisfies Record<string, Method>;

export type MethodKind = keyof typeof methods;

/** Colours of methods in comparisons, as custom properties: `--color-method-violet`. */
export type MethodColor = 'violet' | 'brown' | 'green' | 'gold' | 'blue' | 'rose';

/** A way to fill an [S, P] matrix of weights that predictions average over. */
export interface Method {
  readonly label: string;
  readonly teaches: string;
  readonly source: string;
  /** What `inference.samples` counts; null where the method ignores it. */
  readonly samples: { readonly label: string; readonly help: string } | null;
  /** Whether it fits a distribution q(w|θ); then its cost is a free energy, and estimator, KL and initial σ apply. */
  readonly fitsDistribution: boolean;
  /** Number of parameter vectors trained in parallel: one, or one per sample. */
  readonly rows: 'one' | 'samples';
  /** Whether it predicts by one network alone: then its epistemic uncertainty is 0 by construction. */
  readonly pointEstimate: boolean;
  /** Meaning of its two costs: the parts of a free energy, or of the log posterior averaged over its draws. */
  readonly cost: 'free-energy' | 'log-posterior';
  /** Maximum number of gradient evaluations of one row in a step; bounds the duration of a step. */
  readonly gradientsPerStep: number;
  /** Whether it samples Markov chains, with diagnostics, instead of following a gradient. */
  readonly chains: boolean;
  /** Whether it uses `inference.dropoutRate`. */
  readonly dropout: boolean;
  /**
   * Whether it derives a width from the curvature of the log posterior; the prior must then have constant curvature.
   */
  readonly curvature: boolean;
  /** Whether it is implemented for fully connected networks only. */
  readonly denseOnly: boolean;
  /** Legend: what the curve of one weight shows. */
  readonly curve: string;
  /** What is drawn of one weight, in a hint: 'Point at an edge to see …'. */
  readonly weight: string;
  /** Caption of the prediction while it trains: what the picture shows. */
  readonly training: string;
  /** Colour of its bands where methods are compared. */
  readonly color: MethodColor;
  /** Its name in a comparison with the posterior, and why it may be overconfident; null: it samples the posterior. */
  readonly comparison: { readonly subject: string; readonly overconfidenceReason: string } | null;
  /** Budget when it runs as an overlay: number of steps, and of samples, members or chains. */
  readonly overlayBudget: { readonly steps: number; readonly samples: number };
}

/** Maximum number of leapfrog steps in one trajectory of Hamiltonian Monte Carlo. */
export const maxLeapfrogSteps = 60;

const drawsPerStep = {
  label: 'Monte Carlo samples',
  help: 'How many draws of the weights each training step averages over. Four times as many halve the spread of its cost and gradient, and take longer.',
};

/** Every method, by its public key. */
export const methods = {
  'bayes-by-backprop': {
    label: 'Bayes by Backprop',
    teaches: 'A Gaussian q(w) for every weight, fitted by minimising the free energy.',
    source: 'Blundell et al. 2015, §3',
    samples: drawsPerStep,
    fitsDistribution: true,
    rows: 'one',
    pointEstimate: false,
    cost: 'free-energy',
    gradientsPerStep: 1,
    chains: false,
    dropout: false,
    curvature: false,
    denseOnly: false,
    curve: 'posterior q(w) of one weight',
    weight: 'its q (blue)',
    training: 'Training: the posterior now.',
    color: 'violet',
    comparison: {
      subject: 'q',
      overconfidenceReason: 'mean field underestimates uncertainty there (Foong et al. 2020)',
    },
    overlayBudget: { steps: 4000, samples: 4 },
  },
  map: {
    label: 'MAP: one best network',
    teaches:
      'The single most probable weights. There is no epistemic band: one network cannot disagree with itself.',
    source: 'Blundell et al. 2015, §2',
    samples: null,
    fitsDistribution: false,
    rows: 'one',
    pointEstimate: true,
    cost: 'log-posterior',
    gradientsPerStep: 1,
    chains: false,
    dropout: false,
    curvature: false,
    denseOnly: false,
    curve: 'value of one weight',
    weight: 'its value (blue)',
    training: 'Training: the network now.',
    color: 'brown',
    comparison: { subject: 'MAP', overconfidenceReason: 'one network cannot disagree with itself' },
    overlayBudget: { steps: 3000, samples: 1 },
  },
  'deep-ensemble': {
    label: 'Deep ensemble',
    teaches: 'Several MAP networks from different initial weights; the band is wide where they disagree.',
    source: 'Lakshminarayanan et al. 2017',
    samples: { label: 'Members', help: 'How many networks are trained beside each other.' },
    fitsDistribution: false,
    rows: 'samples',
    pointEstimate: false,
    cost: 'log-posterior',
    gradientsPerStep: 1,
    chains: false,
    dropout: false,
    curvature: false,
    denseOnly: false,
    curve: 'one weight over the members',
    weight: 'its values over the members (blue)',
    training: 'Training: the members now.',
    color: 'green',
    comparison: {
      subject: 'the ensemble',
      overconfidenceReason: 'its members agree where nothing tells them apart',
    },
    overlayBudget: { steps: 3000, samples: 5 },
  },
  'mc-dropout': {
    label: 'MC dropout',
    teaches: 'Hidden units are switched off at random, in training and in prediction alike.',
    source: 'Gal & Ghahramani 2016',
    samples: {
      label: 'Masks a step',
      help: 'How many random masks each step averages over. More: a steadier cost, slower steps.',
    },
    fitsDistribution: false,
    rows: 'one',
    pointEstimate: false,
    cost: 'log-posterior',
    gradientsPerStep: 1,
    chains: false,
    dropout: true,
    curvature: false,
    denseOnly: true,
    curve: 'one weight over the masks',
    weight: 'its values over the masks (blue)',
    training: 'Training: the network under its masks now.',
    color: 'gold',
    comparison: {
      subject: 'dropout',
      overconfidenceReason: 'masks of one network underestimate uncertainty there (Foong et al. 2020)',
    },
    overlayBudget: { steps: 3000, samples: 4 },
  },
  laplace: {
    label: 'Laplace, diagonal',
    teaches:
      'The MAP network, then a Gaussian around it, whose width follows from the curvature of the cost there.',
    source: 'MacKay 1992; Ritter et al. 2018, §2',
    samples: null,
    fitsDistribution: false,
    rows: 'one',
    pointEstimate: false,
    cost: 'free-energy',
    gradientsPerStep: 1,
    chains: false,
    dropout: false,
    curvature: true,
    denseOnly: true,
    curve: 'normal fit of one weight',
    weight: 'its normal fit (blue)',
    training: 'Training: the network, and the normal fit around it, now.',
    color: 'blue',
    comparison: {
      subject: 'Laplace',
      overconfidenceReason: 'it knows the curvature at one point only, and no correlations',
    },
    overlayBudget: { steps: 3000, samples: 1 },
  },
  hmc: {
    label: 'Hamiltonian Monte Carlo',
    teaches:
      'Draws from the posterior itself, by simulated motion. Slow; do not rely on it while its chains disagree.',
    source: 'Neal 2011; Hoffman & Gelman 2014',
    samples: {
      label: 'Chains',
      help: 'How many chains run side by side. At least two are needed to see whether they agree.',
    },
    fitsDistribution: false,
    rows: 'samples',
    pointEstimate: false,
    cost: 'log-posterior',
    gradientsPerStep: maxLeapfrogSteps + 1,
    chains: true,
    dropout: false,
    curvature: false,
    denseOnly: false,
    curve: 'one weight over the draws',
    weight: 'its values over the draws (blue)',
    training: 'Sampling: the draws so far.',
    color: 'rose',
    comparison: null,
    overlayBudget: { steps: 1400, samples: 4 },
  },
} as const satisfies Record<string, Method>;

export type MethodKind = keyof typeof methods;

/** Whether its draws are of the posterior or of a distribution fitted to it; else it predicts by one or several networks. */
export function hasPosterior({ cost, chains }: Pick<Method, 'cost' | 'chains'>): boolean {
  return cost === 'free-energy' || chains;
}

/** The method whose draws represent the posterior in comparisons. */
export const samplingMethod: MethodKind = 'hmc';

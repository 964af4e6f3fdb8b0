/** An estimator of E_q[log p(D|w)] and its gradient. */
export interface Estimator {
  readonly label: string;
  readonly teaches: string;
  readonly source: string;
  /** Whether the likelihood cost is computed from draws of the weights themselves. */
  readonly drawsWeights: boolean;
  /** Whether it supports recurrent networks: one draw must serve every time step of a sequence. */
  readonly supportsRecurrent: boolean;
  /** Whether one draw of the weights serves every example of a batch. */
  readonly sharesWeightsAcrossBatch: boolean;
}

/** Every estimator, by its public key. Each engine implements the sampling. */
export const estimators = {
  'weight-sampling': {
    label: 'Weight sampling',
    teaches: 'One draw of all weights for each Monte Carlo sample, shared by the whole batch.',
    source: 'Blundell et al. 2015, §3.2',
    drawsWeights: true,
    supportsRecurrent: true,
    sharesWeightsAcrossBatch: true,
  },
  'local-reparameterization': {
    label: 'Local reparameterisation',
    teaches:
      'The noise moves from the weights to each example’s activations: the same objective, less noisy gradients.',
    source: 'Kingma et al. 2015, eq. 6',
    drawsWeights: false,
    supportsRecurrent: false,
    sharesWeightsAcrossBatch: false,
  },
  flipout: {
    label: 'Flipout',
    teaches:
      'One draw for the batch, made a different one for each example by flipping signs: less noise, for any layer.',
    source: 'Wen et al. 2018, eq. 3, 4',
    drawsWeights: true,
    supportsRecurrent: true,
    sharesWeightsAcrossBatch: false,
  },
} as const satisfies Record<string, Estimator>;

export type EstimatorKind = keyof typeof estimators;

/** The estimator that draws one value of every weight for each Monte Carlo sample: the one that slow motion shows. */
export const weightDrawingEstimator: EstimatorKind = 'weight-sampling';

export { type KlScheduleKind, klSchedules } from './klSchedules.ts';

import type { Random } from '../../math/random.ts';

/** The parameters of all priors; each prior reads its own. All are standard deviations or scales, > 0; 0 < pi < 1. */
export interface PriorParameters {
  readonly sigma: number;
  readonly pi: number;
  readonly sigma1: number;
  readonly sigma2: number;
  readonly scale: number;
}

/** A parameter as its control shows it. */
export interface PriorControl {
  readonly key: keyof PriorParameters;
  readonly label: string;
  readonly symbol: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly logarithmic: boolean;
}

/** KL[N(mu, sigma²) ‖ p] of one weight in nats, and its derivatives. */
export interface WeightDivergence {
  readonly kl: number;
  readonly mu: number;
  readonly sigma: number;
}

/** A prior over one weight; the prior of a network is the product over its weights (never one mixture over whole vectors). */
export interface Prior {
  readonly label: string;
  readonly teaches: string;
  readonly source: string;
  readonly controls: readonly PriorControl[];
  /** log p(w), normalised, finite for every finite w. */
  readonly logDensity: (w: number, parameters: PriorParameters) => number;
  /** d log p(w) / dw. */
  readonly logDensityDerivative: (w: number, parameters: PriorParameters) => number;
  /** One draw w ~ p. */
  readonly draw: (random: Random, parameters: PriorParameters) => number;
  /** Standard deviation of p. */
  readonly deviation: (parameters: PriorParameters) => number;
  /** −d² log p(w)/dw², the precision of p, if it is one positive number for all w; else null. */
  readonly precision: ((parameters: PriorParameters) => number) | null;
  /** Exact KL[N(mu, sigma²) ‖ p], or null if there is no closed form. */
  readonly divergence: ((mu: number, sigma: number, parameters: PriorParameters) => WeightDivergence) | null;
}

/** An exact posterior whose draws are made before the site is built, so that no reader waits for Hamiltonian Monte Carlo. */
export interface ShippedPosterior {
  /** The experiment, with the method and its number of chains, as after the # of an address. */
  readonly link: string;
  /** Transitions of each chain, warm-up included. */
  readonly transitions: number;
  /** Draws of each chain that the file keeps, evenly spaced over all of them. */
  readonly kept: number;
  /** The stored draws. */
  readonly load: () => Promise<{ readonly default: unknown }>;
}

/**
 * The posteriors whose draws are shipped, by the name of their file. `npm run trained -- posteriors/NAME` draws them and
 * writes the files.
 */
export const shippedPosteriors = {
  twoClusters: {
    link: 'dataset.id=two-clusters&network.hidden=20&inference.method=hmc&inference.samples=4',
    transitions: 8400,
    kept: 75,
    load: () => import('./posteriors/twoClusters.json'),
  },
} as const satisfies Record<string, ShippedPosterior>;

export type PosteriorName = keyof typeof shippedPosteriors;

/** The registry's entry of a name, widened from its literal type. */
export function shippedPosterior(name: PosteriorName): ShippedPosterior {
  return shippedPosteriors[name];
}

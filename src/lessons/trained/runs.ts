/** A run that is trained before the site is built, so that its exhibit opens at its last step. */
export interface TrainedRun {
  /** The experiment, as after the # of an address. */
  readonly link: string;
  /** Training steps; of chains: transitions, warm-up included. */
  readonly steps: number;
  /** The stored checkpoint. */
  readonly load: () => Promise<{ readonly default: unknown }>;
}

/**
 * The runs whose last state is shipped, by the name of their file. `npm run trained -- NAME` trains them and writes the
 * files.
 */
export const trainedRuns = {
  blundell: {
    link: 'dataset.id=blundell',
    steps: 7000,
    load: () => import('./files/blundell.json'),
  },
  blundellMap: {
    link: 'dataset.id=blundell&inference.method=map',
    steps: 7000,
    load: () => import('./files/blundellMap.json'),
  },
  digitsMap: {
    link: 'dataset.id=digits&network.kind=dense&network.hidden=32&prediction.samples=100&inference.method=map',
    steps: 800,
    load: () => import('./files/digitsMap.json'),
  },
  digitsBayes: {
    link: 'dataset.id=digits&network.kind=dense&network.hidden=32&prediction.samples=100&inference.method=bayes-by-backprop',
    steps: 800,
    load: () => import('./files/digitsBayes.json'),
  },
  digitFilters: {
    link: 'dataset.id=digits&network.channels=6,12&prior.sigma=1&prediction.samples=16',
    steps: 3000,
    load: () => import('./files/digitFilters.json'),
  },
  moons: {
    link: 'dataset.id=moons',
    steps: 3000,
    load: () => import('./files/moons.json'),
  },
  twoClusters: {
    link: 'dataset.id=two-clusters&network.hidden=20',
    steps: 3000,
    load: () => import('./files/twoClusters.json'),
  },
} as const satisfies Record<string, TrainedRun>;

export type TrainedName = keyof typeof trainedRuns;

/** The registry's entry of a name, widened from its literal type. */
export function trainedRun(name: TrainedName): TrainedRun {
  return trainedRuns[name];
}

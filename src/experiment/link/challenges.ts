/** A task with goals. */
export interface Challenge {
  readonly title: string;
  readonly task: string;
  /** The experiment at the beginning, as a link. */
  readonly link: string;
  readonly goals: readonly string[];
}

/** Ready-made challenges, by their public keys. */
export const challenges = {
  'reach-out': {
    title: 'Reach out',
    task: 'Add at most three points, so that the network is sure at x = 1, far from the data.',
    link: 'dataset.id=blundell&likelihood.noise=0.05',
    goals: ['epistemic_1_below_0.2', 'points_below_3'],
  },
  'stay-unsure': {
    title: 'Unsure where it should be',
    task: 'Let the band open to the right of the data: change the prior or the network, not the points.',
    link: 'dataset.id=blundell&prior.sigma=0.1',
    goals: ['epistemic_1.2_above_0.4', 'points_below_0'],
  },
  'small-network': {
    title: 'As small as can be',
    task: 'Explain the curve with at most 31 weights.',
    link: 'dataset.id=cubic',
    goals: ['weights_below_31', 'rmse_below_12', 'points_below_0'],
  },
  'cheap-weights': {
    title: 'Cheap weights',
    task: 'Bring the complexity cost below 60 nats without losing the data: the RMSE stays below 0.1.',
    link: 'dataset.id=blundell',
    goals: ['complexity_below_60', 'rmse_below_0.1', 'points_below_0'],
  },
} as const satisfies Record<string, Challenge>;

/** The full link of a challenge, for which `#challenge=reach-out` is short. */
export function challengeLink({ link, goals }: Challenge): string {
  return `${link}&view.challenge=${goals.join(',')}`;
}

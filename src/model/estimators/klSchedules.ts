/** How the complexity cost is distributed over the minibatches of an epoch. */
export interface KlSchedule {
  readonly label: string;
  /** The share π_i of batch i = 1 … batches; the shares of an epoch sum to 1. */
  readonly share: (batch: number, batches: number) => number;
}

/** Every schedule, by its public key. */
export const klSchedules = {
  /** π_i = 1/M (Graves 2011). */
  uniform: { label: 'Uniform', share: (_batch, batches) => 1 / batches },
  /** π_i = 2^(M−i)/(2^M − 1) (Blundell et al. 2015, §3.4), written so that it cannot overflow. */
  blundell: {
    label: 'Blundell: early batches carry more',
    share: (batch, batches) => 2 ** -batch / (1 - 2 ** -batches),
  },
} as const satisfies Record<string, KlSchedule>;

export type KlScheduleKind = keyof typeof klSchedules;

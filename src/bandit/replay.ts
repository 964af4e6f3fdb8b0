/** Replay buffer: the last `capacity` observations in the format of training data. */
export interface Replay {
  /** Number of stored observations. */
  readonly size: () => number;
  /** inputs: [inputCount], copied. target: standardised. Overwrites the oldest observation when full. */
  readonly add: (inputs: ArrayLike<number>, target: number) => void;
  /** Views of the stored observations, row-major [size, inputCount] and [size]; valid until the next `add`. */
  readonly inputs: () => Float64Array;
  readonly targets: () => Float64Array;
}

/** Capacity of the replay buffer in Blundell et al. (2015, §5.3). */
const DEFAULT_CAPACITY = 4096;

export function createReplay(inputCount: number, capacity = DEFAULT_CAPACITY): Replay {
  const inputs = new Float64Array(capacity * inputCount);
  const targets = new Float64Array(capacity);
  let added = 0;
  const size = () => Math.min(added, capacity);
  return {
    size,
    add: (row, target) => {
      const at = added % capacity;
      inputs.set(row, at * inputCount);
      targets[at] = target;
      added++;
    },
    inputs: () => inputs.subarray(0, size() * inputCount),
    targets: () => targets.subarray(0, size()),
  };
}

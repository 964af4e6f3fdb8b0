/** Resolves after the messages that wait have been handled. Called between chunks of long computations. */
export type Yield = () => Promise<void>;

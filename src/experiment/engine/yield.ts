/** Lets messages that wait for the worker be handled; called between pieces of long work. */
export type Yield = () => Promise<void>;

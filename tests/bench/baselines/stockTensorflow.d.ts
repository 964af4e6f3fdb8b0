/**
 * Types of the packages that only this folder's package.json installs, so that the benchmarks compile without them. The
 * union package re-exports the core, and the baselines use nothing else of it.
 */
declare module '@tensorflow/tfjs' {
  export * from '@tensorflow/tfjs-core';
}

declare module '@tensorflow/tfjs-backend-wasm' {
  export function setThreadsCount(count: number): void;
  export function setWasmPaths(folder: string): void;
}

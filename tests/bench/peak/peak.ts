/// <reference path="../../../src/engine/wasm/assemblyImport.d.ts" />
import { bytes } from './assembly/index.ts?wasm';

interface Kernel {
  readonly multiplyAddsPerRound: () => number;
  readonly multiplyAddChains: (rounds: number, factor: number, addend: number) => number;
}

/** Rounds of one call: about a millisecond, so that optimised code is used from the next call. */
const ROUNDS = 200_000;

/** 128-bit single-precision multiply-adds per second of this machine on one thread: the upper bound of any engine. */
export function createPeak(): { readonly multiplyAddsIn: (milliseconds: number) => number } {
  const { multiplyAddsPerRound, multiplyAddChains } = new WebAssembly.Instance(
    new WebAssembly.Module(bytes as Uint8Array<ArrayBuffer>),
  ).exports as unknown as Kernel;
  return {
    multiplyAddsIn: (milliseconds) => {
      const begun = performance.now();
      let calls = 0;
      while (performance.now() - begun < milliseconds) {
        multiplyAddChains(ROUNDS, 0.999, 0.001);
        calls++;
      }
      const seconds = (performance.now() - begun) / 1000;
      return (calls * ROUNDS * multiplyAddsPerRound()) / seconds;
    },
  };
}

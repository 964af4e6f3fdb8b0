/// <reference path="../../../src/engine/wasm/assemblyImport.d.ts" />
import { bytes } from './assembly/index.ts?wasm';

interface Kernel {
  readonly multiplyAddsPerRound: () => number;
  readonly multiplyAddChains: (rounds: number, factor: number, addend: number) => number;
}

/** Rounds of one call: about a millisecond, so that the optimised code is taken up at the next. */
const ROUNDS = 200_000;

/** How many 128-bit multiply-adds this machine does in a second, single precision, one thread: the roof of any engine on it. */
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

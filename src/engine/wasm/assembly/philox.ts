import { term } from './lanes';

/** The multipliers of words 0 and 2. */
const multipliers: usize = memory.data<u32>([0xd2511f53, 0xcd9e8d57]);
const WEYL_0: i32 = 0x9e3779b9;
const WEYL_1: i32 = 0xbb67ae85;

/** The two key words of each of the ten rounds. */
const keys: usize = memory.data(80, 16);

/** Computes the round keys of (seed, 0) for the following calls of drawBlocks. */
export function scheduleKeys(seed: i32): void {
  let key0 = seed;
  let key1 = 0;
  for (let key = keys; key < keys + 80; key += 8) {
    store<i32>(key, key0);
    store<i32>(key, key1, 4);
    key0 += WEYL_0;
    key1 += WEYL_1;
  }
}

/** 64-bit products of words 0 and 1 with a multiplier. */
@inline
function firstProducts(words: v128, index: i32): v128 {
  return i64x2.extmul_low_i32x4_u(words, term(multipliers, index));
}

/** 64-bit products of words 2 and 3 with a multiplier. */
@inline
function lastProducts(words: v128, index: i32): v128 {
  return i64x2.extmul_high_i32x4_u(words, term(multipliers, index));
}

/** The low words of four products. */
@inline
function lowWords(first: v128, last: v128): v128 {
  return v128.shuffle<i32>(first, last, 0, 2, 4, 6);
}

/** XOR of the high words of four products, `word` and the key. */
@inline
function mixed(first: v128, last: v128, word: v128, key: usize): v128 {
  return v128.xor(v128.xor(v128.shuffle<i32>(first, last, 1, 3, 5, 7), word), term(key, 0));
}

/**
 * Philox4x32-10 (Salmon et al. 2011) of the counters (block + 0 … 7, sample, step, stream) with the scheduled keys, as in
 * src/math/philox.ts. Writes 32 words: word 0 of the first four blocks, then word 1 of each, and so on; then the other four
 * blocks. Interleaves two groups, because the rounds of one group depend on each other.
 */
export function drawBlocks(out: usize, block: i32, sample: i32, step: i32, stream: i32): void {
  let c0 = i32x4.add(i32x4.splat(block), i32x4(0, 1, 2, 3));
  let c1 = i32x4.splat(sample);
  let c2 = i32x4.splat(step);
  let c3 = i32x4.splat(stream);
  let d0 = i32x4.add(i32x4.splat(block), i32x4(4, 5, 6, 7));
  let d1 = c1;
  let d2 = c2;
  let d3 = c3;
  for (let key = keys; key < keys + 80; key += 8) {
    const first0 = firstProducts(c0, 0);
    const last0 = lastProducts(c0, 0);
    const first1 = firstProducts(c2, 1);
    const last1 = lastProducts(c2, 1);
    c0 = mixed(first1, last1, c1, key);
    c1 = lowWords(first1, last1);
    c2 = mixed(first0, last0, c3, key + 4);
    c3 = lowWords(first0, last0);
    const next0 = firstProducts(d0, 0);
    const after0 = lastProducts(d0, 0);
    const next1 = firstProducts(d2, 1);
    const after1 = lastProducts(d2, 1);
    d0 = mixed(next1, after1, d1, key);
    d1 = lowWords(next1, after1);
    d2 = mixed(next0, after0, d3, key + 4);
    d3 = lowWords(next0, after0);
  }
  v128.store(out, c0);
  v128.store(out, c1, 16);
  v128.store(out, c2, 32);
  v128.store(out, c3, 48);
  v128.store(out, d0, 64);
  v128.store(out, d1, 80);
  v128.store(out, d2, 96);
  v128.store(out, d3, 112);
}

/** drawBlocks with the key (seed, 0). */
export function philoxBlocks(out: usize, block: i32, sample: i32, step: i32, stream: i32, seed: i32): void {
  scheduleKeys(seed);
  drawBlocks(out, block, sample, step, stream);
}

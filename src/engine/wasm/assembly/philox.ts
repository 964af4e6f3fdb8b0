const MULTIPLIER_0: i32 = 0xd2511f53;
const MULTIPLIER_1: i32 = 0xcd9e8d57;
const WEYL_0: i32 = 0x9e3779b9;
const WEYL_1: i32 = 0xbb67ae85;

/** The low 32 bits of four products whose pairs stand in `first` and `second`; then the high ones. */
@inline
function lowWords(first: v128, second: v128): v128 {
  return v128.shuffle<i32>(first, second, 0, 2, 4, 6);
}

@inline
function highWords(first: v128, second: v128): v128 {
  return v128.shuffle<i32>(first, second, 1, 3, 5, 7);
}

/**
 * Philox4x32-10 of the counters (block + 0 … 3, sample, step, stream) and the key (seed, 0), as in src/math/philox.ts
 * (Salmon et al. 2011). Writes 16 words: word 0 of the four blocks, then word 1 of each, and so on.
 */
export function philoxBlocks(
  out: usize,
  block: i32,
  sample: i32,
  step: i32,
  stream: i32,
  seed: i32,
): void {
  const multiplier0 = i32x4.splat(MULTIPLIER_0);
  const multiplier1 = i32x4.splat(MULTIPLIER_1);
  let c0 = i32x4.add(i32x4.splat(block), i32x4(0, 1, 2, 3));
  let c1 = i32x4.splat(sample);
  let c2 = i32x4.splat(step);
  let c3 = i32x4.splat(stream);
  let key0 = i32x4.splat(seed);
  let key1 = i32x4.splat(0);
  for (let round = 0; round < 10; round++) {
    const first0 = i64x2.extmul_low_i32x4_u(c0, multiplier0);
    const second0 = i64x2.extmul_high_i32x4_u(c0, multiplier0);
    const first1 = i64x2.extmul_low_i32x4_u(c2, multiplier1);
    const second1 = i64x2.extmul_high_i32x4_u(c2, multiplier1);
    c0 = v128.xor(v128.xor(highWords(first1, second1), c1), key0);
    c1 = lowWords(first1, second1);
    c2 = v128.xor(v128.xor(highWords(first0, second0), c3), key1);
    c3 = lowWords(first0, second0);
    key0 = i32x4.add(key0, i32x4.splat(WEYL_0));
    key1 = i32x4.add(key1, i32x4.splat(WEYL_1));
  }
  v128.store(out, c0);
  v128.store(out, c1, 16);
  v128.store(out, c2, 32);
  v128.store(out, c3, 48);
}

import { one } from './lanes';
import { drawBlocks, scheduleKeys } from './philox';

/** Buffer for the words of eight blocks. */
const words: usize = memory.data(128, 16);

/** The word with the bit of sign `index`. The buffer must hold the eight blocks around it. */
@inline
function signWord(index: i32): i32 {
  const inFour = (((index >> 5) & 3) << 4) + (((index >> 7) & 3) << 2);
  return load<i32>(words + <usize>((((index >> 9) & 1) << 6) + inFour));
}

/**
 * Signs ±1: element i is sign n = first + i of fillSigns in src/math/random.ts, bit n mod 32 of word ⌊n/32⌋ mod 4 of block
 * ⌊n/128⌋. Writes groups of four: out needs room for 3 more.
 */
export function fillSigns(
  out: usize,
  count: i32,
  first: i32,
  seed: i32,
  stream: i32,
  step: i32,
  sample: i32,
): void {
  scheduleKeys(seed);
  let drawn = -1;
  const end = first + count;
  for (let index = first; index < end; ) {
    const group = index >> 10;
    if (group !== drawn) drawBlocks(words, group << 3, sample, step, stream);
    drawn = group;
    // Shifts the word so that the bit of `index` is the lowest; lanes test bits 0 to 3. Near the end of a word fewer are used.
    const bits = signWord(index) >>> (index & 31);
    const clear = i32x4.eq(v128.and(i32x4.splat(bits), i32x4(1, 2, 4, 8)), i32x4.splat(0));
    v128.store(out, v128.or(one(), v128.and(clear, i32x4.splat(0x80000000))));
    const taken = min(4, 32 - (index & 31));
    index += taken;
    out += <usize>taken << 2;
  }
}

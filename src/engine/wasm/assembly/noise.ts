import { logOfParts, smallCosine, smallSine, turned } from './elementary';
import { choose, four } from './lanes';
import { philoxBlocks } from './philox';

/** Room for the words of four blocks. */
const words: usize = memory.data(64, 16);

/**
 * log u of u = (integer + ½) 2^−24, for integers of 24 bits. Every u has 25 bits, one more than a float32: the last is
 * carried to where log u starts, or the largest u would be 1 and their normals 0.
 */
@inline
function logOfUnit(integer: v128): v128 {
  const whole = f32x4.convert_i32x4_s(integer);
  const rounded = f32x4.add(whole, four(0.5));
  const lost = f32x4.sub(four(0.5), f32x4.sub(rounded, whole));
  const mantissa = v128.or(v128.and(rounded, i32x4.splat(0x007fffff)), i32x4.splat(0x3f800000));
  const large = f32x4.gt(mantissa, four(1.41421356));
  const exponent = i32x4.sub(i32x4.sub(i32x4.shr_u(rounded, 23), i32x4.splat(127)), large);
  const reduced = choose(f32x4.mul(mantissa, four(0.5)), mantissa, large);
  const scale = i32x4.shl(i32x4.sub(i32x4.splat(127), exponent), 23);
  const f = f32x4.add(f32x4.sub(reduced, four(1)), f32x4.mul(lost, scale));
  return logOfParts(f, f32x4.convert_i32x4_s(i32x4.sub(exponent, i32x4.splat(24))));
}

/** √(−2 log u), u from the upper 24 bits of four words. */
@inline
function radius(word: v128): v128 {
  return f32x4.sqrt(f32x4.mul(four(-2), logOfUnit(i32x4.shr_u(word, 8))));
}

/**
 * Standard normals by Box and Muller, element i a function of (seed, stream, step, sample, 4 · firstBlock + i), as
 * fillNormal of src/math/random.ts; absolute error below 1e-6. Writes whole groups of 16: out has room for 15 more.
 */
export function fillNormal(
  out: usize,
  count: i32,
  firstBlock: i32,
  seed: i32,
  stream: i32,
  step: i32,
  sample: i32,
): void {
  const end = out + (<usize>count << 2);
  for (let block = firstBlock; out < end; block += 4) {
    philoxBlocks(words, block, sample, step, stream, seed);
    const first = pair(0);
    const firstSine = sines;
    const second = pair(16);
    const secondSine = sines;
    const firstLow = v128.shuffle<i32>(first, firstSine, 0, 4, 1, 5);
    const firstHigh = v128.shuffle<i32>(first, firstSine, 2, 6, 3, 7);
    const secondLow = v128.shuffle<i32>(second, secondSine, 0, 4, 1, 5);
    const secondHigh = v128.shuffle<i32>(second, secondSine, 2, 6, 3, 7);
    v128.store(out, v128.shuffle<i64>(firstLow, secondLow, 0, 2));
    v128.store(out, v128.shuffle<i64>(firstLow, secondLow, 1, 3), 16);
    v128.store(out, v128.shuffle<i64>(firstHigh, secondHigh, 0, 2), 32);
    v128.store(out, v128.shuffle<i64>(firstHigh, secondHigh, 1, 3), 48);
    out += 64;
  }
}

/** The second halves of the pairs of the four blocks. */
let sines: v128 = i32x4(0, 0, 0, 0);

/** One Box–Muller pair of each of the four blocks; `offset`: 0 or 16, of the word that gives the radius. */
@inline
function pair(offset: usize): v128 {
  const length = radius(v128.load(words + offset));
  const turn = i32x4.shr_u(v128.load(words + offset, 32), 8);
  const quarter = i32x4.shr_u(i32x4.add(turn, i32x4.splat(1 << 21)), 22);
  const rest = f32x4.convert_i32x4_s(i32x4.sub(turn, i32x4.shl(quarter, 22)));
  const angle = f32x4.mul(rest, four(<f32>(6.283185307179586 / 16777216.0)));
  const sine = smallSine(angle);
  const cosine = smallCosine(angle);
  sines = f32x4.mul(length, turned(sine, cosine, quarter));
  return f32x4.mul(length, turned(sine, cosine, i32x4.add(quarter, i32x4.splat(1))));
}

/** The word that holds sign number `index`; the four blocks around it are drawn when it is the first of theirs. */
@inline
function signWord(index: i32): i32 {
  return load<i32>(words + <usize>((((index >> 5) & 3) << 4) + (((index >> 7) & 3) << 2)));
}

/**
 * Signs ±1, element i that of number `first` + i in fillSigns of src/math/random.ts: bit i mod 32 of word ⌊i/32⌋ mod 4 of
 * block ⌊i/128⌋. Writes groups of four: out has room for 3 more.
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
  let drawn = -1;
  const end = first + count;
  for (let index = first; index < end; ) {
    const group = index >> 9;
    if (group !== drawn) philoxBlocks(words, group << 2, sample, step, stream, seed);
    drawn = group;
    // A lane takes its bit from a word turned so that bit `index` is the lowest; the last ones of a word go one by one.
    const bits = signWord(index) >>> (index & 31);
    const clear = i32x4.eq(v128.and(i32x4.splat(bits), i32x4(1, 2, 4, 8)), i32x4.splat(0));
    v128.store(out, v128.or(four(1), v128.and(clear, i32x4.splat(0x80000000))));
    const taken = min(4, 32 - (index & 31));
    index += taken;
    out += <usize>taken << 2;
  }
}

import { multiplyAdd, signOf, term } from './lanes';
import { drawBlocks, scheduleKeys } from './philox';

/** Bytes of the random words that are generated at a time, for 256 normals. */
const STRETCH: usize = 1024;
const words: usize = memory.data(1024, 16);

/** −2 log(1 + f)/f for √½ − 1 ≤ f ≤ √2 − 1, lowest power first: minimax, relative error 2e-7. Then −2 log 2. */
const logTerms: usize = memory.data<f32>([
  -1.999999891, 1.000007302, -0.6667011789, 0.4993981812, -0.3980033082, 0.3450165942, -0.3244516186,
  0.2021379218, -1.38629436112,
]);
/** ½, 2^24 and 2^−24. */
const unit: usize = memory.data<f32>([0.5, 16777216, 5.9604644775390625e-8]);
/** The bits of 2^24 √½ as an integer. */
const lowest: usize = memory.data<u32>([0x4b3504f3]);

/**
 * −2 log u of u = (integer + ½) 2^−24, for 24-bit integers. u has 25 bits, one more than a float32: the last bit is added to
 * f below; otherwise the largest u would be rounded to 1 and give normals of 0.
 */
@inline
function minusTwoLog(integer: v128): v128 {
  const whole = f32x4.convert_i32x4_s(integer);
  const rounded = f32x4.add(whole, term(unit, 0));
  const lost = f32x4.sub(term(unit, 0), f32x4.sub(rounded, whole));
  // u = 2^exponent · m with √½ ≤ m < √2. Where the last bit is lost, just below 1, the exponent is 0.
  const exponent = i32x4.shr_s(i32x4.sub(rounded, term(lowest, 0)), 23);
  const mantissa = i32x4.sub(rounded, i32x4.shl(exponent, 23));
  const f = f32x4.mul(f32x4.add(f32x4.sub(mantissa, term(unit, 1)), lost), term(unit, 2));
  const square = f32x4.mul(f, f);
  const power0 = multiplyAdd(f, term(logTerms, 1), term(logTerms, 0));
  const power2 = multiplyAdd(f, term(logTerms, 3), term(logTerms, 2));
  const power4 = multiplyAdd(f, term(logTerms, 5), term(logTerms, 4));
  const power6 = multiplyAdd(f, term(logTerms, 7), term(logTerms, 6));
  const low = multiplyAdd(power2, square, power0);
  const p = multiplyAdd(multiplyAdd(power6, square, power4), f32x4.mul(square, square), low);
  return multiplyAdd(f32x4.convert_i32x4_s(exponent), term(logTerms, 8), f32x4.mul(p, f));
}

/** sin(πx/2)/x and cos(πx/2) over x², for |x| ≤ 1, lowest power first: minimax, errors 5e-9 and 5e-8. Then 2^−22. */
const sineTerms: usize = memory.data<f32>([
  1.570796318, -0.6459637106, 0.07968967895, -0.004673766613, 0.0001514851308,
]);
const cosineTerms: usize = memory.data<f32>([
  0.9999999535, -1.233698215, 0.2536507446, -0.02081062752, 0.0008581906199,
]);
const quarterTurn: usize = memory.data<f32>([2.384185791015625e-7]);

/** A polynomial of degree four in x. */
@inline
function quartic(terms: usize, x: v128, square: v128): v128 {
  const low = multiplyAdd(x, term(terms, 1), term(terms, 0));
  const middle = multiplyAdd(x, term(terms, 3), term(terms, 2));
  return multiplyAdd(multiplyAdd(term(terms, 4), square, middle), square, low);
}

/** Second result of `pair`: the sines. */
let sines: v128 = i32x4(0, 0, 0, 0);

/**
 * The Box–Muller pairs of four radii and four angle words. Returns radius · cosine; `sines` holds radius · sine. An angle
 * beyond ±¼ turn is replaced by the opposite angle, with both signs changed.
 */
@inline
function pair(radius: v128, turn: v128): v128 {
  const doubled = i32x4.shl(turn, 1);
  const length = v128.xor(radius, signOf(v128.xor(turn, doubled)));
  const x = f32x4.mul(f32x4.convert_i32x4_s(i32x4.shr_s(doubled, 9)), term(quarterTurn, 0));
  const square = f32x4.mul(x, x);
  const fourth = f32x4.mul(square, square);
  sines = f32x4.mul(length, f32x4.mul(quartic(sineTerms, square, fourth), x));
  return f32x4.mul(length, quartic(cosineTerms, square, fourth));
}

/** √(−2 log u) of four words. */
@inline
function radius(word: v128): v128 {
  return f32x4.sqrt(minusTwoLog(i32x4.shr_u(word, 8)));
}

/** Writes the sixteen normals of four blocks: words 0 and 1 have been replaced by radii, words 2 and 3 give the angles. */
@inline
function storeNormals(out: usize, blocks: usize): void {
  const first = pair(v128.load(blocks), v128.load(blocks, 32));
  const firstSine = sines;
  const second = pair(v128.load(blocks, 16), v128.load(blocks, 48));
  const secondSine = sines;
  const firstLow = v128.shuffle<i32>(first, firstSine, 0, 4, 1, 5);
  const firstHigh = v128.shuffle<i32>(first, firstSine, 2, 6, 3, 7);
  const secondLow = v128.shuffle<i32>(second, secondSine, 0, 4, 1, 5);
  const secondHigh = v128.shuffle<i32>(second, secondSine, 2, 6, 3, 7);
  v128.store(out, v128.shuffle<i64>(firstLow, secondLow, 0, 2));
  v128.store(out, v128.shuffle<i64>(firstLow, secondLow, 1, 3), 16);
  v128.store(out, v128.shuffle<i64>(firstHigh, secondHigh, 0, 2), 32);
  v128.store(out, v128.shuffle<i64>(firstHigh, secondHigh, 1, 3), 48);
}

/**
 * Standard normals by Box–Muller. Element i depends on (seed, stream, step, sample, 4 · firstBlock + i) only and equals that of
 * fillNormal in src/math/random.ts within 2e-6. Writes whole groups of 16: out needs room for 15 more.
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
  scheduleKeys(seed);
  const end = out + (<usize>count << 2);
  let block = firstBlock;
  while (out < end) {
    const wordsEnd = words + min(STRETCH, end - out);
    // Short loops, so that the processor can execute several iterations in parallel.
    for (let at = words; at < wordsEnd; at += 128) {
      drawBlocks(at, block, sample, step, stream);
      block += 8;
    }
    for (let at = words; at < wordsEnd; at += 64) {
      v128.store(at, radius(v128.load(at)));
      v128.store(at, radius(v128.load(at, 16)), 16);
    }
    for (let at = words; at < wordsEnd; at += 64) {
      storeNormals(out, at);
      out += 64;
    }
  }
}

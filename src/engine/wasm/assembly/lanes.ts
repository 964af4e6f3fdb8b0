/** A number in all four lanes. */
@inline
export function four(value: f32): v128 {
  return f32x4.splat(value);
}

/**
 * Number `index` of a table in memory, in all four lanes. Constants are kept in tables: browsers compile a constant vector
 * to three instructions at every use, a load to one.
 */
@inline
export function term(table: usize, index: i32): v128 {
  return v128.load32_splat(table + (<usize>index << 2));
}

const ones: usize = memory.data<f32>([1]);

/** 1 in all four lanes. */
@inline
export function one(): v128 {
  return term(ones, 0);
}

/** The sign bit. */
const sign: usize = memory.data<u32>([0x80000000]);

/** |x| */
@inline
export function sizeOf(x: v128): v128 {
  return v128.andnot(x, term(sign, 0));
}

/** −|x| */
@inline
export function negativeSizeOf(x: v128): v128 {
  return v128.or(x, term(sign, 0));
}

/** −x */
@inline
export function negativeOf(x: v128): v128 {
  return v128.xor(x, term(sign, 0));
}

/** The sign bits of x, other bits 0. */
@inline
export function signOf(x: v128): v128 {
  return v128.and(x, term(sign, 0));
}

/** value in the lanes where `mask` is set, else `other`. */
@inline
export function choose(value: v128, other: v128, mask: v128): v128 {
  return v128.bitselect(value, other, mask);
}

/** addend + left · right. */
@inline
export function multiplyAdd(left: v128, right: v128, addend: v128): v128 {
  return f32x4.add(f32x4.mul(left, right), addend);
}

/** Lane k holds count − k, the numbers left from number k on. Positive lanes are inside the vector. */
@inline
export function countdown(count: i32): v128 {
  return i32x4.sub(i32x4.splat(count), i32x4(0, 1, 2, 3));
}

/** The countdown for the next group of four. */
@inline
export function nextGroup(left: v128): v128 {
  return i32x4.sub(left, term(groupOfFour, 0));
}

const groupOfFour: usize = memory.data<i32>([4]);

/** values in the lanes inside the vector, else 0. */
@inline
export function within(values: v128, left: v128): v128 {
  return v128.and(values, i32x4.gt_s(left, i32x4.splat(0)));
}

/** values in the lanes inside the vector, else 1. */
@inline
export function withinOrOne(values: v128, left: v128): v128 {
  return choose(values, one(), i32x4.gt_s(left, i32x4.splat(0)));
}

/** Loads four float64 numbers as float32. */
@inline
export function narrowed(from: usize): v128 {
  return joined(v128.load(from), v128.load(from, 16));
}

/** Four float64 numbers, two in each argument, as float32. */
@inline
export function joined(lower: v128, upper: v128): v128 {
  return v128.shuffle<i64>(f32x4.demote_f64x2_zero(lower), f32x4.demote_f64x2_zero(upper), 0, 2);
}

/** The sum of four lanes. */
@inline
export function sumOfLanes(values: v128): f32 {
  return (
    f32x4.extract_lane(values, 0) +
    f32x4.extract_lane(values, 1) +
    (f32x4.extract_lane(values, 2) + f32x4.extract_lane(values, 3))
  );
}

/** The upper two lanes as float64. */
@inline
export function upperWide(values: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<i64>(values, values, 1, 1));
}

/** sums [2 × f64] + values [4 × f32] in float64, because costs are sums of thousands of terms. */
@inline
export function addWide(sums: v128, values: v128): v128 {
  return f64x2.add(sums, f64x2.add(f64x2.promote_low_f32x4(values), upperWide(values)));
}

/** The sum of two float64 lanes. */
@inline
export function sumOfWide(sums: v128): f64 {
  return f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
}

/** Four equal numbers. */
@inline
export function four(value: f32): v128 {
  return f32x4.splat(value);
}

/** value where the lanes of `mask` are set, else `other`. */
@inline
export function choose(value: v128, other: v128, mask: v128): v128 {
  return v128.bitselect(value, other, mask);
}

/** addend + left · right. */
@inline
export function multiplyAdd(left: v128, right: v128, addend: v128): v128 {
  return f32x4.add(f32x4.mul(left, right), addend);
}

/** Set in the lanes below `count`: the ones of a last group that belong to the vector. */
@inline
export function lanesBelow(count: i32): v128 {
  return i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(count));
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

/** sums [2 × f64] + values [4 × f32], in float64: sums of costs run over thousands of terms. */
@inline
export function addWide(sums: v128, values: v128): v128 {
  const high = v128.shuffle<i32>(values, values, 2, 3, 2, 3);
  return f64x2.add(
    sums,
    f64x2.add(f64x2.promote_low_f32x4(values), f64x2.promote_low_f32x4(high)),
  );
}

/** The sum of two float64 lanes. */
@inline
export function sumOfWide(sums: v128): f64 {
  return f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
}

/** Multiply-adds of one round of `multiplyAddChains`: twelve chains of four lanes, two turns each. */
export function multiplyAddsPerRound(): i32 {
  return 12 * 4 * 2;
}

/** x · a + b */
@inline
function turn(x: v128, a: v128, b: v128): v128 {
  return f32x4.add(f32x4.mul(x, a), b);
}

/**
 * x ← x · a + b in twelve independent chains that stay in registers: the maximum rate of 128-bit multiply-adds,
 * because twelve chains hide the latency of two units. Returns the sum, so that the compiler cannot remove any.
 */
export function multiplyAddChains(rounds: i32, factor: f32, addend: f32): f32 {
  const a = f32x4.splat(factor);
  const b = f32x4.splat(addend);
  let x0 = f32x4.splat(1);
  let x1 = f32x4.splat(2);
  let x2 = f32x4.splat(3);
  let x3 = f32x4.splat(4);
  let x4 = f32x4.splat(5);
  let x5 = f32x4.splat(6);
  let x6 = f32x4.splat(7);
  let x7 = f32x4.splat(8);
  let x8 = f32x4.splat(9);
  let x9 = f32x4.splat(10);
  let x10 = f32x4.splat(11);
  let x11 = f32x4.splat(12);
  for (let round = 0; round < rounds; round++) {
    x0 = turn(x0, a, b);
    x1 = turn(x1, a, b);
    x2 = turn(x2, a, b);
    x3 = turn(x3, a, b);
    x4 = turn(x4, a, b);
    x5 = turn(x5, a, b);
    x6 = turn(x6, a, b);
    x7 = turn(x7, a, b);
    x8 = turn(x8, a, b);
    x9 = turn(x9, a, b);
    x10 = turn(x10, a, b);
    x11 = turn(x11, a, b);
    x0 = turn(x0, a, b);
    x1 = turn(x1, a, b);
    x2 = turn(x2, a, b);
    x3 = turn(x3, a, b);
    x4 = turn(x4, a, b);
    x5 = turn(x5, a, b);
    x6 = turn(x6, a, b);
    x7 = turn(x7, a, b);
    x8 = turn(x8, a, b);
    x9 = turn(x9, a, b);
    x10 = turn(x10, a, b);
    x11 = turn(x11, a, b);
  }
  const first = f32x4.add(f32x4.add(f32x4.add(x0, x1), f32x4.add(x2, x3)), f32x4.add(x4, x5));
  const last = f32x4.add(f32x4.add(f32x4.add(x6, x7), f32x4.add(x8, x9)), f32x4.add(x10, x11));
  return f32x4.extract_lane(f32x4.add(first, last), 0);
}

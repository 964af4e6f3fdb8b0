// One time step of recurrent cells, for rows of `units` each, as src/model/networks/cells.ts has them. Gates of a row stand one
// after the other: [rows, gates, units].
import { storeSome } from './blocks';
import { decayOf, exponential, sigmoidOf } from './exponential';
import { choose, four, multiplyAdd, one, signOf, sizeOf } from './lanes';

@inline
function gateOf(x: v128): v128 {
  return sigmoidOf(x, decayOf(x));
}

/** tanh x, relative error 1e-6 from |x| = 0.1 on and absolute error 1e-7 below. */
@inline
function tanhOf(x: v128): v128 {
  const size = sizeOf(x);
  const t = exponential(f32x4.mul(four(-2), size));
  const far = f32x4.div(f32x4.sub(one(), t), f32x4.add(one(), t));
  const square = f32x4.mul(x, x);
  // x − x³/3 + 2x⁵/15
  const near = f32x4.mul(size, multiplyAdd(square, multiplyAdd(square, four(0.13333333333), four(-0.33333333333)), one()));
  return v128.or(choose(near, far, f32x4.lt(size, four(0.1))), signOf(x));
}

/** 1 − x². */
@inline
function tanhSlope(value: v128): v128 {
  return f32x4.sub(one(), f32x4.mul(value, value));
}

/** x (1 − x). */
@inline
function gateSlope(gate: v128): v128 {
  return f32x4.mul(gate, f32x4.sub(one(), gate));
}

/**
 * gates [rows, 4, units]: pre-activations i, f, g, o become σ(i), σ(f), tanh(g), σ(o); memory = f ∘ memoryBefore + i ∘ g, seen =
 * tanh(memory), hidden = o ∘ seen.
 */
export function lstmForward(
  gates: usize,
  memoryBefore: usize,
  hidden: usize,
  memory: usize,
  seen: usize,
  rows: i32,
  units: i32,
): void {
  const step = <usize>units << 2;
  for (; rows > 0; rows--) {
    let left = units;
    for (let at: usize = 0; at < step; at += 16) {
      const input = gateOf(v128.load(gates + at));
      const forget = gateOf(v128.load(gates + step + at));
      const fresh = tanhOf(v128.load(gates + 2 * step + at));
      const output = gateOf(v128.load(gates + 3 * step + at));
      const kept = multiplyAdd(input, fresh, f32x4.mul(forget, v128.load(memoryBefore + at)));
      const shown = tanhOf(kept);
      storeSome(gates + at, input, left);
      storeSome(gates + step + at, forget, left);
      storeSome(gates + 2 * step + at, fresh, left);
      storeSome(gates + 3 * step + at, output, left);
      storeSome(memory + at, kept, left);
      storeSome(seen + at, shown, left);
      storeSome(hidden + at, f32x4.mul(output, shown), left);
      left -= 4;
    }
    gates += 4 * step;
    memoryBefore += step;
    hidden += step;
    memory += step;
    seen += step;
  }
}

/** From dL/dh and dL/dc after the step to dL/d(pre-activations), and to dL/dc before it, in its place. */
export function lstmBackward(
  gates: usize,
  memoryBefore: usize,
  seen: usize,
  delta: usize,
  memoryDelta: usize,
  gateDelta: usize,
  rows: i32,
  units: i32,
): void {
  const step = <usize>units << 2;
  for (; rows > 0; rows--) {
    let left = units;
    for (let at: usize = 0; at < step; at += 16) {
      const input = v128.load(gates + at);
      const forget = v128.load(gates + step + at);
      const fresh = v128.load(gates + 2 * step + at);
      const output = v128.load(gates + 3 * step + at);
      const shown = v128.load(seen + at);
      const d = v128.load(delta + at);
      const total = multiplyAdd(f32x4.mul(d, output), tanhSlope(shown), v128.load(memoryDelta + at));
      const before = v128.load(memoryBefore + at);
      storeSome(gateDelta + at, f32x4.mul(f32x4.mul(total, fresh), gateSlope(input)), left);
      storeSome(gateDelta + step + at, f32x4.mul(f32x4.mul(total, before), gateSlope(forget)), left);
      storeSome(gateDelta + 2 * step + at, f32x4.mul(f32x4.mul(total, input), tanhSlope(fresh)), left);
      storeSome(gateDelta + 3 * step + at, f32x4.mul(f32x4.mul(d, shown), gateSlope(output)), left);
      storeSome(memoryDelta + at, f32x4.mul(total, forget), left);
      left -= 4;
    }
    gates += 4 * step;
    memoryBefore += step;
    seen += step;
    delta += step;
    memoryDelta += step;
    gateDelta += 4 * step;
  }
}

/** kept = r ∘ before, with the gates z, r of [rows, 2, units]. */
export function gruReset(gates: usize, before: usize, kept: usize, rows: i32, units: i32): void {
  const step = <usize>units << 2;
  for (; rows > 0; rows--) {
    let left = units;
    for (let at: usize = 0; at < step; at += 16) {
      storeSome(kept + at, f32x4.mul(v128.load(gates + step + at), v128.load(before + at)), left);
      left -= 4;
    }
    gates += 2 * step;
    before += step;
    kept += step;
  }
}

/** hidden = z ∘ before + (1 − z) ∘ fresh. */
export function gruForward(
  gates: usize,
  before: usize,
  fresh: usize,
  hidden: usize,
  rows: i32,
  units: i32,
): void {
  const step = <usize>units << 2;
  for (; rows > 0; rows--) {
    let left = units;
    for (let at: usize = 0; at < step; at += 16) {
      const update = v128.load(gates + at);
      const candidate = f32x4.mul(f32x4.sub(one(), update), v128.load(fresh + at));
      storeSome(hidden + at, multiplyAdd(update, v128.load(before + at), candidate), left);
      left -= 4;
    }
    gates += 2 * step;
    before += step;
    fresh += step;
    hidden += step;
  }
}

/** From dL/dh to dL/d fresh and dL/dz, before their activations, and to what goes straight to h before: z ∘ delta → carried. */
export function gruBackward(
  gates: usize,
  before: usize,
  fresh: usize,
  delta: usize,
  freshDelta: usize,
  gateDelta: usize,
  carried: usize,
  rows: i32,
  units: i32,
): void {
  const step = <usize>units << 2;
  for (; rows > 0; rows--) {
    let left = units;
    for (let at: usize = 0; at < step; at += 16) {
      const update = v128.load(gates + at);
      const d = v128.load(delta + at);
      const difference = f32x4.sub(v128.load(before + at), v128.load(fresh + at));
      storeSome(freshDelta + at, f32x4.mul(d, f32x4.sub(one(), update)), left);
      storeSome(gateDelta + at, f32x4.mul(d, difference), left);
      storeSome(carried + at, f32x4.mul(d, update), left);
      left -= 4;
    }
    gates += 2 * step;
    before += step;
    fresh += step;
    delta += step;
    freshDelta += step;
    gateDelta += 2 * step;
    carried += step;
  }
}

/** From dL/d(r ∘ before) to dL/dr, and r times it added to carried. */
export function gruResetBackward(
  gates: usize,
  before: usize,
  keptDelta: usize,
  gateDelta: usize,
  carried: usize,
  rows: i32,
  units: i32,
): void {
  const step = <usize>units << 2;
  for (; rows > 0; rows--) {
    let left = units;
    for (let at: usize = 0; at < step; at += 16) {
      const d = v128.load(keptDelta + at);
      storeSome(gateDelta + step + at, f32x4.mul(d, v128.load(before + at)), left);
      const more = multiplyAdd(d, v128.load(gates + step + at), v128.load(carried + at));
      storeSome(carried + at, more, left);
      left -= 4;
    }
    gates += 2 * step;
    before += step;
    keptDelta += step;
    gateDelta += 2 * step;
    carried += step;
  }
}

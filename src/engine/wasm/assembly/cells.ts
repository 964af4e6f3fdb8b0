// One time step of recurrent cells with `units` hidden units, as in src/model/networks/cells.ts. Layout of gates:
// [rows, gates, units].
import { storeSome } from './blocks';
import { decayOf, exponential, sigmoidOf } from './exponential';
import { choose, four, multiplyAdd, one, signOf, sizeOf } from './lanes';

@inline
function gateOf(x: v128): v128 {
  return sigmoidOf(x, decayOf(x));
}

/** tanh x, with relative error 1e-6 for |x| ≥ 0.1 and absolute error 1e-7 below. */
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

/** Derivative of tanh from its value x: 1 − x². */
@inline
function tanhSlope(value: v128): v128 {
  return f32x4.sub(one(), f32x4.mul(value, value));
}

/** Derivative of the sigmoid from its value x: x (1 − x). */
@inline
function gateSlope(gate: v128): v128 {
  return f32x4.mul(gate, f32x4.sub(one(), gate));
}

/**
 * gates [rows, 4, units]: replaces the pre-activations i, f, g, o by σ(i), σ(f), tanh(g), σ(o). Writes
 * memory = f ∘ memoryBefore + i ∘ g, seen = tanh(memory) and hidden = o ∘ seen.
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

/** Computes dL/d(pre-activations) from dL/dh and dL/dc after the step. Replaces dL/dc by that of the state before the step. */
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

/** kept = r ∘ before. gates: z, r as [rows, 2, units]. */
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

/** From dL/dh: dL/d(fresh) and dL/dz by their values, and the direct gradient of h before the step, z ∘ delta → carried. */
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

/** From dL/d(r ∘ before): writes dL/dr and adds r ∘ dL/d(r ∘ before) to carried. */
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

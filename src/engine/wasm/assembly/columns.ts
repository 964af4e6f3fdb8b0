import { multiplyAdd } from './lanes';

/** The number 1. */
const one: usize = memory.data<f32>([1]);

/** The gradient of a bias: adds the sum of each column of values [rows, columns] to out [columns]. */
export function columnSums(values: usize, out: usize, rows: i32, columns: i32): void {
  addColumns(values, one, 0, out, rows, columns);
}

/** Adds Σ_r factor[r] · values[r, j] to out [columns]. factorStride: bytes between factors. */
export function addColumns(
  values: usize,
  factors: usize,
  factorStride: usize,
  out: usize,
  rows: i32,
  columns: i32,
): void {
  const stride = <usize>columns << 2;
  let width = columns;
  for (; width >= 16; width -= 16) {
    addSixteen(values, stride, factors, factorStride, out, rows);
    values += 64;
    out += 64;
  }
  for (; width >= 4; width -= 4) {
    addFour(values, stride, factors, factorStride, out, rows);
    values += 16;
    out += 16;
  }
  for (; width > 0; width--) {
    addOne(values, stride, factors, factorStride, out, rows);
    values += 4;
    out += 4;
  }
}

@inline
function addSixteen(
  values: usize,
  stride: usize,
  factors: usize,
  factorStride: usize,
  out: usize,
  rows: i32,
): void {
  let sum0 = v128.load(out);
  let sum1 = v128.load(out, 16);
  let sum2 = v128.load(out, 32);
  let sum3 = v128.load(out, 48);
  for (; rows > 0; rows--) {
    const factor = v128.load32_splat(factors);
    sum0 = multiplyAdd(factor, v128.load(values), sum0);
    sum1 = multiplyAdd(factor, v128.load(values, 16), sum1);
    sum2 = multiplyAdd(factor, v128.load(values, 32), sum2);
    sum3 = multiplyAdd(factor, v128.load(values, 48), sum3);
    values += stride;
    factors += factorStride;
  }
  v128.store(out, sum0);
  v128.store(out, sum1, 16);
  v128.store(out, sum2, 32);
  v128.store(out, sum3, 48);
}

@inline
function addFour(
  values: usize,
  stride: usize,
  factors: usize,
  factorStride: usize,
  out: usize,
  rows: i32,
): void {
  let sum = v128.load(out);
  for (; rows > 0; rows--) {
    sum = multiplyAdd(v128.load32_splat(factors), v128.load(values), sum);
    values += stride;
    factors += factorStride;
  }
  v128.store(out, sum);
}

@inline
function addOne(
  values: usize,
  stride: usize,
  factors: usize,
  factorStride: usize,
  out: usize,
  rows: i32,
): void {
  let sum = load<f32>(out);
  for (; rows > 0; rows--) {
    sum += load<f32>(factors) * load<f32>(values);
    values += stride;
    factors += factorStride;
  }
  store<f32>(out, sum);
}

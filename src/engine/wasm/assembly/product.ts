import { four, multiplyAdd, sumOfLanes } from './lanes';

/**
 * values [rows, inner] · kernel [inner, columns] + bias [columns] → out [rows, columns], all row-major.
 * transposed: the kernel as [columns, inner]; bias 0: none. Nothing outside of out is written, whatever the sizes: a
 * block that would reach over an edge is moved back inside, and writes some numbers twice.
 */
export function product(
  values: usize,
  kernel: usize,
  transposed: usize,
  bias: usize,
  out: usize,
  rows: i32,
  inner: i32,
  columns: i32,
): void {
  const valueBytes = <usize>inner << 2;
  const outBytes = <usize>columns << 2;
  const last = rows - 1;
  for (let row = 0; row < rows; row += 4) {
    const row0 = <usize>row;
    const row1 = <usize>min(row + 1, last);
    const row2 = <usize>min(row + 2, last);
    const row3 = <usize>min(row + 3, last);
    v0 = values + row0 * valueBytes;
    v1 = values + row1 * valueBytes;
    v2 = values + row2 * valueBytes;
    v3 = values + row3 * valueBytes;
    o0 = out + row0 * outBytes;
    o1 = out + row1 * outBytes;
    o2 = out + row2 * outBytes;
    o3 = out + row3 * outBytes;
    if (columns < 4) {
      for (let column = 0; column < columns; column++)
        dotBlock(transposed + <usize>column * valueBytes, bias, inner, <usize>column << 2);
      continue;
    }
    let column = 0;
    for (; column + 8 <= columns; column += 8) wideBlock(kernel, bias, inner, outBytes, <usize>column << 2);
    if (column === columns) continue;
    if (columns - column > 4) {
      if (columns > 8) {
        wideBlock(kernel, bias, inner, outBytes, <usize>(columns - 8) << 2);
        continue;
      }
      narrowBlock(kernel, bias, inner, outBytes, 0);
    }
    narrowBlock(kernel, bias, inner, outBytes, <usize>(columns - 4) << 2);
  }
}

/** Where the four rows at hand stand, in the values and in the output. */
let v0: usize = 0;
let v1: usize = 0;
let v2: usize = 0;
let v3: usize = 0;
let o0: usize = 0;
let o1: usize = 0;
let o2: usize = 0;
let o3: usize = 0;

/** Four rows by eight columns from byte `offset` of a row on: eight sums in registers. */
function wideBlock(kernel: usize, bias: usize, inner: i32, stride: usize, offset: usize): void {
  const biasLeft = bias ? v128.load(bias + offset) : four(0);
  const biasRight = bias ? v128.load(bias + offset, 16) : four(0);
  let left0 = biasLeft;
  let left1 = biasLeft;
  let left2 = biasLeft;
  let left3 = biasLeft;
  let right0 = biasRight;
  let right1 = biasRight;
  let right2 = biasRight;
  let right3 = biasRight;
  let weights = kernel + offset;
  const a0 = v0;
  const a1 = v1;
  const a2 = v2;
  const a3 = v3;
  const end = <usize>inner << 2;
  for (let i: usize = 0; i < end; i += 4) {
    const left = v128.load(weights);
    const right = v128.load(weights, 16);
    const x0 = v128.load32_splat(a0 + i);
    left0 = multiplyAdd(x0, left, left0);
    right0 = multiplyAdd(x0, right, right0);
    const x1 = v128.load32_splat(a1 + i);
    left1 = multiplyAdd(x1, left, left1);
    right1 = multiplyAdd(x1, right, right1);
    const x2 = v128.load32_splat(a2 + i);
    left2 = multiplyAdd(x2, left, left2);
    right2 = multiplyAdd(x2, right, right2);
    const x3 = v128.load32_splat(a3 + i);
    left3 = multiplyAdd(x3, left, left3);
    right3 = multiplyAdd(x3, right, right3);
    weights += stride;
  }
  v128.store(o0 + offset, left0);
  v128.store(o0 + offset, right0, 16);
  v128.store(o1 + offset, left1);
  v128.store(o1 + offset, right1, 16);
  v128.store(o2 + offset, left2);
  v128.store(o2 + offset, right2, 16);
  v128.store(o3 + offset, left3);
  v128.store(o3 + offset, right3, 16);
}

/** Four rows by four columns. */
function narrowBlock(kernel: usize, bias: usize, inner: i32, stride: usize, offset: usize): void {
  let sum0 = bias ? v128.load(bias + offset) : four(0);
  let sum1 = sum0;
  let sum2 = sum0;
  let sum3 = sum0;
  let weights = kernel + offset;
  const a0 = v0;
  const a1 = v1;
  const a2 = v2;
  const a3 = v3;
  const end = <usize>inner << 2;
  for (let i: usize = 0; i < end; i += 4) {
    const row = v128.load(weights);
    sum0 = multiplyAdd(v128.load32_splat(a0 + i), row, sum0);
    sum1 = multiplyAdd(v128.load32_splat(a1 + i), row, sum1);
    sum2 = multiplyAdd(v128.load32_splat(a2 + i), row, sum2);
    sum3 = multiplyAdd(v128.load32_splat(a3 + i), row, sum3);
    weights += stride;
  }
  v128.store(o0 + offset, sum0);
  v128.store(o1 + offset, sum1);
  v128.store(o2 + offset, sum2);
  v128.store(o3 + offset, sum3);
}

/** Four rows by one column, whose weights stand side by side: for outputs too few to fill four lanes. */
function dotBlock(weights: usize, bias: usize, inner: i32, offset: usize): void {
  let sum0 = four(0);
  let sum1 = sum0;
  let sum2 = sum0;
  let sum3 = sum0;
  const end = <usize>inner << 2;
  const vectorEnd = <usize>(inner & ~3) << 2;
  let i: usize = 0;
  for (; i < vectorEnd; i += 16) {
    const column = v128.load(weights + i);
    sum0 = multiplyAdd(v128.load(v0 + i), column, sum0);
    sum1 = multiplyAdd(v128.load(v1 + i), column, sum1);
    sum2 = multiplyAdd(v128.load(v2 + i), column, sum2);
    sum3 = multiplyAdd(v128.load(v3 + i), column, sum3);
  }
  let total0 = sumOfLanes(sum0);
  let total1 = sumOfLanes(sum1);
  let total2 = sumOfLanes(sum2);
  let total3 = sumOfLanes(sum3);
  for (; i < end; i += 4) {
    const weight = load<f32>(weights + i);
    total0 += load<f32>(v0 + i) * weight;
    total1 += load<f32>(v1 + i) * weight;
    total2 += load<f32>(v2 + i) * weight;
    total3 += load<f32>(v3 + i) * weight;
  }
  const shift = bias ? load<f32>(bias + offset) : 0;
  store<f32>(o0 + offset, total0 + shift);
  store<f32>(o1 + offset, total1 + shift);
  store<f32>(o2 + offset, total2 + shift);
  store<f32>(o3 + offset, total3 + shift);
}

/** matrix [rows, columns] → out [columns, rows]. */
export function transpose(matrix: usize, out: usize, rows: i32, columns: i32): void {
  const stride = <usize>rows << 2;
  for (let row = 0; row < rows; row++) {
    let to = out + (<usize>row << 2);
    for (let column = 0; column < columns; column++) {
      store<f32>(to, load<f32>(matrix));
      matrix += 4;
      to += stride;
    }
  }
}

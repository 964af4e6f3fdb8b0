import { four, multiplyAdd } from './lanes';

/**
 * The gradient of a kernel: Σ_r left[r, i] · right[r, j] → out [leftColumns, rightColumns]. left: [rows, leftColumns],
 * the inputs; right: [rows, rightColumns], the deltas. Writes nothing outside of out, as `product`.
 */
export function outerProduct(
  left: usize,
  right: usize,
  out: usize,
  rows: i32,
  leftColumns: i32,
  rightColumns: i32,
): void {
  leftStride = <usize>leftColumns << 2;
  rightStride = <usize>rightColumns << 2;
  if (rightColumns === 1) {
    // A column lies in memory as a row does: its lanes are then the inputs.
    const single = rightStride;
    rightStride = leftStride;
    leftStride = single;
    oneByAll(right, left, out, rows, leftColumns);
  } else if (rightColumns < 4) {
    const blocks = leftColumns >= 4 ? leftColumns : 0;
    for (let j = 0; j < rightColumns; j++) {
      for (let i = 0; i < blocks; i += 4) fourByOne(left, right, out, rows, min(i, leftColumns - 4), j);
      for (let i = blocks; i < leftColumns; i++) oneByOne(left, right, out, rows, i, j);
    }
  } else if (leftColumns < 4) {
    for (let i = 0; i < leftColumns; i++)
      oneByAll(left + (<usize>i << 2), right, out + <usize>i * rightStride, rows, rightColumns);
  } else {
    for (let i = 0; i < leftColumns; i += 4) fourByAll(left, right, out, rows, min(i, leftColumns - 4), rightColumns);
  }
}

/** The gradient of a bias: the sum of each column of values [rows, columns] → out [columns]. */
export function columnSums(values: usize, out: usize, rows: i32, columns: i32): void {
  leftStride = 0;
  rightStride = <usize>columns << 2;
  oneByAll(one, values, out, rows, columns);
}

/** The number 1. */
const one: usize = memory.data<f32>([1]);

/** Bytes from a row to the next, of each. */
let leftStride: usize = 0;
let rightStride: usize = 0;

/** Rows i … i + 3 of out. */
function fourByAll(left: usize, right: usize, out: usize, rows: i32, i: i32, rightColumns: i32): void {
  const from = left + (<usize>i << 2);
  const to = out + <usize>i * rightStride;
  let j = 0;
  for (; j + 8 <= rightColumns; j += 8) fourByEight(from, right + (<usize>j << 2), to + (<usize>j << 2), rows);
  for (; j < rightColumns; j += 4) {
    const offset = <usize>min(j, rightColumns - 4) << 2;
    fourByFour(from, right + offset, to + offset, rows);
  }
}

function fourByEight(left: usize, right: usize, out: usize, rows: i32): void {
  let low0 = four(0);
  let low1 = low0;
  let low2 = low0;
  let low3 = low0;
  let high0 = low0;
  let high1 = low0;
  let high2 = low0;
  let high3 = low0;
  const leftBytes = leftStride;
  const rightBytes = rightStride;
  for (let row = 0; row < rows; row++) {
    const low = v128.load(right);
    const high = v128.load(right, 16);
    const x0 = v128.load32_splat(left);
    low0 = multiplyAdd(x0, low, low0);
    high0 = multiplyAdd(x0, high, high0);
    const x1 = v128.load32_splat(left, 4);
    low1 = multiplyAdd(x1, low, low1);
    high1 = multiplyAdd(x1, high, high1);
    const x2 = v128.load32_splat(left, 8);
    low2 = multiplyAdd(x2, low, low2);
    high2 = multiplyAdd(x2, high, high2);
    const x3 = v128.load32_splat(left, 12);
    low3 = multiplyAdd(x3, low, low3);
    high3 = multiplyAdd(x3, high, high3);
    left += leftBytes;
    right += rightBytes;
  }
  v128.store(out, low0);
  v128.store(out, high0, 16);
  v128.store(out + rightBytes, low1);
  v128.store(out + rightBytes, high1, 16);
  v128.store(out + 2 * rightBytes, low2);
  v128.store(out + 2 * rightBytes, high2, 16);
  v128.store(out + 3 * rightBytes, low3);
  v128.store(out + 3 * rightBytes, high3, 16);
}

function fourByFour(left: usize, right: usize, out: usize, rows: i32): void {
  let sum0 = four(0);
  let sum1 = sum0;
  let sum2 = sum0;
  let sum3 = sum0;
  const leftBytes = leftStride;
  const rightBytes = rightStride;
  for (let row = 0; row < rows; row++) {
    const delta = v128.load(right);
    sum0 = multiplyAdd(v128.load32_splat(left), delta, sum0);
    sum1 = multiplyAdd(v128.load32_splat(left, 4), delta, sum1);
    sum2 = multiplyAdd(v128.load32_splat(left, 8), delta, sum2);
    sum3 = multiplyAdd(v128.load32_splat(left, 12), delta, sum3);
    left += leftBytes;
    right += rightBytes;
  }
  v128.store(out, sum0);
  v128.store(out + rightBytes, sum1);
  v128.store(out + 2 * rightBytes, sum2);
  v128.store(out + 3 * rightBytes, sum3);
}

/** Σ_r left[r] · right[r, j] → out [columns]: one row of a product. */
function oneByAll(left: usize, right: usize, out: usize, rows: i32, columns: i32): void {
  if (columns < 4) {
    for (let j = 0; j < columns; j++) oneByOne(left, right, out, rows, 0, j);
    return;
  }
  let j = 0;
  for (; j + 16 <= columns; j += 16) oneBySixteen(left, right + (<usize>j << 2), out + (<usize>j << 2), rows);
  for (; j < columns; j += 4) {
    const offset = <usize>min(j, columns - 4) << 2;
    oneByFour(left, right + offset, out + offset, rows);
  }
}

function oneBySixteen(left: usize, right: usize, out: usize, rows: i32): void {
  let sum0 = four(0);
  let sum1 = sum0;
  let sum2 = sum0;
  let sum3 = sum0;
  const leftBytes = leftStride;
  const rightBytes = rightStride;
  for (let row = 0; row < rows; row++) {
    const x = v128.load32_splat(left);
    sum0 = multiplyAdd(x, v128.load(right), sum0);
    sum1 = multiplyAdd(x, v128.load(right, 16), sum1);
    sum2 = multiplyAdd(x, v128.load(right, 32), sum2);
    sum3 = multiplyAdd(x, v128.load(right, 48), sum3);
    left += leftBytes;
    right += rightBytes;
  }
  v128.store(out, sum0);
  v128.store(out, sum1, 16);
  v128.store(out, sum2, 32);
  v128.store(out, sum3, 48);
}

function oneByFour(left: usize, right: usize, out: usize, rows: i32): void {
  let sum = four(0);
  for (let row = 0; row < rows; row++) {
    sum = multiplyAdd(v128.load32_splat(left), v128.load(right), sum);
    left += leftStride;
    right += rightStride;
  }
  v128.store(out, sum);
}

/** Four numbers of column j of out, for outputs too few to fill four lanes. */
function fourByOne(left: usize, right: usize, out: usize, rows: i32, i: i32, j: i32): void {
  let sum = four(0);
  left += <usize>i << 2;
  right += <usize>j << 2;
  for (let row = 0; row < rows; row++) {
    sum = multiplyAdd(v128.load32_splat(right), v128.load(left), sum);
    left += leftStride;
    right += rightStride;
  }
  const to = out + <usize>i * rightStride + (<usize>j << 2);
  store<f32>(to, f32x4.extract_lane(sum, 0));
  store<f32>(to + rightStride, f32x4.extract_lane(sum, 1));
  store<f32>(to + 2 * rightStride, f32x4.extract_lane(sum, 2));
  store<f32>(to + 3 * rightStride, f32x4.extract_lane(sum, 3));
}

function oneByOne(left: usize, right: usize, out: usize, rows: i32, i: i32, j: i32): void {
  let sum: f32 = 0;
  left += <usize>i << 2;
  right += <usize>j << 2;
  for (let row = 0; row < rows; row++) {
    sum += load<f32>(left) * load<f32>(right);
    left += leftStride;
    right += rightStride;
  }
  store<f32>(out + <usize>i * rightStride + (<usize>j << 2), sum);
}

import { multiplyBlocks } from './blocks';
import { multiplyAdd, sumOfLanes } from './lanes';
import { transposeRows } from './transpose';

/**
 * values [rows, inner] · kernel [inner, columns] + bias [columns] → out [rows, columns], all row-major. panels: working memory
 * for `values` with rows rounded up to a multiple of four. Writes nothing outside out and panels.
 */
export function product(
  values: usize,
  kernel: usize,
  bias: usize,
  out: usize,
  rows: i32,
  inner: i32,
  columns: i32,
  panels: usize,
): void {
  if (columns === 1) {
    dots(values, kernel, load<f32>(bias), out, rows, inner);
    return;
  }
  const panelBytes = <usize>inner << 4;
  let panel = panels;
  for (let left = rows; left > 0; left -= 4) {
    transposeRows(values, <usize>inner << 2, inner, left, panel);
    values += panelBytes;
    panel += panelBytes;
  }
  multiplyBlocks(inner, panels, 16, panelBytes, kernel, bias, 0, out, rows, columns);
}

/** The product with a kernel of one column: dot products of each row with the weights, four rows at a time. */
function dots(values: usize, weights: usize, bias: f32, out: usize, rows: i32, inner: i32): void {
  const stride = <usize>inner << 2;
  const vectors = (<usize>inner << 2) & ~15;
  for (; rows > 0; rows -= 4) {
    const row1 = values + (rows > 1 ? stride : 0);
    const row2 = row1 + (rows > 2 ? stride : 0);
    const row3 = row2 + (rows > 3 ? stride : 0);
    let sum0 = f32x4.splat(0);
    let sum1 = sum0;
    let sum2 = sum0;
    let sum3 = sum0;
    let i: usize = 0;
    for (; i < vectors; i += 16) {
      const column = v128.load(weights + i);
      sum0 = multiplyAdd(v128.load(values + i), column, sum0);
      sum1 = multiplyAdd(v128.load(row1 + i), column, sum1);
      sum2 = multiplyAdd(v128.load(row2 + i), column, sum2);
      sum3 = multiplyAdd(v128.load(row3 + i), column, sum3);
    }
    let total0 = bias + sumOfLanes(sum0);
    let total1 = bias + sumOfLanes(sum1);
    let total2 = bias + sumOfLanes(sum2);
    let total3 = bias + sumOfLanes(sum3);
    for (; i < stride; i += 4) {
      const weight = load<f32>(weights + i);
      total0 += load<f32>(values + i) * weight;
      total1 += load<f32>(row1 + i) * weight;
      total2 += load<f32>(row2 + i) * weight;
      total3 += load<f32>(row3 + i) * weight;
    }
    store<f32>(out, total0);
    if (rows > 1) store<f32>(out, total1, 4);
    if (rows > 2) store<f32>(out, total2, 8);
    if (rows > 3) store<f32>(out, total3, 12);
    values += 4 * stride;
    out += 16;
  }
}

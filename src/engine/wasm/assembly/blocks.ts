// The matrix product that all others use: Σ_k left[k, i] · right[k, j] + initial[i, j] → out[i, j], in blocks of four rows by
// eight columns, whose sums stay in registers. At the edges of a matrix a block reads beyond the row, into the next row or the
// margin after the last one; the results of these lanes are not written.
import { multiplyAdd } from './lanes';

/** Number of products in a sum; bytes between consecutive factors in the left and in the right matrix. */
let depth: i32 = 0;
let leftStride: usize = 0;
let rightStride: usize = 0;
/** Bytes between rows of `initial` and of `out`. */
let initialStride: usize = 0;
let outStride: usize = 0;

/**
 * left: one panel of `panelBytes` for each four rows of out, with `leftBytes` between consecutive k. right: [products, width],
 * with the row stride of out. initial: [height, width], with `initialBytes` between rows. out: [height, width].
 */
export function multiplyBlocks(
  products: i32,
  left: usize,
  leftBytes: usize,
  panelBytes: usize,
  right: usize,
  initial: usize,
  initialBytes: usize,
  out: usize,
  height: i32,
  width: i32,
): void {
  depth = products;
  leftStride = leftBytes;
  initialStride = initialBytes;
  outStride = <usize>width << 2;
  rightStride = outStride;
  // Strips of eight columns: a strip of `right` stays in the L1 cache for all rows.
  for (; width > 0; width -= 8) {
    let panel = left;
    let from = initial;
    let to = out;
    for (let rows = height; rows > 0; rows -= 4) {
      if (width > 4) fourByEight(panel, right, from, to, rows, width);
      else fourByFour(panel, right, from, to, rows, width);
      panel += panelBytes;
      from += 4 * initialBytes;
      to += 4 * outStride;
    }
    right += 32;
    initial += 32;
    out += 32;
  }
}

/** Writes the first `count` of four numbers; all four if count ≥ 4. */
@inline
export function storeSome(to: usize, values: v128, count: i32): void {
  if (count >= 4) v128.store(to, values);
  else storeFew(to, values, count);
}

function storeFew(to: usize, values: v128, count: i32): void {
  if (count > 1) v128.store64_lane(to, values, 0);
  else v128.store32_lane(to, values, 0);
  if (count === 3) v128.store32_lane(to, values, 2, 8);
}

/** Rows beyond `height` use the address of the last row, which is written after them. */
@inline
function fourByEight(left: usize, right: usize, initial: usize, out: usize, height: i32, width: i32): void {
  const initial1 = initial + (height > 1 ? initialStride : 0);
  const initial2 = initial1 + (height > 2 ? initialStride : 0);
  const initial3 = initial2 + (height > 3 ? initialStride : 0);
  let low0 = v128.load(initial);
  let high0 = v128.load(initial, 16);
  let low1 = v128.load(initial1);
  let high1 = v128.load(initial1, 16);
  let low2 = v128.load(initial2);
  let high2 = v128.load(initial2, 16);
  let low3 = v128.load(initial3);
  let high3 = v128.load(initial3, 16);
  const leftBytes = leftStride;
  const rightBytes = rightStride;
  for (let k = depth; k > 0; k--) {
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
  const out1 = out + (height > 1 ? outStride : 0);
  const out2 = out1 + (height > 2 ? outStride : 0);
  const out3 = out2 + (height > 3 ? outStride : 0);
  v128.store(out3, low3);
  v128.store(out2, low2);
  v128.store(out1, low1);
  v128.store(out, low0);
  storeSome(out3 + 16, high3, width - 4);
  storeSome(out2 + 16, high2, width - 4);
  storeSome(out1 + 16, high1, width - 4);
  storeSome(out + 16, high0, width - 4);
}

@inline
function fourByFour(left: usize, right: usize, initial: usize, out: usize, height: i32, width: i32): void {
  const initial1 = initial + (height > 1 ? initialStride : 0);
  const initial2 = initial1 + (height > 2 ? initialStride : 0);
  const initial3 = initial2 + (height > 3 ? initialStride : 0);
  let sum0 = v128.load(initial);
  let sum1 = v128.load(initial1);
  let sum2 = v128.load(initial2);
  let sum3 = v128.load(initial3);
  const leftBytes = leftStride;
  const rightBytes = rightStride;
  for (let k = depth; k > 0; k--) {
    const row = v128.load(right);
    sum0 = multiplyAdd(v128.load32_splat(left), row, sum0);
    sum1 = multiplyAdd(v128.load32_splat(left, 4), row, sum1);
    sum2 = multiplyAdd(v128.load32_splat(left, 8), row, sum2);
    sum3 = multiplyAdd(v128.load32_splat(left, 12), row, sum3);
    left += leftBytes;
    right += rightBytes;
  }
  const out1 = out + (height > 1 ? outStride : 0);
  const out2 = out1 + (height > 2 ? outStride : 0);
  const out3 = out2 + (height > 3 ? outStride : 0);
  storeSome(out3, sum3, width);
  storeSome(out2, sum2, width);
  storeSome(out1, sum1, width);
  storeSome(out, sum0, width);
}

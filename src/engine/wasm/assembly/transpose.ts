/** Transposes matrix [rows, columns] to out [columns, rows]. */
export function transpose(matrix: usize, out: usize, rows: i32, columns: i32): void {
  const from = <usize>columns << 2;
  const to = <usize>rows << 2;
  for (; rows >= 4; rows -= 4) {
    let source = matrix;
    let target = out;
    let left = columns;
    for (; left >= 4; left -= 4) {
      transposeBlock(source, source + from, source + 2 * from, source + 3 * from, target, to);
      source += 16;
      target += 4 * to;
    }
    for (; left > 0; left--) {
      gatherFour(source, source + from, source + 2 * from, source + 3 * from, target);
      source += 4;
      target += to;
    }
    matrix += 4 * from;
    out += 16;
  }
  for (; rows > 0; rows--) {
    for (let column: usize = 0; column < from; column += 4)
      store<f32>(out + (column >> 2) * to, load<f32>(matrix + column));
    matrix += from;
    out += 4;
  }
}

/**
 * Transposes four rows of values, `stride` bytes apart, to out [columns, 4]. If `left` is less than 4, only `left` rows exist;
 * the last one is repeated.
 */
export function transposeRows(values: usize, stride: usize, columns: i32, left: i32, out: usize): void {
  let row0 = values;
  let row1 = row0 + (left > 1 ? stride : 0);
  let row2 = row1 + (left > 2 ? stride : 0);
  let row3 = row2 + (left > 3 ? stride : 0);
  for (; columns >= 4; columns -= 4) {
    transposeBlock(row0, row1, row2, row3, out, 16);
    row0 += 16;
    row1 += 16;
    row2 += 16;
    row3 += 16;
    out += 64;
  }
  for (; columns > 0; columns--) {
    gatherFour(row0, row1, row2, row3, out);
    row0 += 4;
    row1 += 4;
    row2 += 4;
    row3 += 4;
    out += 16;
  }
}

/** Writes one number of each of four rows side by side. */
@inline
function gatherFour(row0: usize, row1: usize, row2: usize, row3: usize, to: usize): void {
  store<f32>(to, load<f32>(row0));
  store<f32>(to, load<f32>(row1), 4);
  store<f32>(to, load<f32>(row2), 8);
  store<f32>(to, load<f32>(row3), 12);
}

/** Transposes a 4 × 4 block; rows of the result are `stride` bytes apart. */
@inline
function transposeBlock(row0: usize, row1: usize, row2: usize, row3: usize, to: usize, stride: usize): void {
  const values0 = v128.load(row0);
  const values1 = v128.load(row1);
  const values2 = v128.load(row2);
  const values3 = v128.load(row3);
  const low01 = v128.shuffle<i32>(values0, values1, 0, 4, 1, 5);
  const high01 = v128.shuffle<i32>(values0, values1, 2, 6, 3, 7);
  const low23 = v128.shuffle<i32>(values2, values3, 0, 4, 1, 5);
  const high23 = v128.shuffle<i32>(values2, values3, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<i64>(low01, low23, 0, 2));
  v128.store(to + stride, v128.shuffle<i64>(low01, low23, 1, 3));
  v128.store(to + 2 * stride, v128.shuffle<i64>(high01, high23, 0, 2));
  v128.store(to + 3 * stride, v128.shuffle<i64>(high01, high23, 1, 3));
}

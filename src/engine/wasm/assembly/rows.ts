// Operations on rows of float32 numbers; strides are bytes between rows.

/** Copies `from` [rows, width] to out. */
export function copyRows(
  from: usize,
  fromStride: usize,
  out: usize,
  outStride: usize,
  width: i32,
  rows: i32,
): void {
  for (; rows > 0; rows--) {
    memory.copy(out, from, <usize>width << 2);
    from += fromStride;
    out += outStride;
  }
}

/** Adds `from` [rows, width] to out. */
export function addRows(
  from: usize,
  fromStride: usize,
  out: usize,
  outStride: usize,
  width: i32,
  rows: i32,
): void {
  for (; rows > 0; rows--) {
    for (let i: usize = 0; i < <usize>width << 2; i += 4)
      store<f32>(out + i, load<f32>(out + i) + load<f32>(from + i));
    from += fromStride;
    out += outStride;
  }
}

/** Writes each row of values [rows, width] `times` times in succession. */
export function repeatRows(values: usize, width: i32, times: i32, out: usize, rows: i32): void {
  const bytes = <usize>width << 2;
  for (; rows > 0; rows--) {
    for (let time = 0; time < times; time++) {
      memory.copy(out, values, bytes);
      out += bytes;
    }
    values += bytes;
  }
}

/** [left | right] → out [rows, leftWidth + rightWidth]. */
export function joinRows(
  left: usize,
  leftStride: usize,
  leftWidth: i32,
  right: usize,
  rightWidth: i32,
  out: usize,
  rows: i32,
): void {
  const stride = <usize>(leftWidth + rightWidth) << 2;
  copyRows(left, leftStride, out, stride, leftWidth, rows);
  copyRows(right, <usize>rightWidth << 2, out + (<usize>leftWidth << 2), stride, rightWidth, rows);
}

/** The inverse of joinRows: joined → left [rows, leftWidth] and right [rows, rightWidth]. */
export function splitRows(
  joined: usize,
  leftWidth: i32,
  left: usize,
  rightWidth: i32,
  right: usize,
  rows: i32,
): void {
  const stride = <usize>(leftWidth + rightWidth) << 2;
  copyRows(joined, stride, left, <usize>leftWidth << 2, leftWidth, rows);
  copyRows(joined + (<usize>leftWidth << 2), stride, right, <usize>rightWidth << 2, rightWidth, rows);
}

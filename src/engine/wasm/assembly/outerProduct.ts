import { multiplyBlocks } from './blocks';
import { addColumns } from './columns';

/**
 * The gradient of a kernel: adds Σ_r left[r, i] · right[r, j] to out [leftColumns, rightColumns]. left: inputs [rows,
 * leftColumns]; right: deltas [rows, rightColumns]. Writes nothing outside out.
 */
export function outerProduct(
  left: usize,
  right: usize,
  out: usize,
  rows: i32,
  leftColumns: i32,
  rightColumns: i32,
): void {
  const leftBytes = <usize>leftColumns << 2;
  const rightBytes = <usize>rightColumns << 2;
  if (leftColumns === 1) {
    addColumns(right, left, 4, out, rows, rightColumns);
  } else if (rightColumns === 1) {
    addColumns(left, right, 4, out, rows, leftColumns);
  } else {
    multiplyBlocks(rows, left, leftBytes, 16, right, out, rightBytes, out, leftColumns, rightColumns);
  }
}

/**
 * Levenshtein distance: insertions, deletions and replacements of one UTF-16 code unit that turn a into b. Distances
 * above `most` are reported as `most + 1`, which allows an early exit.
 */
export function editDistance(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
    // The minimum of a row never decreases from row to row.
    if (row.every((distance) => distance > most)) return most + 1;
  }
  return Math.min(row[b.length]!, most + 1);
}

import { fieldPaths } from './fields.ts';

/** Slips of the pen that are forgiven. */
const SLIPS = 3;

const lastName = (path: string): string => path.slice(path.lastIndexOf('.') + 1);
const candidates = [...fieldPaths, 'version', 'challenge'].map((path) => ({ path, name: lastName(path) }));

/** The field that a misspelt path may mean: one a few letters away, or of the same last name; null if none is. */
export function nearestField(path: string): string | null {
  const name = lastName(path);
  let nearest: string | null = null;
  let least = SLIPS + 1;
  for (const candidate of candidates) {
    if (candidate.path === path) continue;
    const distance = Math.min(editDistance(path, candidate.path), candidate.name === name ? SLIPS : Infinity);
    if (distance >= least) continue;
    least = distance;
    nearest = candidate.path;
  }
  return nearest;
}

/** Letters to insert, drop or replace (Levenshtein 1966); more than SLIPS where the lengths alone say so. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > SLIPS) return SLIPS + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
    // Distances only grow from row to row.
    if (row.every((distance) => distance > SLIPS)) return SLIPS + 1;
  }
  return row[b.length]!;
}

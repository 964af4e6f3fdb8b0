import { fieldPaths } from './fields.ts';

/** Maximum edit distance for a "did you mean" suggestion. */
const MAX_DISTANCE = 3;

const lastName = (path: string): string => path.slice(path.lastIndexOf('.') + 1);
const candidates = [...fieldPaths, 'version', 'challenge'].map((path) => ({ path, name: lastName(path) }));

/** The field closest to a misspelt path: within MAX_DISTANCE edits, or with the same last name; null if there is none. */
export function nearestField(path: string): string | null {
  const name = lastName(path);
  let nearest: string | null = null;
  let least = MAX_DISTANCE + 1;
  for (const candidate of candidates) {
    if (candidate.path === path) continue;
    const distance = Math.min(
      editDistance(path, candidate.path),
      candidate.name === name ? MAX_DISTANCE : Infinity,
    );
    if (distance >= least) continue;
    least = distance;
    nearest = candidate.path;
  }
  return nearest;
}

/** Levenshtein distance (1966); MAX_DISTANCE + 1 where it is larger than MAX_DISTANCE. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > MAX_DISTANCE) return MAX_DISTANCE + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
    // The minimum of a row never decreases from row to row.
    if (row.every((distance) => distance > MAX_DISTANCE)) return MAX_DISTANCE + 1;
  }
  return row[b.length]!;
}

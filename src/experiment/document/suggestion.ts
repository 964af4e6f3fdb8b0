import { editDistance } from '../../math/editDistance.ts';
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
      editDistance(path, candidate.path, MAX_DISTANCE),
      candidate.name === name ? MAX_DISTANCE : Infinity,
    );
    if (distance >= least) continue;
    least = distance;
    nearest = candidate.path;
  }
  return nearest;
}

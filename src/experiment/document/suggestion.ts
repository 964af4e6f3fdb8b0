import { editDistance } from '../../math/editDistance.ts';
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
    const distance = Math.min(
      editDistance(path, candidate.path, SLIPS),
      candidate.name === name ? SLIPS : Infinity,
    );
    if (distance >= least) continue;
    least = distance;
    nearest = candidate.path;
  }
  return nearest;
}

import type { NonFiniteStep } from '../experiment/engine/engine.ts';
import type { Picture } from '../experiment/pictures/observe.ts';
import type { Snapshot } from '../experiment/pictures/snapshot.ts';
import { snapshotParts } from '../experiment/pictures/snapshotParts.ts';

type Part = keyof typeof snapshotParts;
const partNames = Object.keys(snapshotParts) as Part[];

/** The memory behind a snapshot that is transferred to the page instead of copied, each buffer once. */
export function snapshotBuffers(snapshot: Snapshot): ArrayBuffer[] {
  const transferred = partNames.filter((part) => snapshotParts[part].arrays === 'transferred');
  const arrays = transferred.flatMap((part) => arraysIn(snapshot[part]));
  return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))];
}

/** The first term of a picture that cannot be shown because it is not finite; null when all of it can. */
export function unshowableTerm(picture: Picture): NonFiniteStep['term'] | null {
  if (!Number.isFinite(picture.freeEnergy.complexityCost)) return 'complexityCost';
  for (const term of ['complexityCost', 'likelihoodCost'] as const) {
    const parts = partNames.filter((part) => snapshotParts[part].nonFinite === term);
    if (!parts.every((part) => allFinite(picture[part as keyof Picture]))) return term;
  }
  return null;
}

/** The snapshot with null in place of the measurements that are not finite. */
export function omitNonFinite(snapshot: Snapshot): Snapshot {
  const omitted = partNames.filter(
    (part) => snapshotParts[part].nonFinite === 'omitted' && !allFinite(snapshot[part]),
  );
  return omitted.length === 0
    ? snapshot
    : { ...snapshot, ...Object.fromEntries(omitted.map((part) => [part, null])) };
}

/** Every typed array of a part, at any depth. */
function arraysIn(part: unknown): readonly ArrayBufferView[] {
  if (ArrayBuffer.isView(part)) return [part];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(arraysIn) : [];
}

/** Whether every number of a part is finite, at any depth; values of other types count as finite. */
function allFinite(part: unknown): boolean {
  if (typeof part === 'number') return Number.isFinite(part);
  if (ArrayBuffer.isView(part)) return (part as unknown as readonly number[]).every(Number.isFinite);
  return typeof part !== 'object' || part === null || Object.values(part).every(allFinite);
}

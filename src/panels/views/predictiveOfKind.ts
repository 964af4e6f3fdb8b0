import type { PictureKind } from '../../experiment/document/pictureKind.ts';
import type { Predictive } from '../../experiment/pictures/snapshot.ts';

/** The prediction if it is of a kind. While the next experiment loads, the last snapshot can be of another one. */
export function predictiveOfKind<K extends PictureKind>(
  predictive: Predictive | null | undefined,
  kind: K,
): Extract<Predictive, { kind: K }> | null {
  return predictive?.kind === kind ? (predictive as Extract<Predictive, { kind: K }>) : null;
}

import { t } from '../../i18n/index.ts';

/**
 * Turns the fields of one version, path → value, into those of the next. Values are JSON in documents and text in
 * links: a renamed field or word is the same in both.
 */
export type Migration = (fields: ReadonlyMap<string, unknown>) => ReadonlyMap<string, unknown>;

/** From version 1 to 2, from 2 to 3, …; never shortened, never edited. */
export const migrations: readonly Migration[] = [];

/** The version that a list of migrations leads to. */
export function newestVersion(steps: readonly Migration[]): number {
  return steps.length + 1;
}

/** The fields of an older version as those of the newest. */
export function migrate(
  fields: ReadonlyMap<string, unknown>,
  version: number,
  steps: readonly Migration[],
): ReadonlyMap<string, unknown> {
  return steps.slice(version - 1).reduce((current, step) => step(current), fields);
}

/** What is wrong with a version, or null. */
export function versionFault(version: unknown, newest: number): string | null {
  if (version === undefined) return t('missing; must be {newest}', { newest });
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return t('must be a whole number from 1 to {newest}', { newest });
  return version > newest
    ? t('{version} is newer than this page knows ({newest})', { version, newest })
    : null;
}

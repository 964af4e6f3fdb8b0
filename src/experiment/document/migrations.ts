import { t } from '../../i18n/index.ts';

/**
 * Converts the fields of one version, path → value, into those of the next. Values are JSON in documents but text in
 * links; names of fields and words are the same in both.
 */
export type Migration = (fields: ReadonlyMap<string, unknown>) => ReadonlyMap<string, unknown>;

/** Migrations from version 1 to 2, from 2 to 3, …. Append only: links of every version stay readable. */
export const migrations: readonly Migration[] = [];

/** The version that the last migration produces. */
export function newestVersion(steps: readonly Migration[]): number {
  return steps.length + 1;
}

/** Converts the fields of an older version into those of the newest. */
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

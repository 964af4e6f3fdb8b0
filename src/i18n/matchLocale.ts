/**
 * The first id that suits one of the tags, in the order of the tags (RFC 4647, lookup): `de-AT` selects `de`. Null: none does.
 * tags: BCP 47, in order of preference.
 */
export function matchLocale<Id extends string>(ids: readonly Id[], tags: readonly string[]): Id | null {
  for (const tag of tags) {
    const found = ids.find((id) => `${tag}-`.toLowerCase().startsWith(`${id}-`.toLowerCase()));
    if (found !== undefined) return found;
  }
  return null;
}

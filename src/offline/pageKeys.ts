/**
 * Names under which the release may hold the requested page, most likely first. `path` is relative to the site: hosts
 * serve `learn/index.html` as `learn/`, and many serve `embed.html` as `embed` too.
 */
export function pageKeys(path: string): readonly string[] {
  const folder = path.replace(/(^|\/)index(\.html)?$/, '$1');
  if (folder === '' || folder.endsWith('/')) return [folder];
  return [folder, `${folder}.html`];
}

/** The page's address: the query addressed to the page, and the link of the experiment. */
export interface Address {
  /** `?lang=de`, or ''. */
  readonly search: string;
  /** `#dataset.id=cubic`, or ''. */
  readonly hash: string;
}

/**
 * The page's own address. A page loaded from another page's source (srcdoc) has none; there its host writes it into
 * the page as `<meta name="bayes-playground" content="?lang=de#dataset.id=cubic">`.
 */
export function givenAddress(): Address {
  const written = document.querySelector<HTMLMetaElement>('meta[name="bayes-playground"]')?.content;
  if (written === undefined) return window.location;
  const [search = '', ...rest] = written.split('#');
  return { search, hash: rest.length > 0 ? `#${rest.join('#')}` : '' };
}

/** Whether the page is in a frame of another page. */
export function framed(): boolean {
  return window.parent !== window;
}

/** The text that a link gives for a field; null if it does not mention it. */
export function writtenIn(hash: string, path: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get(path);
}

/** Whether the playground is an embed: as its link says, by default whenever it is in a frame. */
export function isEmbed({ hash }: Address): boolean {
  const said = writtenIn(hash, 'view.embed');
  return said === null ? framed() : said === 'true';
}

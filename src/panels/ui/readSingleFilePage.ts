import { t } from '../../i18n/index.ts';

/** Initial content of the page, read before rendering replaces it. */
const initialContent = document.getElementById('root')?.innerHTML ?? '';

/** Id of the licence notices, which only the single-file page contains. */
const NOTICES_ID = 'third-party-notices';

/** The playground as one HTML file: this page's own source if it is that file, else the file next to it. */
export async function readSingleFilePage(): Promise<Blob> {
  const text = document.getElementById(NOTICES_ID) ? ownSource() : await fetchSource();
  return new Blob([text], { type: 'text/html' });
}

/** This page's source before it ran. A sandboxed or local page cannot fetch itself. */
function ownSource(): string {
  const page = document.documentElement.cloneNode(true) as HTMLElement;
  for (const { name } of [...page.attributes]) if (name.startsWith('data-')) page.removeAttribute(name);
  for (const part of page.querySelectorAll('body > :not(#root, script)')) part.remove();
  const root = page.querySelector('#root');
  if (root) root.innerHTML = initialContent;
  return `<!doctype html>\n${page.outerHTML}\n`;
}

async function fetchSource(): Promise<string> {
  const answer = await fetch(new URL('embed.html', document.baseURI));
  const text = answer.ok ? await answer.text() : '';
  if (!text.includes(`id="${NOTICES_ID}"`)) throw new Error(t('this site does not hold it.'));
  return text;
}

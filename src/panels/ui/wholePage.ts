import { t } from '../../i18n/index.ts';

/** Initial content of the page, read before rendering replaces it. */
const shell = document.getElementById('root')?.innerHTML ?? '';

/** Id of the licence notices, which only the single-file page contains. */
const mark = 'third-party-notices';

/** The playground as one HTML file: this page's own source if it is that file, else the file beside it. */
export async function wholePage(): Promise<Blob> {
  const text = document.getElementById(mark) ? ownText() : await textBeside();
  return new Blob([text], { type: 'text/html' });
}

/** This page's source before it ran. A sandboxed or local page cannot fetch itself. */
function ownText(): string {
  const page = document.documentElement.cloneNode(true) as HTMLElement;
  for (const { name } of [...page.attributes]) if (name.startsWith('data-')) page.removeAttribute(name);
  for (const part of page.querySelectorAll('body > :not(#root, script)')) part.remove();
  const root = page.querySelector('#root');
  if (root) root.innerHTML = shell;
  return `<!doctype html>\n${page.outerHTML}\n`;
}

async function textBeside(): Promise<string> {
  const answer = await fetch(new URL('embed.html', document.baseURI));
  const text = answer.ok ? await answer.text() : '';
  if (!text.includes(`id="${mark}"`)) throw new Error(t('this site does not hold it.'));
  return text;
}

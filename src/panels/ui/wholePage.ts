import { t } from '../../i18n/index.ts';

/** What stands in the page before it runs; kept before anything takes its place. */
const shell = document.getElementById('root')?.innerHTML ?? '';

/** The licences in the one file; the mark by which it is known. */
const mark = 'third-party-notices';

/** The whole playground as one HTML file: its own text where this page is that file, else the one that lies beside it. */
export async function wholePage(): Promise<Blob> {
  const text = document.getElementById(mark) ? ownText() : await textBeside();
  return new Blob([text], { type: 'text/html' });
}

/** This page as it was before it ran. A page in a sandbox or from a disk cannot load itself. */
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

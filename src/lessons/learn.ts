import { keepOffline } from '../offline/keepOffline.ts';
import { showAskedSymbols } from './notation/showAskedSymbols.ts';

/** The program of a lesson page: it loads exhibits when they are started. */
const themes = document.querySelector<HTMLElement>('.themes');
const isTheme = (text: string | null): text is 'light' | 'dark' => text === 'light' || text === 'dark';

function themeOfAddress(): 'system' | 'light' | 'dark' {
  const asked = new URLSearchParams(window.location.hash.slice(1)).get('view.theme');
  return isTheme(asked) ? asked : 'system';
}

/** The theme is kept in the address only; links to other pages pass it on. */
function showTheme(): void {
  const theme = themeOfAddress();
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  const radio = themes?.querySelector<HTMLInputElement>(`input[value="${theme}"]`);
  if (radio) radio.checked = true;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-keeps-theme]')) {
    const [address = '', hash = ''] = (link.getAttribute('href') ?? '').split('#');
    const fields = hash.split('&').filter((field) => field !== '' && !field.startsWith('view.theme='));
    if (theme !== 'system') fields.push(`view.theme=${theme}`);
    link.setAttribute('href', fields.length > 0 ? `${address}#${fields.join('&')}` : address);
  }
}

themes?.addEventListener('change', (event) => {
  const { value } = event.target as HTMLInputElement;
  const { pathname, search } = window.location;
  window.history.replaceState(
    null,
    '',
    `${pathname}${search}${isTheme(value) ? `#view.theme=${value}` : ''}`,
  );
  showTheme();
});
window.addEventListener('hashchange', showTheme);
showTheme();

window.addEventListener('hashchange', showAskedSymbols);
showAskedSymbols();

document.querySelector('.print')?.addEventListener('click', () => window.print());

for (const button of document.querySelectorAll<HTMLButtonElement>('.exhibit .run')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const box = button.parentElement;
    const name = button.closest<HTMLElement>('.exhibit')?.dataset.exhibit;
    if (!box || !name) return;
    button.disabled = true;
    box.setAttribute('aria-busy', 'true');
    void import('./mountExhibit.tsx')
      .then(({ mountExhibit }) => mountExhibit(box, name))
      .catch((error: unknown) => {
        const words = box.querySelector<HTMLElement>('.failed');
        if (words) words.hidden = false;
        throw error;
      })
      .finally(() => {
        button.disabled = false;
        box.removeAttribute('aria-busy');
      });
  });
}

// An open page keeps its version; the next page that is opened uses the new one.
void keepOffline(() => undefined);

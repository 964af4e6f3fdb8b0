import { t } from '../i18n/index.ts';

/** Says in the shell that the program could not be loaded, with a button that reloads the page; rethrows the error. */
export function showLoadFailure(error: unknown): never {
  const status = document.querySelector('.shell [role=status]');
  if (status) {
    status.textContent = t(
      'The playground could not be loaded: there is no connection, or the site has a new version.',
    );
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'shell-reload';
    button.textContent = t('Reload the page');
    button.addEventListener('click', () => window.location.reload());
    status.after(button);
  }
  throw error;
}

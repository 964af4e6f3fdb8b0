import { lazy, Suspense, useState } from 'react';
import { t } from '../../i18n/index.ts';
import buttons from '../ui/buttons.module.css';

const EmbedDialog = lazy(async () => ({ default: (await import('./EmbedDialog.tsx')).EmbedDialog }));

/** Opens the embed dialog. */
export function EmbedButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={buttons.button} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('Embed in a page…')}
      </button>
      {open && (
        <Suspense>
          <EmbedDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

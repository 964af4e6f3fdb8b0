import { useState } from 'react';
import { t } from '../../i18n/index.ts';
import buttons from '../ui/buttons.module.css';
import { lazyPart } from '../ui/lazyPart.tsx';
import { Part } from '../ui/Part.tsx';

const EmbedDialog = lazyPart(async () => (await import('./EmbedDialog.tsx')).EmbedDialog);

/** Opens the embed dialog. */
export function EmbedButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={buttons.button} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('Embed in a page…')}
      </button>
      {open && (
        <Part onClose={() => setOpen(false)}>
          <EmbedDialog onClose={() => setOpen(false)} />
        </Part>
      )}
    </>
  );
}

import { useRef, useState } from 'react';
import { t } from '../../i18n/index.ts';
import buttons from '../ui/buttons.module.css';
import { Icon } from '../ui/icons.tsx';
import { DialogHead } from '../ui/ModalDialog.tsx';
import { OnScreen } from '../ui/OnScreen.tsx';
import { Controls } from './Controls.tsx';
import styles from './ControlsDrawer.module.css';

/**
 * On small screens: a button, and the controls in a drawer that it opens. The plots stay in sight above it. The controls are
 * made when they are first wanted, and kept: a small device has the rest of the page to build before.
 */
export function ControlsDrawer() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isWanted, setWanted] = useState(false);
  const open = () => {
    setWanted(true);
    document.querySelector('[data-plot="predictive"]')?.scrollIntoView();
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" className={buttons.button} aria-haspopup="dialog" onClick={open}>
        <Icon name="controls" />
        {t('Controls')}
      </button>
      <dialog ref={dialog} className={styles.drawer} aria-label={t('Controls')} closedby="any">
        <div className={styles.inside}>
          <DialogHead title={t('Controls')} className={styles.head} onClose={() => dialog.current?.close()} />
          {isWanted && (
            <OnScreen>
              <Controls />
            </OnScreen>
          )}
        </div>
      </dialog>
    </>
  );
}

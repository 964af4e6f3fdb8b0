import { type ReactNode, useRef, useState } from 'react';
import { t } from '../../i18n/index.ts';
import buttons from '../ui/buttons.module.css';
import { Icon } from '../ui/icons.tsx';
import { DialogHead } from '../ui/ModalDialog.tsx';
import { OnScreen } from '../ui/OnScreen.tsx';
import { Controls } from './Controls.tsx';
import styles from './ControlsDrawer.module.css';

interface ControlsDrawerProps {
  /** Of the button. */
  readonly label?: string;
  /** Above the controls. */
  readonly first?: ReactNode;
}

/**
 * On small screens: a button that opens the controls in a drawer below the plots. The controls are rendered when the drawer
 * first opens, and then kept: a small device builds the rest of the page first.
 */
export function ControlsDrawer({ label = t('Controls'), first }: ControlsDrawerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isRendered, setRendered] = useState(false);
  const open = () => {
    setRendered(true);
    document.querySelector('[data-plot="predictive"]')?.scrollIntoView();
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" className={buttons.button} aria-haspopup="dialog" onClick={open}>
        <Icon name="controls" />
        {label}
      </button>
      <dialog
        ref={dialog}
        className={styles.drawer}
        aria-label={t('Controls')}
        closedby="any"
        // For browsers without closedby, as WebKit: a press beside the drawer has the dialog itself as its target.
        onPointerUp={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
      >
        <div className={styles.inside}>
          <DialogHead title={t('Controls')} className={styles.head} onClose={() => dialog.current?.close()} />
          {isRendered && (
            <OnScreen>
              <Controls first={first} />
            </OnScreen>
          )}
        </div>
      </dialog>
    </>
  );
}

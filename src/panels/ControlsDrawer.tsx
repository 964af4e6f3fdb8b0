import { useRef } from 'react';
import { say } from '../words/index.ts';
import buttons from './buttons.module.css';
import { Controls } from './Controls.tsx';
import styles from './ControlsDrawer.module.css';
import { Icon } from './icons.tsx';

/** On small screens: a button, and the controls in a drawer that it opens. The plots stay in sight above it. */
export function ControlsDrawer() {
  const dialog = useRef<HTMLDialogElement>(null);
  const open = () => {
    document.querySelector('[data-plot="predictive"]')?.scrollIntoView();
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" className={buttons.button} aria-haspopup="dialog" onClick={open}>
        <Icon name="controls" />
        {say('Controls')}
      </button>
      <dialog ref={dialog} className={styles.drawer} aria-label={say('Controls')} closedby="any">
        <div className={styles.inside}>
          <div className={styles.head}>
            <h2>{say('Controls')}</h2>
            <button
              type="button"
              className={buttons.button}
              aria-label={say('Close')}
              onClick={() => dialog.current?.close()}
            >
              <Icon name="close" />
            </button>
          </div>
          <Controls />
        </div>
      </dialog>
    </>
  );
}

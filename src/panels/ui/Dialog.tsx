import { type ReactNode, useEffect, useId, useRef } from 'react';
import { t } from '../../i18n/index.ts';
import buttons from './buttons.module.css';
import styles from './Dialog.module.css';
import { Icon } from './icons.tsx';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Room for wide tables. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A sheet over the page for as long as it is rendered: focus moves in, Escape or the cross closes, focus returns. */
export function Dialog({ title, onClose, wide = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className={styles.dialog} data-wide={wide} aria-labelledby={id} onClose={onClose}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        <button
          type="button"
          className={buttons.button}
          aria-label={t('Close')}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      <div className={styles.body}>{children}</div>
    </dialog>
  );
}

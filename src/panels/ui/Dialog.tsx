import { type ReactNode, useId } from 'react';
import styles from './Dialog.module.css';
import { DialogHead, ModalDialog } from './ModalDialog.tsx';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Wide enough for tables. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A modal dialog with a title, a close button and a scrolling body, open while it is mounted. */
export function Dialog({ title, onClose, wide = false, children }: DialogProps) {
  const id = useId();
  return (
    <ModalDialog className={styles.dialog} data-wide={wide} aria-labelledby={id} onClose={onClose}>
      {(close) => (
        <>
          <DialogHead title={title} id={id} className={styles.head} onClose={close} />
          <div className={styles.body}>{children}</div>
        </>
      )}
    </ModalDialog>
  );
}

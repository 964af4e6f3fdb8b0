import { type ComponentProps, type ReactNode, useCallback, useEffect, useRef } from 'react';
import { t } from '../../i18n/index.ts';
import buttons from './buttons.module.css';
import { Icon } from './icons.tsx';
import styles from './ModalDialog.module.css';

interface ModalDialogProps extends Omit<ComponentProps<'dialog'>, 'children' | 'onClose' | 'ref'> {
  /** After closing by Escape, by `close`, or by the browser. */
  readonly onClose: () => void;
  readonly children: (close: () => void) => ReactNode;
}

/** A modal dialog that is open while it is mounted: focus moves into it and returns when it closes. */
export function ModalDialog({ className = '', children, ...attributes }: ModalDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useCallback(() => dialog.current?.close(), []);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={`${styles.modal} ${className}`} {...attributes}>
      {children(close)}
    </dialog>
  );
}

interface DialogHeadProps {
  readonly title: string;
  /** Id of the title, for aria-labelledby. */
  readonly id?: string;
  readonly className: string | undefined;
  /** Of the close button. */
  readonly closeClassName?: string | undefined;
  readonly onClose: () => void;
  /** Beside the title. */
  readonly children?: ReactNode;
}

/** The title row of a dialog, with its close button. A div, because a header in a dialog would count as a second page banner. */
export function DialogHead({
  title,
  id,
  className = '',
  closeClassName = '',
  onClose,
  children,
}: DialogHeadProps) {
  return (
    <div className={`${styles.head} ${className}`}>
      <h2 id={id}>{title}</h2>
      {children}
      <button
        type="button"
        className={`${buttons.button} ${closeClassName}`}
        aria-label={t('Close')}
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { t } from '../../i18n/index.ts';
import panels from '../ui/panels.module.css';
import styles from './ImportDialog.module.css';

interface ImportFrameProps {
  readonly title: string;
  readonly hint: string;
  /** Names the hint for what it describes. */
  readonly hintId?: string;
  /** Files that can be chosen: how that is called, and how many and which. */
  readonly choose: string;
  readonly multiple?: boolean;
  readonly accept?: string;
  /** Chosen, or dropped anywhere on the dialog. */
  readonly onFiles: (files: readonly File[]) => void;
  readonly faults: readonly string[];
  /** What to do about the faults. */
  readonly remedy?: ReactNode;
  readonly use: string;
  readonly ready?: boolean;
  /** Takes what was read; whether that was possible, and the dialog may close. */
  readonly onUse: () => boolean;
  readonly onClose: () => void;
  /** What was read so far. */
  readonly children: ReactNode;
}

/** The dialog around what a person brings: files by a button or a drop, what is wrong with them, and what takes them. */
export function ImportFrame(props: ImportFrameProps) {
  const { title, hint, hintId, choose, multiple, accept, onFiles, faults, remedy } = props;
  const { use, ready = true, onUse, onClose, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className={styles.import}
      aria-labelledby={id}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onFiles([...event.dataTransfer.files]);
      }}
      onClose={onClose}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (onUse()) dialog.current?.close();
        }}
      >
        <h2 id={id}>{title}</h2>
        <p className={panels.hint} id={hintId}>
          {hint}
        </p>
        {children}
        <div role="alert">
          <ul className={styles.faults}>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
        {remedy}
        <div className={styles.actions}>
          <label className={`${panels.button} ${styles.file}`}>
            <span>{choose}</span>
            <input
              type="file"
              multiple={multiple}
              accept={accept}
              title=""
              onChange={(event) => {
                // The list empties itself with the field.
                onFiles([...(event.target.files ?? [])]);
                event.target.value = '';
              }}
            />
          </label>
          <button type="button" className={panels.button} onClick={() => dialog.current?.close()}>
            {t('Cancel')}
          </button>
          <button type="submit" className={`${panels.button} ${panels.chief}`} disabled={!ready}>
            {use}
          </button>
        </div>
      </form>
    </dialog>
  );
}

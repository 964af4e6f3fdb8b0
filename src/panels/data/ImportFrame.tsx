import { type ReactNode, useId } from 'react';
import { t } from '../../i18n/index.ts';
import { ModalDialog } from '../ui/ModalDialog.tsx';
import panels from '../ui/panels.module.css';
import styles from './ImportDialog.module.css';

interface ImportFrameProps {
  readonly title: string;
  readonly hint: string;
  /** Id of the hint, for aria-describedby. */
  readonly hintId?: string;
  /** Label of the file button. */
  readonly choose: string;
  readonly multiple?: boolean;
  readonly accept?: string;
  /** Files chosen, or dropped anywhere on the dialog. */
  readonly onFiles: (files: readonly File[]) => void;
  readonly faults: readonly string[];
  /** An option that avoids the faults. */
  readonly remedy?: ReactNode;
  readonly use: string;
  readonly ready?: boolean;
  /** Uses the data; the dialog closes if it returns true. */
  readonly onUse: () => boolean;
  readonly onClose: () => void;
  /** The data read so far. */
  readonly children: ReactNode;
}

/** A dialog that imports data: a file button, drag and drop, faults, and a button that uses the data. */
export function ImportFrame(props: ImportFrameProps) {
  const { title, hint, hintId, choose, multiple, accept, onFiles, faults, remedy } = props;
  const { use, ready = true, onUse, onClose, children } = props;
  const id = useId();
  return (
    <ModalDialog
      className={styles.import}
      aria-labelledby={id}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onFiles([...event.dataTransfer.files]);
      }}
      onClose={onClose}
    >
      {(close) => (
        <form
          method="dialog"
          onSubmit={(event) => {
            event.preventDefault();
            if (onUse()) close();
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
                  // Copied first: resetting the field empties its file list.
                  onFiles([...(event.target.files ?? [])]);
                  event.target.value = '';
                }}
              />
            </label>
            <button type="button" className={panels.button} onClick={close}>
              {t('Cancel')}
            </button>
            <button type="submit" className={`${panels.button} ${panels.chief}`} disabled={!ready}>
              {use}
            </button>
          </div>
        </form>
      )}
    </ModalDialog>
  );
}

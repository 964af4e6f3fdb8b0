import { type ReactNode, useId } from 'react';
import { t } from '../../../i18n/index.ts';
import styles from './Field.module.css';

/** What every control says about itself. */
export interface FieldWords {
  readonly label: string;
  /** The symbol of the equations, such as σₚ. */
  readonly symbol?: string | undefined;
  /** Unit of the number; '' for none. */
  readonly unit?: string | undefined;
  /** One concrete line: what it does, or what to look for. */
  readonly help: string;
}

interface FieldProps extends FieldWords {
  readonly changed: boolean;
  readonly onReset: () => void;
  /** Changing it restarts training. */
  readonly restarts: boolean;
  readonly fault?: string | null;
  /** Label and control on one line. */
  readonly inline?: boolean;
  /** The control; its ids are for `htmlFor` and `aria-describedby`. */
  readonly children: (ids: FieldIds) => ReactNode;
}

export interface FieldIds {
  readonly control: string;
  readonly label: string;
  readonly description: string;
}

/** The frame of every control: label, symbol, restart mark, reset, help and fault, in room that they always keep. */
export function Field(props: FieldProps) {
  const { label, symbol, help, changed, onReset, restarts, fault, inline, children } = props;
  const id = useId();
  const ids = { control: `${id}control`, label: `${id}label`, description: `${id}help` };
  return (
    <div className={inline ? `${styles.field} ${styles.inline}` : styles.field}>
      <div className={styles.head}>
        <label id={ids.label} htmlFor={ids.control}>
          {label}
          {symbol && <span className={styles.symbol}> {symbol}</span>}
        </label>
        {restarts && (
          <span className={styles.restarts} title={t('Changing this restarts training')} aria-hidden="true">
            ↻
          </span>
        )}
        <button
          type="button"
          className={styles.reset}
          data-shown={changed}
          {...(changed
            ? { 'aria-label': t('Reset {label}', { label }) }
            : { 'aria-hidden': true, tabIndex: -1 })}
          onClick={() => {
            onReset();
            document.getElementById(ids.control)?.focus();
          }}
        >
          {t('reset')}
        </button>
      </div>
      {children(ids)}
      <p id={ids.description} className="visually-hidden" data-help={label}>
        {help}
        {restarts && ` ${t('Changing this restarts training.')}`}
      </p>
      {fault && (
        <p className={styles.fault} role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}

import { type ReactNode, useId } from 'react';
import { t } from '../../../i18n/index.ts';
import { termOfSymbol } from '../../../plots/frame/glossary.ts';
import { Term } from '../../../plots/frame/Term.tsx';
import styles from './Field.module.css';
import type { FieldHandle } from './useField.ts';

/** The texts of a control. */
export interface FieldWords {
  readonly label: string;
  /** Its symbol in equations, such as σₚ. */
  readonly symbol?: string | undefined;
  /** Unit of the number; '' for none. */
  readonly unit?: string | undefined;
  /** One sentence: what it does, or what to observe. */
  readonly help: string;
}

interface FieldProps extends FieldWords {
  readonly field: Pick<FieldHandle<unknown>, 'changed' | 'restarts' | 'fault' | 'reset'>;
  /** Label and control on one line. */
  readonly inline?: boolean;
  /** Renders the control; it must use the ids, which the label and the help refer to. */
  readonly children: (ids: FieldIds) => ReactNode;
}

export interface FieldIds {
  readonly control: string;
  readonly label: string;
  /** The help, and the fault while there is one. */
  readonly description: string;
}

/** The frame of every control: label, symbol, restart mark, reset and help; under it, why the last change was refused. */
export function Field({ label, symbol, help, field, inline, children }: FieldProps) {
  const { changed, restarts, fault, reset } = field;
  const id = useId();
  const [helpId, faultId] = [`${id}help`, `${id}fault`];
  const term = symbol === undefined ? undefined : termOfSymbol[symbol];
  const description = fault === null ? helpId : `${helpId} ${faultId}`;
  const ids = { control: `${id}control`, label: `${id}label`, description };
  return (
    <div className={inline ? `${styles.field} ${styles.inline}` : styles.field}>
      <div className={styles.head}>
        <label id={ids.label} htmlFor={ids.control}>
          {label}
          {symbol && <span className={term ? 'visually-hidden' : styles.symbol}> {symbol}</span>}
        </label>
        {term && (
          <span className={styles.symbol}>
            <Term id={term}>{symbol}</Term>
          </span>
        )}
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
            reset();
            document.getElementById(ids.control)?.focus();
          }}
        >
          {t('reset')}
        </button>
      </div>
      {children(ids)}
      <p id={helpId} className="visually-hidden" data-help={label}>
        {help}
        {restarts && ` ${t('Changing this restarts training.')}`}
      </p>
      {fault !== null && (
        <p id={faultId} className={styles.fault} role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { t } from '../../../i18n/index.ts';
import styles from './Field.module.css';
import { fieldText, parseNumber } from './numberText.ts';

/** Delay between the last key and applying the text, in ms. Enter and blur apply it immediately. */
const TYPING_PAUSE = 600;

interface NumberInputProps {
  readonly value: number;
  /** Sets the value; what is wrong with it, or null. */
  readonly onSet: (value: number) => string | null;
  readonly onFault: (fault: string | null) => void;
  /** The next value up (1) or down (−1), for the arrow keys. */
  readonly next: (value: number, direction: 1 | -1) => number;
  readonly id?: string | undefined;
  readonly label: string;
  readonly describedBy: string;
  readonly unit?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** A text box for a number. Text that is refused stays as it was typed, and the fault is reported. */
export function NumberInput(props: NumberInputProps) {
  const { value, onSet, onFault, next, id, label, describedBy, unit, disabled } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const [invalid, setInvalid] = useState(false);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const settled = useRef(value);

  const report = (fault: string | null) => {
    setInvalid(fault !== null);
    onFault(fault);
  };

  // A value set elsewhere (a slider, undo, a link) replaces the typed text.
  useEffect(() => {
    if (settled.current === value) return;
    settled.current = value;
    clearTimeout(pause.current);
    setDraft(null);
    setInvalid(false);
    onFault(null);
  }, [value, onFault]);
  useEffect(() => () => clearTimeout(pause.current), []);

  const settle = (text: string) => {
    clearTimeout(pause.current);
    const number = parseNumber(text);
    if (number === null)
      return report(
        text.trim() === ''
          ? t('{label}: type a number', { label })
          : t('“{text}” is not a number', { text: text.trim() }),
      );
    const before = settled.current;
    settled.current = number;
    const fault = onSet(number);
    if (fault !== null) settled.current = before;
    report(fault);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && draft !== null) settle(draft);
    if (event.key === 'Escape' && draft !== null) {
      clearTimeout(pause.current);
      setDraft(null);
      report(null);
    }
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const number = next(parseNumber(draft ?? '') ?? value, event.key === 'ArrowUp' ? 1 : -1);
    setDraft(fieldText(number));
    settle(fieldText(number));
  };

  return (
    <span className={styles.number}>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        id={id}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        disabled={disabled}
        value={draft ?? fieldText(value)}
        onChange={(event) => {
          const text = event.target.value;
          setDraft(text);
          clearTimeout(pause.current);
          pause.current = setTimeout(() => settle(text), TYPING_PAUSE);
        }}
        onBlur={() => {
          if (draft === null) return;
          settle(draft);
          if (parseNumber(draft) === settled.current) setDraft(null);
        }}
        onKeyDown={onKeyDown}
      />
      {unit && <span className={styles.unit}>{unit}</span>}
    </span>
  );
}

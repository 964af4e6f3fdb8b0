import { type ReactNode, useId } from 'react';
import segments from './Segments.module.css';

/** One of a few options that are all visible. */
export interface Segment<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
  /** Why it cannot be chosen now; absent when it can. */
  readonly refused?: string | undefined;
}

interface SegmentsProps<T extends string> {
  readonly value: T;
  readonly choices: readonly Segment<T>[];
  readonly onChoose: (value: T) => void;
  /** The accessible name: a text, or ids of the label and description. `chosen`: the id for the chosen input. */
  readonly label:
    | string
    | { readonly labelledBy: string; readonly describedBy: string; readonly chosen: string };
}

/** A choice between a few visible options. */
export function Segments<T extends string>({ value, choices, onChoose, label }: SegmentsProps<T>) {
  const name = useId();
  const named =
    typeof label === 'string'
      ? { 'aria-label': label }
      : { 'aria-labelledby': label.labelledBy, 'aria-describedby': label.describedBy };
  return (
    <div className={segments.segments} role="radiogroup" {...named}>
      {choices.map((choice) => (
        <label key={choice.value} title={choice.refused}>
          <input
            type="radio"
            {...(choice.value === value && typeof label !== 'string' ? { id: label.chosen } : {})}
            name={name}
            value={choice.value}
            checked={choice.value === value}
            disabled={choice.refused !== undefined}
            onChange={() => onChoose(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}

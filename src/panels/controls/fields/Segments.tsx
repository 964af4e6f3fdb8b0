import { type ComponentProps, type ReactNode, useId } from 'react';
import type { TermId } from '../../../plots/frame/glossary.ts';
import { type TermAnswer, useTerm } from '../../../plots/frame/useTerm.tsx';
import segments from './Segments.module.css';

/** One of a few options that are all visible. */
export interface Segment<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
  /** The term that it answers for. */
  readonly term?: TermId;
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
      {choices.map((choice) => {
        const radio = {
          ...(choice.value === value && typeof label !== 'string' ? { id: label.chosen } : {}),
          name,
          value: choice.value,
          checked: choice.value === value,
          onChange: () => onChoose(choice.value),
        };
        return choice.term ? (
          <TermOption key={choice.value} term={choice.term} choice={choice} radio={radio} />
        ) : (
          <Option key={choice.value} choice={choice} radio={radio} />
        );
      })}
    </div>
  );
}

interface OptionProps {
  readonly choice: Segment<string>;
  readonly radio: ComponentProps<'input'>;
  readonly handlers?: TermAnswer['handlers'];
}

function Option({ choice, radio, handlers }: OptionProps) {
  return (
    <label title={choice.refused} {...handlers}>
      <input type="radio" {...radio} disabled={choice.refused !== undefined} />
      {choice.label}
    </label>
  );
}

function TermOption({ term, ...option }: OptionProps & { readonly term: TermId }) {
  const { handlers, answer } = useTerm(term);
  return (
    <>
      <Option {...option} handlers={handlers} />
      {answer}
    </>
  );
}

import { useMemo } from 'react';
import { lengthAt } from '../../experiment/document/fields.ts';
import { Field } from './fields/Field.tsx';
import { NumberInput } from './fields/NumberInput.tsx';
import { nextStop, sliderRange, sliderStops } from './fields/sliderStops.ts';
import { useField } from './fields/useField.ts';
import styles from './LayerWidths.module.css';

/** The width of a layer added to a network without any. */
const FIRST_WIDTH = 32;

/** Labels of a layer; number: its position in the list, from 1. */
export interface LayerWords {
  /** The label of its width: 'Units in hidden layer 2'. */
  readonly counts: (number: number) => string;
  readonly remove: (number: number) => string;
  readonly add: string;
}

interface LayerWidthsProps {
  readonly path: 'network.hidden' | 'network.channels';
  readonly label: string;
  readonly help: string;
  readonly words: LayerWords;
  /** Maximum number of layers for these data, where the field allows more. */
  readonly most?: number;
  /** Symbols before and after the list. */
  readonly ends: readonly [string, string];
}

/** Layers as a list of their widths, from input to output. */
export function LayerWidths({ path, label, help, words, most = Infinity, ends }: LayerWidthsProps) {
  const field = useField(path);
  const { value: hidden, set, report } = field;
  const length = lengthAt(path);
  const widths = useMemo(() => sliderStops(sliderRange(path, { logarithmic: true })), [path]);
  // The position in the list identifies a layer.
  const layers = hidden.map((width, index) => ({ width, index }));
  const replace = (index: number, width: number) => set(hidden.map((old, i) => (i === index ? width : old)));
  return (
    <Field label={label} help={help} field={field}>
      {(ids) => (
        <div
          className={styles.layers}
          role="group"
          aria-labelledby={ids.label}
          aria-describedby={ids.description}
        >
          <span className={styles.end}>{ends[0]}</span>
          {layers.map(({ width, index }) => (
            <span key={index} className={styles.layer}>
              <NumberInput
                {...(index === 0 ? { id: ids.control } : {})}
                value={width}
                onSet={(next) => replace(index, next)}
                onFault={report}
                next={(from, direction) => nextStop(widths, from, direction)}
                label={words.counts(index + 1)}
                describedBy={ids.description}
              />
              <button
                type="button"
                className={styles.mini}
                aria-label={words.remove(index + 1)}
                title={words.remove(index + 1)}
                disabled={hidden.length <= length.minimum}
                onClick={() => set(hidden.filter((_, i) => i !== index))}
              >
                ×
              </button>
            </span>
          ))}
          <button
            type="button"
            className={styles.mini}
            {...(hidden.length === 0 ? { id: ids.control } : {})}
            disabled={hidden.length >= Math.min(most, length.maximum)}
            aria-label={words.add}
            title={words.add}
            onClick={() => set([...hidden, hidden.at(-1) ?? FIRST_WIDTH])}
          >
            +
          </button>
          <span className={styles.end}>{ends[1]}</span>
        </div>
      )}
    </Field>
  );
}

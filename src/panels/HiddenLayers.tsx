import { useState } from 'react';
import { Field } from './fields/Field.tsx';
import { NumberInput } from './fields/NumberInput.tsx';
import { nextStop, sliderStops } from './fields/sliderStops.ts';
import { useField } from './fields/useField.ts';
import styles from './HiddenLayers.module.css';

const widths = sliderStops({ minimum: 1, maximum: 512, logarithmic: true, integer: true });
/** The width of a layer added to a network without any, and the most layers an experiment may have. */
const FIRST_WIDTH = 32;
const MOST_LAYERS = 6;

/** The hidden layers as a list from input to output; none makes a linear model. */
export function HiddenLayers() {
  const { value: hidden, changed, restarts, set, reset } = useField('network.hidden');
  const [fault, setFault] = useState<string | null>(null);
  // A layer is its place in the list.
  const layers = hidden.map((width, index) => ({ width, index }));
  const replace = (index: number, width: number) => set(hidden.map((old, i) => (i === index ? width : old)));
  return (
    <Field
      label="Hidden layers"
      help="Units in each hidden layer, from input to output. Without any, the model is a straight line."
      changed={changed}
      restarts={restarts}
      fault={fault}
      onReset={reset}
    >
      {(ids) => (
        <div
          className={styles.layers}
          role="group"
          aria-labelledby={ids.label}
          aria-describedby={ids.description}
        >
          <span className={styles.end}>x</span>
          {layers.map(({ width, index }) => (
            <span key={index} className={styles.layer}>
              <NumberInput
                {...(index === 0 ? { id: ids.control } : {})}
                value={width}
                onSet={(next) => replace(index, next)}
                onFault={setFault}
                next={(from, direction) => nextStop(widths, from, direction)}
                label={`Units in hidden layer ${index + 1}`}
                describedBy={ids.description}
              />
              <button
                type="button"
                className={styles.mini}
                aria-label={`Remove hidden layer ${index + 1}`}
                title={`Remove hidden layer ${index + 1}`}
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
            disabled={hidden.length >= MOST_LAYERS}
            aria-label="Add a hidden layer"
            title="Add a hidden layer"
            onClick={() => set([...hidden, hidden.at(-1) ?? FIRST_WIDTH])}
          >
            +
          </button>
          <span className={styles.end}>y</span>
        </div>
      )}
    </Field>
  );
}

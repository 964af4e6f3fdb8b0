import { useMemo } from 'react';
import styles from './Field.module.css';
import { Field, type FieldIds, type FieldWords } from './Field.tsx';
import { NumberInput } from './NumberInput.tsx';
import { fieldText } from './numberText.ts';
import slider from './Slider.module.css';
import { nearestStop, nextStop, type SliderScale, sliderRange, sliderStops } from './sliderStops.ts';
import { type PathsTo, useField } from './useField.ts';

interface SliderFieldProps extends FieldWords {
  /** Path of the number in the experiment. */
  readonly path: PathsTo<number>;
  /** How the slider runs over the field; the number box accepts everything that the field allows. */
  readonly scale: SliderScale;
  /** Shows the number instead of a number box. */
  readonly plain?: boolean;
  /** A number that is given instead of the field's: the control shows it and is disabled. */
  readonly given?: number;
}

/** A number with a slider, a number box and a reset button. */
export function SliderField({ path, scale, plain = false, given, ...words }: SliderFieldProps) {
  const field = useField(path);
  const { set, report } = field;
  const value = given ?? field.value;
  const disabled = given !== undefined;
  const { logarithmic, step, minimum, maximum } = scale;
  const stops = useMemo(
    () => sliderStops(sliderRange(path, { logarithmic, step, minimum, maximum })),
    [path, logarithmic, step, minimum, maximum],
  );
  return (
    <Field {...words} field={disabled ? { ...field, changed: false } : field}>
      {(ids) => (
        <div className={styles.row}>
          <RangeInput
            ids={ids}
            stops={stops}
            index={nearestStop(stops, value, logarithmic)}
            text={`${fieldText(value)} ${words.unit ?? ''}`.trim()}
            disabled={disabled}
            onIndex={(index) => set(stops[index])}
          />
          {plain ? (
            <output className={styles.plain}>{fieldText(value)}</output>
          ) : (
            <NumberInput
              value={value}
              onSet={set}
              onFault={report}
              next={(from, direction) => nextStop(stops, from, direction)}
              label={[words.label, words.symbol].filter(Boolean).join(' ')}
              describedBy={ids.description}
              unit={words.unit}
              disabled={disabled}
            />
          )}
        </div>
      )}
    </Field>
  );
}

interface RangeInputProps {
  readonly ids: FieldIds;
  readonly stops: readonly number[];
  /** Of the stop that the slider stands at. */
  readonly index: number;
  /** The value, for screen readers. */
  readonly text: string;
  readonly disabled?: boolean;
  readonly onIndex: (index: number) => void;
}

/** A slider over stops. */
export function RangeInput({ ids, stops, index, text, disabled = false, onIndex }: RangeInputProps) {
  return (
    <input
      id={ids.control}
      type="range"
      className={slider.slider}
      min={0}
      max={stops.length - 1}
      step={1}
      value={index}
      disabled={disabled}
      aria-describedby={ids.description}
      aria-valuetext={text}
      style={{ ['--fill' as string]: `${(100 * index) / Math.max(1, stops.length - 1)}%` }}
      onChange={(event) => onIndex(Number(event.target.value))}
    />
  );
}

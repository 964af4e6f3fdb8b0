import { useMemo } from 'react';
import styles from './Field.module.css';
import { Field, type FieldWords } from './Field.tsx';
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
  readonly disabled?: boolean;
}

/** A number with a slider, a number box and a reset button. */
export function SliderField({ path, scale, disabled, ...words }: SliderFieldProps) {
  const field = useField(path);
  const { value, set, report } = field;
  const { logarithmic, step, minimum, maximum } = scale;
  const stops = useMemo(
    () => sliderStops(sliderRange(path, { logarithmic, step, minimum, maximum })),
    [path, logarithmic, step, minimum, maximum],
  );
  const index = nearestStop(stops, value, logarithmic);
  return (
    <Field {...words} field={field}>
      {(ids) => (
        <div className={styles.row}>
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
            aria-valuetext={`${fieldText(value)} ${words.unit ?? ''}`.trim()}
            style={{ ['--fill' as string]: `${(100 * index) / Math.max(1, stops.length - 1)}%` }}
            onChange={(event) => set(stops[Number(event.target.value)])}
          />
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
        </div>
      )}
    </Field>
  );
}

import { useId, useMemo } from 'react';
import slider from '../../panels/controls/fields/Slider.module.css';
import { nearestStop, type SliderRange, sliderStops } from '../../panels/controls/fields/sliderStops.ts';
import { formatNumber } from '../../plots/frame/format.ts';
import styles from './exhibit.module.css';

interface SliderProps {
  readonly label: string;
  /** The symbol of the equations. */
  readonly symbol?: string;
  readonly unit?: string;
  readonly value: number;
  readonly range: SliderRange;
  readonly onChange: (value: number) => void;
  /** The concept that gives it its colour. */
  readonly concept?: 'prior' | 'posterior' | 'data' | 'epistemic' | 'aleatoric';
}

/** A native slider with name, symbol and value; round stops, logarithmic on request. */
export function Slider({ label, symbol, unit, value, range, onChange, concept }: SliderProps) {
  const id = useId();
  const stops = useMemo(() => sliderStops(range), [range]);
  const index = nearestStop(stops, value, range.logarithmic);
  const text = `${formatNumber(value)} ${unit ?? ''}`.trim();
  return (
    <div className={styles.slider} data-concept={concept}>
      <label htmlFor={id}>
        {label} {symbol && <i>{symbol}</i>}
      </label>
      <output htmlFor={id}>{text}</output>
      <input
        id={id}
        type="range"
        className={slider.slider}
        min={0}
        max={stops.length - 1}
        step={1}
        value={index}
        aria-valuetext={text}
        style={{ ['--fill' as string]: `${(100 * index) / Math.max(1, stops.length - 1)}%` }}
        onChange={(event) => onChange(stops[Number(event.target.value)] as number)}
      />
    </div>
  );
}

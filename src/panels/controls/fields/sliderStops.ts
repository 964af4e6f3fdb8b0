import { type FieldPath, rangeAt } from '../../../experiment/document/fields.ts';
import type { NumberRange } from '../../../experiment/document/schema.ts';

/** The mantissas of a decade, about 12 % apart, with few digits. */
const mantissas = [1, 1.1, 1.2, 1.4, 1.6, 1.8, 2, 2.2, 2.5, 2.8, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9];

/** How a slider runs over the numbers of its field. step: distance of the stops of a linear slider. */
export interface SliderScale {
  readonly logarithmic: boolean;
  readonly step?: number | undefined;
  /**
   * The ends of the slider, only where it covers less than the field allows; the source states the reason next to
   * them. The number box accepts the whole range of the field. A logarithmic slider needs a minimum above 0.
   */
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
}

/** A scale with both ends. */
export interface SliderRange extends Omit<NumberRange, 'integer'> {
  readonly integer?: boolean;
  readonly logarithmic: boolean;
  readonly step?: number | undefined;
}

/** The range of a field's slider: that of the field, unless the scale narrows it. */
export function sliderRange(path: FieldPath, scale: SliderScale): SliderRange {
  const { minimum, maximum, integer } = rangeAt(path);
  return {
    minimum: scale.minimum ?? minimum,
    maximum: scale.maximum ?? maximum,
    integer,
    logarithmic: scale.logarithmic,
    step: scale.step,
  };
}

/** The stops of a slider, ascending, including both ends. A logarithmic range needs minimum > 0. */
export function sliderStops(range: SliderRange): readonly number[] {
  const { minimum, maximum, integer = false } = range;
  const inner = range.logarithmic ? logarithmicValues(range) : linearValues(range);
  const values = [minimum, ...inner, maximum]
    .map((value) => (integer ? Math.round(value) : Number(value.toPrecision(6))))
    .filter((value) => value >= minimum && value <= maximum);
  return [...new Set(values)].sort((a, b) => a - b);
}

function logarithmicValues({ minimum, maximum }: SliderRange): number[] {
  const values: number[] = [];
  for (let power = Math.floor(Math.log10(minimum)); power <= Math.log10(maximum); power++)
    for (const mantissa of mantissas) values.push(Number(`${mantissa}e${power}`));
  return values;
}

function linearValues({
  minimum,
  maximum,
  integer,
  step = integer ? 1 : (maximum - minimum) / 100,
}: SliderRange): number[] {
  const count = Math.round((maximum - minimum) / step);
  return Array.from({ length: count + 1 }, (_, i) => minimum + i * step);
}

/** The index of the stop nearest to a value, by ratio if the range is logarithmic. stops: ascending, not empty. */
export function nearestStop(stops: readonly number[], value: number, logarithmic: boolean): number {
  const place = (stop: number) => (logarithmic ? Math.log(Math.max(stop, Number.MIN_VALUE)) : stop);
  let nearest = 0;
  stops.forEach((stop, index) => {
    if (Math.abs(place(stop) - place(value)) < Math.abs(place(stops[nearest] as number) - place(value)))
      nearest = index;
  });
  return nearest;
}

/** The next stop above (direction 1) or below (−1) a value; the value itself if there is none. */
export function nextStop(stops: readonly number[], value: number, direction: 1 | -1): number {
  const beyond =
    direction === 1 ? stops.find((stop) => stop > value) : stops.findLast((stop) => stop < value);
  return beyond ?? value;
}

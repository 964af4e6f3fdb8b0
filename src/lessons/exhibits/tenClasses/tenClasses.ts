import { invertImage, noiseImage } from '../../../model/datasets/imageTransforms.ts';
import { letterImage } from '../../../panels/views/images/letterImage.ts';

/** The training images, and the range of a pixel. */
export const shape = { height: 8, width: 8, brightest: 16 } as const;

/** Red, green and blue, 0 to 255. */
type Color = readonly [number, number, number];

/** Values of the car's pixels: paint, windows and tyres. The network reads grey values alone. */
const [PAINT, GLASS, TYRE] = [11, 4, 16] as const;
const carColors: Readonly<Record<number, Color>> = {
  [PAINT]: [196, 30, 42],
  [GLASS]: [176, 206, 226],
  [TYRE]: [0, 0, 0],
};

/** A car from the side on 8 × 8 pixels. */
const car = [
  [0, 0, 0, 0, 0, 0, 0, 0],
  [0, 0, 0, 0, 0, 0, 0, 0],
  [0, 0, 11, 11, 11, 0, 0, 0],
  [0, 11, 4, 11, 4, 11, 0, 0],
  [11, 11, 11, 11, 11, 11, 11, 11],
  [11, 11, 11, 11, 11, 11, 11, 11],
  [0, 16, 16, 0, 0, 16, 16, 0],
  [0, 0, 0, 0, 0, 0, 0, 0],
].flat();

/** An image to classify. */
export interface Shown {
  /** In English; translated where it is shown. */
  readonly label: string;
  readonly image: readonly number[];
  /** Its class; null if it belongs to none of the ten. */
  readonly trueClass: number | null;
  /** Colour of its pixel values; absent: grey. */
  readonly colorOf?: (value: number) => Color;
}

/** A held-out digit, and images that are no digits. three: the pixels of that digit. */
export function shownImages(three: readonly number[]): readonly Shown[] {
  return [
    { label: 'the 3, inverted', image: invertImage(three, shape), trueClass: null },
    { label: 'a 3', image: three, trueClass: 3 },
    {
      label: 'a red car',
      image: car,
      trueClass: null,
      colorOf: (value) => carColors[value] ?? [255, 255, 255],
    },
    { label: 'the letter H', image: letterImage('H', shape), trueClass: null },
    { label: 'the letter X', image: letterImage('X', shape), trueClass: null },
    { label: 'noise', image: noiseImage(shape, 1), trueClass: null },
  ];
}

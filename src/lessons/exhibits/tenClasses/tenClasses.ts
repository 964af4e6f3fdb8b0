import type { Experiment } from '../../../experiment/document/experiment.ts';
import { decodeLink } from '../../../experiment/link/link.ts';
import { invertImage, noiseImage } from '../../../model/datasets/imageTransforms.ts';
import { letterImage } from '../../../panels/views/images/letterImage.ts';

/** The training images, and the range of a pixel. */
export const shape = { height: 8, width: 8, brightest: 16 } as const;

/** Common settings: real digits, one hidden layer. */
const LINK = 'dataset.id=digits&network.kind=dense&network.hidden=32&prediction.samples=100';

/** Training steps before the networks are queried. */
export const STEPS = 800;

/** MAP weights, and a distribution over weights. */
export function tenClassesExperiments(): readonly [Experiment, Experiment] {
  const open = (method: string) => decodeLink(`${LINK}&inference.method=${method}`).experiment;
  return [open('map'), open('bayes-by-backprop')];
}

/** A car from the side on 8 × 8 grey pixels. Red is a medium grey. */
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
}

/** A held-out digit, and images that are no digits. three: the pixels of that digit. */
export function shownImages(three: readonly number[]): readonly Shown[] {
  return [
    { label: 'a 3', image: three, trueClass: 3 },
    { label: 'the 3, inverted', image: invertImage(three, shape), trueClass: null },
    { label: 'a red car', image: car, trueClass: null },
    { label: 'the letter H', image: letterImage('H', shape), trueClass: null },
    { label: 'the letter X', image: letterImage('X', shape), trueClass: null },
    { label: 'noise', image: noiseImage(shape, 1), trueClass: null },
  ];
}

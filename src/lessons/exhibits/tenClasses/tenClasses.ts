import type { Experiment } from '../../../experiment/document/experiment.ts';
import { decodeLink } from '../../../experiment/link/link.ts';
import { invertImage, noiseImage } from '../../../model/datasets/imageTransforms.ts';
import { letterImage } from '../../../panels/views/images/letterImage.ts';

/** The images that both networks learn from, and how the values of a pixel are to be read. */
export const shape = { height: 8, width: 8, brightest: 16 } as const;

/** What both have in common: real digits, one hidden layer. */
const LINK = 'dataset.id=digits&network.kind=dense&network.hidden=32&prediction.samples=100';

/** Steps that both train before they are asked. */
export const STEPS = 800;

/** One set of weights, the most probable; and a distribution over weights. */
export function tenClassesExperiments(): readonly [Experiment, Experiment] {
  const open = (method: string) => decodeLink(`${LINK}&inference.method=${method}`).experiment;
  return [open('map'), open('bayes-by-backprop')];
}

/** A car from the side, as a camera of 8 × 8 pixels without colour would see it. Red is a middling grey. */
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

/** Something to show the networks. */
export interface Shown {
  /** In plain English; said where it is shown. */
  readonly label: string;
  readonly image: readonly number[];
  /** Its class; null: it has none of the ten. */
  readonly trueClass: number | null;
}

/** A digit that training never saw, and what is none. three: that digit's image. */
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

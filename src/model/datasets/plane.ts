import type { Interval, Measure, PlaneDataset } from './dataset.ts';

/** The two axes of generated data. */
export function planeMeasures(first: Interval, second: Interval): readonly [Measure, Measure] {
  return [
    { label: 'x₁', domain: first },
    { label: 'x₂', domain: second },
  ];
}

const generatedPlane = { kind: 'plane', task: 'classification', inputs: [0, 1] } as const;

/** Common properties of generated data with two classes. */
export const twoClasses = {
  ...generatedPlane,
  classNames: ['class 1', 'class 2'],
  classes: 2,
  classesVary: false,
} as const satisfies Partial<PlaneDataset>;

/** Common properties of generated data with two to four classes. */
export const severalClasses = {
  ...generatedPlane,
  classNames: ['class 1', 'class 2', 'class 3', 'class 4'],
  classes: 3,
  classesVary: true,
} as const satisfies Partial<PlaneDataset>;

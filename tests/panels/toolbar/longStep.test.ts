import { expect, test } from 'vitest';
import { longStepText } from '../../../src/panels/toolbar/Readouts.tsx';

test.each<[number, number, string | null]>([
  [0, 0, null],
  [0, 1, null],
  [0, 7, 'no step for 7 s yet'],
  [0.2, 0, 'a step takes 5.0 s here'],
  [0.05, 3, 'a step takes 20 s here'],
  [0.5, 6, 'a step takes 6.0 s here'],
  // The snapshots of a network can take long although its steps do not.
  [400, 6, null],
  [1, 0, null],
])('%f steps a second, and none for %i s: %s', (speed, waited, text) => {
  expect(longStepText(speed, waited)).toBe(text);
});

import { expect, test } from 'vitest';
import { createHeightFilter } from '../../src/embed/height.ts';

test('a host gets whole heights without repetition, and the larger of two that alternate', () => {
  const filter = createHeightFilter();
  const reported = [400.2, 400.9, 420, 401, 420, 401, 420, 401].map((height, index) =>
    filter(height, 10 * index),
  );
  expect(reported).toEqual([401, null, 420, 401, 420, null, null, null]);
  expect(filter(401, 5000)).toBe(401);
});

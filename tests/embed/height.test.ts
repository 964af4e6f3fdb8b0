import { expect, test } from 'vitest';
import { createHeightFilter } from '../../src/embed/height.ts';

test('a host is told whole heights, each once, and of two that alternate only the larger', () => {
  const news = createHeightFilter();
  const told = [400.2, 400.9, 420, 401, 420, 401, 420, 401].map((height, index) => news(height, 10 * index));
  expect(told).toEqual([401, null, 420, 401, 420, null, null, null]);
  expect(news(401, 5000)).toBe(401);
});

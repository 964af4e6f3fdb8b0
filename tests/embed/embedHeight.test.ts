import { expect, test } from 'vitest';
import { embedHeight } from '../../src/embed/embedHeight.ts';

test('the height of an embed changes with its width at one place, and not with what it shows there', () => {
  const heights = (panels: readonly string[] | null) =>
    new Set([320, 358, 390, 768, 960, 961, 1200, 1920].map((width) => embedHeight(panels, width)));
  expect(heights(['predictive'])).toEqual(new Set([656, 560]));
  expect(heights(['predictive', 'weights']).size).toBe(2);
  // Unknown panels: as many as there can be.
  expect(embedHeight(null, 1200)).toBe(embedHeight(['predictive', 'cost', 'weights'], 1200));
  expect(embedHeight(null, 390)).toBe(embedHeight(['predictive', 'cost', 'weights'], 390));
});

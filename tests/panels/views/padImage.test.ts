import { describe, expect, it } from 'vitest';
import { letterImage, letterNames } from '../../../src/panels/views/images/letterImage.ts';
import { imageOfPad, strokeCells } from '../../../src/panels/views/images/padImage.ts';

const shape = { height: 2, width: 3, brightest: 16 };

describe('a drawing', () => {
  it('sets each pixel to the share of its cells that are inked, as in the digits data', () => {
    const cells = new Uint8Array(8 * 12);
    // All of pixel (0, 0), and two cells of pixel (1, 2).
    for (let row = 0; row < 4; row++) cells.fill(1, row * 12, row * 12 + 4);
    cells[7 * 12 + 11] = 1;
    cells[4 * 12 + 8] = 1;
    expect(imageOfPad(cells, shape)).toEqual([16, 0, 0, 0, 0, 2]);
  });

  it('has no gap between two pen positions', () => {
    const inked = strokeCells([1.5, 1.5], [6.5, 1.5], 0.6, 8, 4);
    expect(inked).toEqual([9, 10, 11, 12, 13, 14]);
    expect(strokeCells([2.5, 2.5], [2.5, 2.5], 0.6, 8, 4)).toEqual([2 * 8 + 2]);
  });
});

it.each(letterNames)(
  'the letter %s is rendered in ink, within the image, and unlike the others',
  (letter) => {
    const shape = { height: 8, width: 8, brightest: 16 };
    const image = letterImage(letter, shape);
    expect(image).toHaveLength(64);
    expect(Math.max(...image)).toBeGreaterThan(8);
    // Strokes leave most of the paper white, and no pixel exceeds the ink value.
    expect(image.filter((value) => value === 0).length).toBeGreaterThan(15);
    expect(image.every((value) => value >= 0 && value <= 16)).toBe(true);
    for (const other of letterNames)
      if (other !== letter) expect(letterImage(other, shape)).not.toEqual(image);
  },
);

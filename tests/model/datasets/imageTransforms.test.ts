import { describe, expect, it } from 'vitest';
import { invertImage, noiseImage, rotateImage } from '../../../src/model/datasets/imageTransforms.ts';

describe('an image', () => {
  const square = { height: 3, width: 3, brightest: 9 };
  const image = [1, 2, 3, 4, 5, 6, 7, 8, 9];

  it('is unchanged by a rotation of 0 or 360 degrees', () => {
    for (const degrees of [0, 360])
      rotateImage(image, square, degrees).forEach((value, i) => expect(value).toBeCloseTo(image[i]!, 9));
  });

  it('rotated by 90 degrees has its right column on top', () => {
    const quarter = rotateImage(image, square, 90);
    [3, 6, 9, 2, 5, 8, 1, 4, 7].forEach((value, i) => expect(quarter[i]).toBeCloseTo(value, 9));
  });

  it('inverted twice is unchanged; noise is between paper and ink and a function of the seed', () => {
    expect(invertImage(invertImage(image, square), square)).toEqual(image);
    expect(invertImage(image, square)[0]).toBe(8);
    const noise = noiseImage(square, 3);
    expect(noise.every((value) => value >= 0 && value <= 9)).toBe(true);
    expect(noiseImage(square, 3)).toEqual(noise);
    expect(noiseImage(square, 4)).not.toEqual(noise);
  });
});

import { t } from '../i18n/index.ts';
import { formatWhole } from '../i18n/numbers.ts';
import { createRandom, permutation, type Random, streams } from '../math/random.ts';
import { MIN_SIDE, type Point } from '../model/datasets/dataset.ts';
import { MAX_CLASSES } from './classLabels.ts';
import type { IdxImages, IdxLabels } from './idx.ts';

/** Side of the largest images that are not reduced. */
const MAX_SIDE = 14;
/** Larger files are subsampled to this number of images. */
export const MAX_IMAGES = 2000;

/** Square images of at most MAX_SIDE pixels with their classes, or a sentence about what is wrong. */
export type ImagePoints =
  | { readonly points: readonly Point[]; readonly side: number }
  | { readonly fault: string };

/**
 * Converts images to points. At most `most` images, chosen by `random`, in file order; images are padded to a square
 * and area-averaged to at most 14 × 14 pixels.
 */
export function imagesToPoints(
  images: IdxImages,
  { count, labels }: IdxLabels,
  most: number,
  random: Random,
): ImagePoints {
  if (images.count !== count)
    return {
      fault: t('There are {images} images and {labels} labels: these two files do not belong together.', {
        images: formatWhole(images.count),
        labels: formatWhole(count),
      }),
    };
  const size = Math.max(images.height, images.width);
  if (size < MIN_SIDE)
    return {
      fault: t('The images are {height} × {width}; they need at least {side} × {side} pixels.', {
        height: images.height,
        width: images.width,
        side: MIN_SIDE,
      }),
    };
  const side = Math.min(size, MAX_SIDE);
  const chosen = permutation(random, count).subarray(0, most).sort();
  const points = Array.from(chosen, (row) => ({
    x: resizeImage(padToSquare(images, row), size, side),
    y: labels[row]!,
  }));
  const classes = new Set(points.map(({ y }) => y));
  if (classes.size < 2) return { fault: t('All images have the same label; at least 2 classes are needed.') };
  const last = Math.max(...classes);
  if (last >= MAX_CLASSES)
    return {
      fault: t('There is a label {label}; labels go from 0 to {last}.', {
        label: last,
        last: MAX_CLASSES - 1,
      }),
    };
  return { points, side };
}

/** The images that an experiment with this seed uses. */
export function selectImages(images: IdxImages, labels: IdxLabels, seed: number): ImagePoints {
  return imagesToPoints(images, labels, MAX_IMAGES, createRandom(seed, streams.images));
}

/** Pads one image to a square, centred. */
function padToSquare({ height, width, pixels }: IdxImages, row: number): Float64Array {
  const size = Math.max(height, width);
  const [top, left] = [Math.floor((size - height) / 2), Math.floor((size - width) / 2)];
  const square = new Float64Array(size * size);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      square[(top + y) * size + left + x] = pixels[(row * height + y) * width + x]!;
  return square;
}

/** Resizes a square image by area averaging; values are rounded to integers. */
function resizeImage(image: Float64Array, size: number, side: number): number[] {
  const pixels: number[] = [];
  const step = size / side;
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      let sum = 0;
      for (let y = Math.floor(row * step); y < Math.ceil((row + 1) * step - 1e-9); y++)
        for (let x = Math.floor(column * step); x < Math.ceil((column + 1) * step - 1e-9); x++)
          sum += overlap(y, row, step) * overlap(x, column, step) * image[y * size + x]!;
      pixels.push(Math.round(sum / step ** 2));
    }
  return pixels;
}

/** Length of the intersection of [at, at + 1] and [place · step, (place + 1) · step]. */
function overlap(at: number, place: number, step: number): number {
  return Math.max(0, Math.min(at + 1, (place + 1) * step) - Math.max(at, place * step));
}

import { createRandom, streams } from '../../math/random.ts';

/** Size of an image in pixels, and the value of a pixel that is all ink; paper is 0. Images are [height · width]. */
export interface ImageShape {
  readonly height: number;
  readonly width: number;
  readonly brightest: number;
}

/** Rotates an image anticlockwise about its centre with bilinear interpolation; outside of it is paper. */
export function rotateImage(
  image: readonly number[],
  { height, width }: ImageShape,
  degrees: number,
): number[] {
  const [cosine, sine] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [centerY, centerX] = [(height - 1) / 2, (width - 1) / 2];
  const at = (y: number, x: number) =>
    y >= 0 && y < height && x >= 0 && x < width ? image[y * width + x]! : 0;
  return image.map((_, pixel) => {
    const [dy, dx] = [Math.floor(pixel / width) - centerY, (pixel % width) - centerX];
    const [y, x] = [centerY + cosine * dy + sine * dx, centerX + cosine * dx - sine * dy];
    const [top, left] = [Math.floor(y), Math.floor(x)];
    const [down, along] = [y - top, x - left];
    const upper = (1 - along) * at(top, left) + along * at(top, left + 1);
    const lower = (1 - along) * at(top + 1, left) + along * at(top + 1, left + 1);
    return (1 - down) * upper + down * lower;
  });
}

/** Swaps ink and paper. */
export function invertImage(image: readonly number[], { brightest }: ImageShape): number[] {
  return image.map((value) => brightest - value);
}

/** Independent pixels, uniform between paper and ink. */
export function noiseImage({ height, width, brightest }: ImageShape, seed: number): number[] {
  const random = createRandom(seed, streams.evaluation);
  return Array.from({ length: height * width }, () => brightest * random());
}

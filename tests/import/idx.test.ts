import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readIdx } from '../../src/import/idx.ts';
import { imagesToPoints } from '../../src/import/imagePoints.ts';
import { createRandom } from '../../src/math/random.ts';

/** An IDX file in the format of LeCun, Cortes & Burges. */
function idxFile(dimensions: readonly number[], numbers: ArrayLike<number>, type = 8): Uint8Array {
  const bytes = new Uint8Array(4 + 4 * dimensions.length + numbers.length);
  bytes.set([0, 0, type, dimensions.length]);
  const view = new DataView(bytes.buffer);
  dimensions.forEach((dimension, i) => {
    view.setUint32(4 + 4 * i, dimension);
  });
  bytes.set(Array.from(numbers), 4 + 4 * dimensions.length);
  return bytes;
}

const faultOf = (bytes: Uint8Array) => {
  const reading = readIdx(bytes, 'it');
  return reading.kind === 'fault' ? reading.fault : null;
};
const pixels = (count: number) => Uint8Array.from({ length: count }, (_, i) => (i * 7) % 256);

describe('an IDX file', () => {
  it('of images is read, plain and compressed', () => {
    const numbers = pixels(2 * 3 * 4);
    const file = idxFile([2, 3, 4], numbers);
    const images = { kind: 'images', count: 2, height: 3, width: 4, pixels: numbers };
    expect(readIdx(file, 'images')).toEqual(images);
    expect(readIdx(gzipSync(file), 'images.gz')).toEqual(images);
    // A view of a larger buffer, which file readers may return.
    const shifted = new Uint8Array(file.length + 5);
    shifted.set(file, 5);
    expect(readIdx(shifted.subarray(5), 'images')).toEqual(images);
  });

  it('of labels is read', () => {
    expect(readIdx(idxFile([3], [7, 0, 9]), 'labels')).toEqual({
      kind: 'labels',
      count: 3,
      labels: Uint8Array.of(7, 0, 9),
    });
  });

  it.each([
    [new Uint8Array(2), 'it: the file has 2 bytes; an IDX file has at least 4'],
    [new TextEncoder().encode('PNG image'), 'it: not an IDX file: it does not begin with two zeros'],
    [idxFile([2], [1, 2], 13), 'it: it holds single-precision numbers; images and labels are 8-bit numbers'],
    [idxFile([2], [1, 2], 77), 'it: it holds numbers of the unknown type 77'],
    [
      idxFile([2, 2], [1, 2, 3, 4]),
      'it: it has 2 dimensions; images have 3 (number, height, width), labels 1',
    ],
    [idxFile([2, 2, 2], []).subarray(0, 9), 'it: it ends within its header of 16 bytes'],
    [
      idxFile([60_000, 28, 28], [1, 2]),
      'it: it says that it has 60,000 images of 28 × 28, which takes 47,040,016 bytes; it has 18',
    ],
    [idxFile([2], [1, 2, 3]), 'it: it says that it has 2 labels, which takes 10 bytes; it has 11'],
    [idxFile([0, 28, 28], []), 'it: it says that it has 0 images of 28 × 28'],
    [gzipSync(idxFile([3], [1, 2, 3])).subarray(0, 12), 'it: it is damaged: gzip'],
    [Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3), 'it: it is damaged: gzip'],
  ])('%# is refused with a message', (bytes, message) => {
    expect(faultOf(bytes)).toContain(message);
  });

  it('that decompresses beyond the limit is refused before it fills the memory', () => {
    const bomb = gzipSync(new Uint8Array(1.1e8), { level: 1 });
    expect(bomb.length).toBeLessThan(2e6);
    expect(faultOf(bomb)).toBe('it: it unpacks to more than 100 MB');
  });

  it('from any bytes is images, labels or a fault, never an exception', () => {
    const header = fc.constantFrom([0, 0, 8, 1], [0, 0, 8, 3], [0x1f, 0x8b, 8, 0], []);
    fc.assert(
      fc.property(header, fc.uint8Array({ maxLength: 40 }), (start, rest) => {
        const reading = readIdx(Uint8Array.of(...start, ...rest), 'it');
        if (reading.kind === 'images')
          expect(reading.pixels).toHaveLength(reading.count * reading.height * reading.width);
        else if (reading.kind === 'labels') expect(reading.labels).toHaveLength(reading.count);
        else expect(reading.fault).toMatch(/^it: /);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });
});

describe('images with labels', () => {
  const random = () => createRandom(1, 1);
  const images = (count: number, height: number, width: number, of = pixels(count * height * width)) =>
    ({ kind: 'images', count, height, width, pixels: of }) as const;
  const labels = (...of: number[]) =>
    ({ kind: 'labels', count: of.length, labels: Uint8Array.from(of) }) as const;

  it('are points, each pixel an input', () => {
    const given = images(2, 8, 8);
    const made = imagesToPoints(given, labels(3, 1), 10, random());
    expect(made).toEqual({
      side: 8,
      points: [
        { x: [...given.pixels.subarray(0, 64)], y: 3 },
        { x: [...given.pixels.subarray(64)], y: 1 },
      ],
    });
  });

  it('of 28 × 28 become 14 × 14, the mean of every four pixels', () => {
    const given = images(2, 28, 28);
    const made = imagesToPoints(given, labels(0, 1), 10, random());
    if ('fault' in made) throw new Error(made.fault);
    expect(made.side).toBe(14);
    const at = (y: number, x: number) => given.pixels[y * 28 + x]!;
    const mean = (at(4, 6) + at(4, 7) + at(5, 6) + at(5, 7)) / 4;
    expect(made.points[0]!.x[2 * 14 + 3]).toBe(Math.round(mean));
  });

  it('of other sizes are padded to a centred square and keep their total ink', () => {
    const ink = new Uint8Array(2 * 21 * 35).fill(100);
    const made = imagesToPoints(images(2, 21, 35, ink), labels(0, 1), 10, random());
    if ('fault' in made) throw new Error(made.fault);
    const { x } = made.points[0]!;
    expect(x).toHaveLength(14 * 14);
    // 35 / 14 source pixels per pixel in each direction: the total is preserved per area.
    expect(x.reduce((sum, value) => sum + value, 0)).toBeCloseTo((21 * 35 * 100) / 2.5 ** 2, -2);
    expect(x.slice(0, 14).every((value) => value === 0)).toBe(true);
    expect(x[7 * 14 + 7]).toBe(100);
  });

  it('are subsampled by the seed, in file order', () => {
    const many = images(
      300,
      6,
      6,
      new Uint8Array(300 * 36).map((_, i) => Math.floor(i / 36) % 250),
    );
    const classes = labels(...Array.from({ length: 300 }, (_, i) => i % 3));
    const chosen = (seed: number) => {
      const made = imagesToPoints(many, classes, 50, createRandom(seed, 1));
      if ('fault' in made) throw new Error(made.fault);
      return made.points;
    };
    expect(chosen(1)).toHaveLength(50);
    expect(chosen(1)).toEqual(chosen(1));
    expect(chosen(1)).not.toEqual(chosen(2));
    const firsts = chosen(1).map(({ x }) => x[0]!);
    expect(firsts.slice(0, 30)).toEqual(firsts.slice(0, 30).toSorted((a, b) => a - b));
  });

  it.each([
    [
      images(3, 8, 8),
      labels(1, 2),
      /^There are 3 images and 2 labels: these two files do not belong together/,
    ],
    [images(2, 4, 5), labels(1, 2), /^The images are 4 × 5; they need at least 6 × 6 pixels/],
    [images(2, 8, 8), labels(5, 5), /^All images have the same label/],
    [images(2, 8, 8), labels(5, 200), /^There is a label 200; labels go from 0 to 99/],
  ])('%# are refused with a message', (given, of, message) => {
    const made = imagesToPoints(given, of, 10, random());
    expect('fault' in made && made.fault).toMatch(message);
  });
});

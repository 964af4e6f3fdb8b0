import { describe, expect, it } from 'vitest';
import type { Kernels } from '../../src/engine/wasm/kernels.ts';
import { createMemory } from '../../src/engine/wasm/memory.ts';
import { instantiate, wasmModule } from '../../src/engine/wasm/module.ts';
import { philox } from '../../src/math/philox.ts';
import { createRandom, fillNormal, fillSigns, standardNormal } from '../../src/math/random.ts';
import { erf } from '../../src/math/special.ts';
import { type ActivationKind, activations } from '../../src/model/networks/index.ts';

function freshKernels() {
  const kernels = instantiate(wasmModule());
  return { kernels, memory: createMemory(kernels) };
}

/** The largest of `count` errors; NaN counts as infinite. */
function worst(count: number, error: (i: number) => number): number {
  let largest = 0;
  for (let i = 0; i < count; i++) {
    const size = Math.abs(error(i));
    largest = Number.isNaN(size) ? Number.POSITIVE_INFINITY : Math.max(largest, size);
  }
  return largest;
}

describe('random numbers', () => {
  it.each([
    [0, 0, 0, 0, 0],
    [5, 3, 2, 1, 7],
    [0xfffffff0, 0xffffffff, 0x80000000, 77, 0xdeadbeef],
  ])('philox of block %i, sample %i, step %i, stream %i and seed %i has the same bits', (...counter) => {
    const { kernels, memory } = freshKernels();
    const [block, sample, step, stream, seed] = counter;
    const out = memory.floats(32);
    kernels.philoxBlocks(out, block, sample, step, stream, seed);
    const words = new Uint32Array(kernels.memory.buffer, out, 32);
    const blocks = [0, 1, 2, 3, 4, 5, 6, 7];
    const expected = blocks.map((i) => [
      ...philox(new Uint32Array(4), block + i, sample, step, stream, seed, 0),
    ]);
    const found = blocks.map((i) => [0, 1, 2, 3].map((word) => words[12 * (i >> 2) + 4 * word + i]));
    expect(found).toEqual(expected);
  });

  it('a million normals equal those of src/math to 2e-6, and so do those from any block on', () => {
    const { kernels, memory } = freshKernels();
    const count = 2 ** 20;
    const expected = new Float64Array(count);
    fillNormal(expected, 11, 16, 9, 2);
    const out = memory.floats(count);
    for (const first of [0, 400]) {
      kernels.fillNormal(out, count - 4 * first, first, 11, 16, 9, 2);
      const found = memory.floatView(out, count - 4 * first);
      expect(worst(found.length, (i) => found[i]! - expected[4 * first + i]!)).toBeLessThan(2e-6);
    }
  });

  it.each([
    [0, 1000],
    [1, 700],
    [31, 5],
    [130, 2],
    [509, 513],
  ])('the signs from number %i on, %i of them, equal those of src/math', (first, count) => {
    const { kernels, memory } = freshKernels();
    const expected = new Float64Array(first + count);
    fillSigns(expected, 11, 33, 9, 2);
    const out = memory.floats(count);
    kernels.fillSigns(out, count, first, 11, 33, 9, 2);
    expect([...memory.floatView(out, count)]).toEqual([...expected.subarray(first)]);
  });
});

describe.each<keyof Kernels & ActivationKind>(['relu', 'tanh', 'sigmoid', 'silu', 'sin', 'linear'])(
  '%s',
  (kind) => {
    it('and its derivative equal those of src/model/networks, for small, large and huge arguments', () => {
      const { kernels, memory } = freshKernels();
      const inputs = Float32Array.from({ length: 4001 }, (_, i) => Math.sinh((i - 2000) / 290));
      const [values, slopes] = [memory.floats(inputs.length), memory.floats(inputs.length)];
      memory.floatView(values, inputs.length).set(inputs);
      kernels[kind](values, slopes, inputs.length);
      const { value, derivative } = activations[kind];
      const found = memory.floatView(values, inputs.length);
      const foundSlopes = memory.floatView(slopes, inputs.length);
      const error = (i: number) => (found[i]! - value(inputs[i]!)) / Math.max(1, Math.abs(found[i]!));
      expect(worst(inputs.length, error)).toBeLessThan(5e-7);
      const slopeError = (i: number) => foundSlopes[i]! - derivative(inputs[i]!, value(inputs[i]!));
      expect(worst(inputs.length, slopeError)).toBeLessThan(5e-7);
    });

    it('of NaN is NaN', () => {
      const { kernels, memory } = freshKernels();
      const [values, slopes] = [memory.floats(4), memory.floats(4)];
      memory.floatView(values, 4).fill(Number.NaN);
      kernels[kind](values, slopes, 4);
      expect(memory.floatView(values, 4).every(Number.isNaN)).toBe(true);
    });
  },
);

it('the Laplace prior’s divergence has erf to 3e-7 in its gradient', () => {
  const { kernels, memory } = freshKernels();
  const count = 801;
  const [mu, sigma, scales, gradientMu, gradientSigma] = [0, 0, 0, 0, 0].map(() => memory.floats(count));
  const z = Float32Array.from({ length: count }, (_, i) => (i - 400) / 80);
  memory.floatView(mu!, count).set(z);
  memory.floatView(sigma!, count).fill(1);
  memory.floatView(scales!, count).fill(1);
  kernels.laplaceDivergence(mu!, sigma!, scales!, gradientMu!, gradientSigma!, 1, count, 1);
  const found = memory.floatView(gradientMu!, count);
  expect(worst(count, (i) => found[i]! - erf(z[i]! * Math.SQRT1_2))).toBeLessThan(3e-7);
});

/** Sizes around every boundary of the blocks. */
const sizes = [1, 2, 3, 4, 5, 7, 8, 9, 12, 13, 16, 17, 21, 34];

describe.each([1, 2, 3, 4, 5, 7, 8, 9, 33])('of %i rows', (rows) => {
  it('transposition swaps rows and columns, and writes nothing outside', () => {
    const { kernels, memory } = freshKernels();
    const [matrix, out] = [memory.floats(4000), memory.floats(4000)];
    for (const columns of sizes) {
      const given = memory.floatView(matrix, rows * columns);
      given.forEach((_, k) => {
        given[k] = k;
      });
      const found = memory.floatView(out, rows * columns + 16).fill(77);
      kernels.transpose(matrix, out, rows, columns);
      const expected = Array.from(given, (_, k) => (k % rows) * columns + Math.floor(k / rows));
      expect([...found.subarray(0, rows * columns)]).toEqual(expected);
      expect(found.subarray(rows * columns).every((value) => value === 77)).toBe(true);
    }
  });

  const random = createRandom(rows, 1);
  const normals = (length: number) => Float32Array.from({ length }, () => standardNormal(random));

  it('products are sums of products, and nothing outside is written', () => {
    const { kernels, memory } = freshKernels();
    const [values, kernel, bias, out, panels] = [0, 0, 0, 0, 0].map(() => memory.floats(4000));
    for (const inner of sizes)
      for (const columns of sizes) {
        const a = normals(rows * inner);
        const b = normals(inner * columns);
        const c = normals(columns);
        memory.floatView(values!, a.length).set(a);
        memory.floatView(kernel!, b.length).set(b);
        memory.floatView(bias!, c.length).set(c);
        const found = memory.floatView(out!, rows * columns + 16).fill(77);
        kernels.product(values!, kernel!, bias!, out!, rows, inner, columns, panels!);
        const expected = (row: number, j: number) =>
          a
            .subarray(row * inner, (row + 1) * inner)
            .reduce((sum, x, i) => sum + x * b[i * columns + j]!, c[j]!);
        const error = worst(
          rows * columns,
          (k) => found[k]! - expected(Math.floor(k / columns), k % columns),
        );
        expect(error).toBeLessThan(2e-5);
        expect(found.subarray(rows * columns).every((value) => value === 77)).toBe(true);
      }
  });

  it('gradients of kernels and biases are sums of products, added to the previous values', () => {
    const { kernels, memory } = freshKernels();
    const [left, right, out, sums] = [0, 0, 0, 0].map(() => memory.floats(4000));
    for (const leftColumns of sizes)
      for (const rightColumns of sizes) {
        const a = normals(rows * leftColumns);
        const b = normals(rows * rightColumns);
        memory.floatView(left!, a.length).set(a);
        memory.floatView(right!, b.length).set(b);
        const size = leftColumns * rightColumns;
        const found = memory
          .floatView(out!, size + 16)
          .fill(77)
          .fill(1, 0, size);
        const foundSums = memory
          .floatView(sums!, rightColumns + 16)
          .fill(77)
          .fill(1, 0, rightColumns);
        kernels.outerProduct(left!, right!, out!, rows, leftColumns, rightColumns);
        kernels.columnSums(right!, sums!, rows, rightColumns);
        const rowNumbers = Array.from({ length: rows }, (_, row) => row);
        const error = worst(size, (k) => {
          const [i, j] = [Math.floor(k / rightColumns), k % rightColumns];
          const add = (sum: number, row: number) =>
            sum + a[row * leftColumns + i]! * b[row * rightColumns + j]!;
          return found[k]! - rowNumbers.reduce(add, 1);
        });
        const sumError = worst(rightColumns, (j) => {
          const add = (sum: number, row: number) => sum + b[row * rightColumns + j]!;
          return foundSums[j]! - rowNumbers.reduce(add, 1);
        });
        expect(Math.max(error, sumError)).toBeLessThan(2e-5);
        expect(found.subarray(size).every((value) => value === 77)).toBe(true);
        expect(foundSums.subarray(rightColumns).every((value) => value === 77)).toBe(true);
      }
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { beginDraws, draw, endDraws } from '../../src/engine/webgl/draw.ts';
import { finishDownload, startDownload } from '../../src/engine/webgl/fences.ts';
import { elementaryGlsl } from '../../src/engine/webgl/glsl/elementary.ts';
import { normalGlsl } from '../../src/engine/webgl/glsl/normal.ts';
import { prepareWebgl } from '../../src/engine/webgl/index.ts';
import { webglDevice } from '../../src/engine/webgl/openDevice.ts';
import { linked, startProgram } from '../../src/engine/webgl/programs.ts';
import { createTarget, deleteTarget } from '../../src/engine/webgl/textures.ts';
import { philox } from '../../src/math/philox.ts';
import { fillNormal, streams } from '../../src/math/random.ts';
import { erf, sigmoid, softplus } from '../../src/math/special.ts';

const SIZE = 64;
const COUNT = SIZE * SIZE;

beforeAll(async () => {
  expect(await prepareWebgl()).toBe(true);
});

/** The values that a program writes at texels i = 0 … COUNT − 1: `body` computes the vec4 `result` from the uint i. */
async function valuesOf(body: string, noise: readonly number[] = [0, 0, 0, 0]): Promise<Float32Array> {
  const device = webglDevice();
  const main = `void main() {
    uint i = uint(gl_FragCoord.y) * ${SIZE}u + uint(gl_FragCoord.x);
    vec4 result;
    ${body}
    written0 = result;
  }`;
  const text = `${elementaryGlsl}${normalGlsl}${main}`;
  const pass = { name: 'test', inputs: [], outputs: 1, uniforms: { noise: 'uvec4' }, body: text } as const;
  const program = linked(device, startProgram(device, pass));
  const target = createTarget(device, SIZE, SIZE, 1);
  beginDraws(device);
  draw(device, program, target, [], { noise });
  endDraws(device);
  const values = await finishDownload(device, startDownload(device, target.framebuffer, 0, SIZE, SIZE));
  deleteTarget(device, target);
  return values;
}

const counters: readonly (readonly [number, number, number, number])[] = [
  [0, 0, 0, 0],
  [3, 17, streams.weights, 42],
  [499, 999_999, streams.activations + 6, 2 ** 32 - 1],
];

describe.each(counters)('in sample %d, step %d, stream %d of seed %d', (sample, step, stream, seed) => {
  it('the random words equal those of philox, bit by bit', async () => {
    const noise = [sample, step, stream, seed];
    const block = (i: number) => (i * 1_048_573) >>> 0;
    const half = (shift: number) => `
      uvec4 words = noiseWords(i * 1048573u, 0u);
      result = vec4((words >> ${shift}u) & 0xffffu);`;
    const [low, high] = [await valuesOf(half(0), noise), await valuesOf(half(16), noise)];
    const found = Uint32Array.from(low, (value, i) => high[i]! * 65536 + value);
    const expected = new Uint32Array(4 * COUNT);
    for (let i = 0; i < COUNT; i++)
      philox(expected.subarray(4 * i, 4 * i + 4), block(i), sample, step, stream, seed, 0);
    expect(found).toEqual(expected);
  });

  it.each([0, 1, 2, 3])(
    'ε equals the output of fillNormal to float32, from element 4k + %d on',
    async (shift) => {
      const noise = [sample, step, stream, seed];
      const found = await valuesOf(`result = normalsAt(4u * i + ${shift}u, 4, 0u);`, noise);
      const expected = new Float64Array(4 * COUNT + 4);
      fillNormal(expected, seed, stream, step, sample);
      const errors = Array.from(found, (value, i) => Math.abs(value - expected[i + shift]!));
      expect(Math.max(...errors)).toBeLessThan(1.5e-6);
      expect(Math.max(...found.map(Math.abs))).toBeGreaterThan(3);
    },
  );
});

describe('GLSL functions agree with src/math', () => {
  // Relative errors: σ of a small ρ needs them. GLSL guarantees exp(x) to (3 + 2|x|) · 2^-23.
  it.each<[string, (x: number) => number, number, number]>([
    ['softplus', softplus, 6, 6e-6],
    ['logistic', sigmoid, 6, 6e-6],
    ['errorFunction', erf, 1, 6e-7],
    ['hyperbolicTangent', Math.tanh, 1, 6e-7],
  ])('%s', async (name, reference, reach, tolerance) => {
    const found = await valuesOf(`result = ${name}(vec4((float(i) - 2047.0) * ${reach / 512}));`);
    for (let i = 0; i < COUNT; i++) {
      const expected = reference((i - 2047) * (reach / 512));
      expect(Math.abs(found[4 * i]! - expected)).toBeLessThan(
        tolerance * Math.max(Math.abs(expected), 1e-12),
      );
    }
  });

  it('sine and cosine agree also far from zero', async () => {
    const found = await valuesOf(
      `vec4 s, c;
      sineAndCosine(vec4((float(i) - 2047.0) * 0.125), s, c);
      result = vec4(s.x, c.x, 0.0, 0.0);`,
    );
    for (let i = 0; i < COUNT; i++) {
      const x = (i - 2047) * 0.125;
      expect(Math.abs(found[4 * i]! - Math.sin(x))).toBeLessThan(1e-6);
      expect(Math.abs(found[4 * i + 1]! - Math.cos(x))).toBeLessThan(1e-6);
    }
  });

  it('the checks reject every number that is not finite', async () => {
    const found = await valuesOf(`
      float inf = uintBitsToFloat(0x7f800000u), nan = uintBitsToFloat(0x7fc00000u);
      vec4 v = vec4(1.0, -3.0e38, 0.0, 1.0e-40);
      if (i == 1u) v.x = inf;
      if (i == 2u) v.y = -inf;
      if (i == 3u) v.w = nan;
      result = vec4(isFinite(v) ? 1.0 : 0.0);`);
    expect(Array.from({ length: 4 }, (_, i) => found[4 * i])).toEqual([1, 0, 0, 0]);
  });
});

import { describe, expect, it } from 'vitest';
import { createRandom, standardNormal } from '../../src/math/random.ts';
import {
  beginChain,
  type ChainState,
  hamiltonianTransition,
  type LogDensity,
  leapfrog,
} from '../../src/reference/hamiltonian.ts';
import { beginDualAveraging, reasonableStepSize, updateDualAveraging } from '../../src/reference/stepSize.ts';

/** Independent normals of these standard deviations about 0. */
const normal =
  (sigmas: readonly number[]): LogDensity =>
  (position, gradient) => {
    let density = 0;
    for (let i = 0; i < position.length; i++) {
      const z = position[i]! / sigmas[i]!;
      gradient[i] = -z / sigmas[i]!;
      density -= 0.5 * z * z;
    }
    return density;
  };

describe('dual averaging', () => {
  it('begins with the given step size', () => {
    expect(beginDualAveraging(0.3)).toMatchObject({ stepSize: 0.3, averageStepSize: 0.3 });
  });

  it('follows the equations of its paper', () => {
    // m = 1: H̄ = (0.8 − 0.5)/(1 + 10), log ε = log(10 · 0.1) − √1/0.05 · H̄, weight 1^−0.75 = 1.
    const one = updateDualAveraging(beginDualAveraging(0.1), 0.5, 0.8);
    const error = 0.3 / 11;
    expect(Math.log(one.stepSize)).toBeCloseTo(-error / 0.05, 12);
    expect(one.averageStepSize).toBeCloseTo(one.stepSize, 12);
    // m = 2: H̄ ← (1 − 1/12) H̄ + (0.8 − 1)/12, log ε = −√2/0.05 · H̄, weight 2^−0.75.
    const two = updateDualAveraging(one, 1, 0.8);
    const next = (11 / 12) * error - 0.2 / 12;
    const logStep = (-Math.SQRT2 / 0.05) * next;
    expect(Math.log(two.stepSize)).toBeCloseTo(logStep, 12);
    expect(Math.log(two.averageStepSize)).toBeCloseTo(
      2 ** -0.75 * logStep + (1 - 2 ** -0.75) * (-error / 0.05),
      12,
    );
  });

  it.each([0.65, 0.8, 0.9])('reaches the target acceptance %f', (target) => {
    // One leapfrog step: three would rotate equal normals by half a period at a step size of 1, where acceptance is 1
    // again.
    const dimension = 10;
    const density = normal(new Array<number>(dimension).fill(1));
    const random = createRandom(31, 0);
    const draw = () =>
      beginChain(
        density,
        Float64Array.from({ length: dimension }, () => standardNormal(random)),
      );
    const inverseMass = new Float64Array(dimension).fill(1);
    const move = (state: ChainState, stepSize: number) =>
      hamiltonianTransition(density, state, { stepSize, inverseMass, leapfrogSteps: 1, random });
    let state = draw();
    let averaging = beginDualAveraging(0.01);
    for (let step = 0; step < 6000; step++) {
      const moved = move(state, averaging.stepSize);
      state = moved.state;
      averaging = updateDualAveraging(averaging, moved.acceptance, target);
    }
    // From exact draws, so that acceptances are independent: standard error below 0.35/√2000 = 0.008. With that of the
    // adaptation it was 0.01 over 30 seeds, about 0.02 above the target: acceptance is concave in the log step size.
    let acceptance = 0;
    for (let i = 0; i < 2000; i++) acceptance += move(draw(), averaging.averageStepSize).acceptance / 2000;
    expect(Math.abs(acceptance - target)).toBeLessThan(0.05);
  });

  it('continues after structured clone, and does not modify its initial state', () => {
    const state = updateDualAveraging(beginDualAveraging(0.1), 0.3, 0.8);
    const copy = structuredClone(state);
    expect(updateDualAveraging(copy, 0.9, 0.8)).toEqual(updateDualAveraging(state, 0.9, 0.8));
    expect(state).toEqual(copy);
  });
});

describe('a reasonable step size', () => {
  it.each([0.001, 1, 1000])(
    'is where one leapfrog step is accepted half the time, at a spread of %f',
    (sigma) => {
      const density = normal([sigma, sigma]);
      const state = beginChain(density, Float64Array.of(0.4 * sigma, -sigma));
      const inverseMass = Float64Array.of(1, 2);
      const logAcceptance = (stepSize: number): number => {
        const random = createRandom(8, 1);
        const momentum = inverseMass.map((variance) => standardNormal(random) / Math.sqrt(variance));
        const kinetic = () => momentum.reduce((sum, p, i) => sum + 0.5 * inverseMass[i]! * p * p, 0);
        const before = state.logDensity - kinetic();
        return leapfrog(density, state, momentum, stepSize, inverseMass, 1).logDensity - kinetic() - before;
      };
      const stepSize = reasonableStepSize(density, state, inverseMass, createRandom(8, 1));
      // Steps double from 1 or halve, and the result is the first across ½.
      expect(Number.isInteger(Math.log2(stepSize))).toBe(true);
      const half = Math.log(0.5);
      const before = stepSize > 1 ? stepSize / 2 : 2 * stepSize;
      expect(logAcceptance(stepSize) > half).toBe(stepSize < 1);
      expect(logAcceptance(before) > half).toBe(stepSize > 1);
    },
  );

  it('does not depend on the scale of a posterior whose variances are the inverse mass', () => {
    const found = [1, 8].map((sigma) => {
      const density = normal([sigma]);
      const state = beginChain(density, Float64Array.of(sigma));
      return reasonableStepSize(density, state, Float64Array.of(sigma * sigma), createRandom(8, 2));
    });
    expect(found[1]).toBe(found[0]);
  });

  it('is found in a bounded number of doublings on a density that has no scale', () => {
    let calls = 0;
    const counted =
      (logDensity: (x: number) => number): LogDensity =>
      (position, gradient) => {
        calls++;
        gradient.fill(0);
        return logDensity(position[0]!);
      };
    for (const density of [
      counted(() => 0),
      counted((x) => (x === 0 ? 0 : Number.NEGATIVE_INFINITY)),
      counted((x) => (x === 0 ? 0 : Number.NaN)),
    ]) {
      const state = beginChain(density, new Float64Array(1));
      const stepSize = reasonableStepSize(density, state, Float64Array.of(1), createRandom(8, 3));
      expect(stepSize).toBeGreaterThan(0);
      expect(Number.isFinite(stepSize)).toBe(true);
    }
    expect(calls).toBeLessThan(300);
  });
});

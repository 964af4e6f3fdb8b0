import { describe, expect, it } from 'vitest';
import { meanStandardError, splitRHat } from '../../src/math/mcmcDiagnostics.ts';
import { createRandom, standardNormal } from '../../src/math/random.ts';
import {
  beginChain,
  type ChainState,
  hamiltonianTransition,
  type LogDensity,
  leapfrog,
  type Trajectory,
  type Transition,
} from '../../src/reference/hamiltonian.ts';

const standard: LogDensity = (position, gradient) => {
  for (let i = 0; i < position.length; i++) gradient[i] = -position[i]!;
  return -0.5 * position.reduce((sum, x) => sum + x * x, 0);
};

/** −x⁴/4 − y²/2 − xy/3: its trajectories have no closed form, and its energy error is generic. */
const quartic: LogDensity = (position, gradient) => {
  const [x, y] = position as unknown as [number, number];
  gradient[0] = -(x ** 3) - y / 3;
  gradient[1] = -y - x / 3;
  return -(x ** 4) / 4 - (y * y) / 2 - (x * y) / 3;
};
const begin = () => beginChain(quartic, Float64Array.of(0.8, -0.5));
const momentumThere = () => Float64Array.of(0.6, 1.1);
const inverseMass = Float64Array.of(0.7, 1.6);

/** −log p plus kinetic energy. */
const energy = (state: ChainState, momentum: Float64Array) =>
  momentum.reduce((sum, p, i) => sum + 0.5 * inverseMass[i]! * p * p, 0) - state.logDensity;

/** Consecutive transitions from a position. */
function run(
  density: LogDensity,
  position: Float64Array,
  transitions: number,
  trajectory: Trajectory,
): readonly Transition[] {
  const moves: Transition[] = [];
  let state = beginChain(density, position);
  for (let i = 0; i < transitions; i++) {
    const moved = hamiltonianTransition(density, state, trajectory);
    moves.push(moved);
    state = moved.state;
  }
  return moves;
}

describe('leapfrog', () => {
  it('is reversible: with reversed momentum it returns to its start', () => {
    const momentum = momentumThere();
    const there = leapfrog(quartic, begin(), momentum, 0.2, inverseMass, 25);
    expect(Math.abs(there.position[0]! - 0.8)).toBeGreaterThan(0.1);
    for (let i = 0; i < 2; i++) momentum[i] = -momentum[i]!;
    const back = leapfrog(quartic, there, momentum, 0.2, inverseMass, 25);
    for (let i = 0; i < 2; i++) {
      expect(back.position[i]).toBeCloseTo(begin().position[i]!, 12);
      expect(momentum[i]).toBeCloseTo(-momentumThere()[i]!, 12);
    }
  });

  it('makes an energy error of the order of stepSize²', () => {
    const error = (steps: number) => {
      const momentum = momentumThere();
      const end = leapfrog(quartic, begin(), momentum, 1.3 / steps, inverseMass, steps);
      return energy(end, momentum) - energy(begin(), momentumThere());
    };
    // The next term is of order stepSize⁴: at a step of 0.026 it changes the ratio of 4 by about stepSize².
    expect(Math.abs(error(50))).toBeGreaterThan(1e-6);
    expect(Math.abs(error(50) / error(100) - 4)).toBeLessThan(0.01);
  });

  it('preserves volume: the Jacobian of position and momentum has determinant 1', () => {
    const moved = (offset: number, coordinate: number): Float64Array => {
      const place = Float64Array.of(0.8, -0.5, 0.6, 1.1);
      place[coordinate]! += offset;
      const momentum = place.slice(2);
      const end = leapfrog(quartic, beginChain(quartic, place.slice(0, 2)), momentum, 0.3, inverseMass, 5);
      return Float64Array.of(...end.position, ...momentum);
    };
    // Central differences: an error of order 1e-4² times third derivatives.
    const columns = [0, 1, 2, 3].map((coordinate) => {
      const below = moved(-1e-4, coordinate);
      return moved(1e-4, coordinate).map((value, i) => (value - below[i]!) / 2e-4);
    });
    expect(Math.abs(determinant(columns) - 1)).toBeLessThan(1e-5);
  });

  it('does not modify its initial state', () => {
    const state = begin();
    leapfrog(quartic, state, momentumThere(), 0.2, inverseMass, 3);
    expect(state).toEqual(begin());
  });
});

/** Of a square matrix, by elimination; pivots must not vanish. */
function determinant(columns: readonly Float64Array[]): number {
  const [first, ...others] = columns;
  if (!first) return 1;
  const reduced = others.map((column) =>
    column.slice(1).map((value, i) => value - (column[0]! / first[0]!) * first[i + 1]!),
  );
  return first[0]! * determinant(reduced);
}

describe('Hamiltonian Monte Carlo', () => {
  it('reproduces the mean and the covariance of a correlated normal', () => {
    const dimension = 5;
    const mean = Float64Array.of(1, -2, 0.5, 3, 0);
    const sigma = Float64Array.of(1, 0.5, 2, 0.8, 1.5);
    const correlation = 0.6;
    // Precision of an autoregressive correlation ρ^|i − j|: tridiagonal.
    const precision = (i: number, j: number): number => {
      const ends = i === 0 || i === dimension - 1;
      const entry = i === j ? (ends ? 1 : 1 + correlation ** 2) : Math.abs(i - j) === 1 ? -correlation : 0;
      return entry / (1 - correlation ** 2) / (sigma[i]! * sigma[j]!);
    };
    const normal: LogDensity = (position, gradient) => {
      let density = 0;
      for (let i = 0; i < dimension; i++) {
        gradient[i] = 0;
        for (let j = 0; j < dimension; j++) gradient[i]! -= precision(i, j) * (position[j]! - mean[j]!);
        density += 0.5 * gradient[i]! * (position[i]! - mean[i]!);
      }
      return density;
    };
    const chains = [0, 1, 2, 3].map((chain) => {
      const random = createRandom(21, chain);
      // Between a ninth and two fifths of a period in every direction: half a period would give x ← −x and the same
      // squares.
      const trajectory = { stepSize: 0.4, inverseMass: sigma.map((s) => s * s), leapfrogSteps: 3, random };
      const start = mean.map((m, i) => m + 2 * sigma[i]! * standardNormal(random));
      return run(normal, start, 2100, trajectory)
        .slice(100)
        .map(({ state }) => state.position);
    });
    // 20 quantities, each within 4 of its Monte Carlo standard errors: one in 800 runs of new seeds would fail.
    // The standard errors must be small compared with the quantity's spread, or the test would have no power.
    const expectMean = (quantity: (position: Float64Array) => number, exact: number, spread: number) => {
      const values = chains.map((positions) => Float64Array.from(positions, quantity));
      expect(splitRHat(values)).toBeLessThan(1.01);
      const estimate = values.flatMap((chain) => [...chain]).reduce((sum, x) => sum + x, 0) / 8000;
      const error = meanStandardError(values);
      expect(error).toBeLessThan(0.05 * spread);
      expect(Math.abs(estimate - exact)).toBeLessThan(4 * error);
    };
    for (let i = 0; i < dimension; i++) {
      expectMean((position) => position[i]!, mean[i]!, sigma[i]!);
      for (let j = 0; j <= i; j++)
        expectMean(
          (position) => (position[i]! - mean[i]!) * (position[j]! - mean[j]!),
          correlation ** (i - j) * sigma[i]! * sigma[j]!,
          sigma[i]! * sigma[j]!,
        );
    }
  });

  it('is exact even with steps so coarse that leapfrog alone would not be', () => {
    // Without the Metropolis test the variance would be 1/(1 − stepSize²/4) = 3.2 instead of 1.
    const trajectory = {
      stepSize: 1.66,
      inverseMass: Float64Array.of(1),
      leapfrogSteps: 1,
      random: createRandom(4, 0),
    };
    const moves = run(standard, Float64Array.of(0), 20_000, trajectory);
    const squares = Float64Array.from(moves, ({ state }) => state.position[0]! ** 2);
    const estimate = squares.reduce((sum, x) => sum + x, 0) / squares.length;
    expect(Math.abs(estimate - 1)).toBeLessThan(4 * meanStandardError([squares]));
    // Acceptance is compared with the frequency of moves: binomial standard error, 4 of them.
    const moved = moves.filter(({ state }, i) => i > 0 && state !== moves[i - 1]!.state).length;
    const acceptance = moves.reduce((sum, move) => sum + move.acceptance, 0) / moves.length;
    expect(acceptance).toBeLessThan(0.9);
    expect(Math.abs(moved / moves.length - acceptance)).toBeLessThan(
      4 * Math.sqrt((acceptance * (1 - acceptance)) / moves.length),
    );
  });

  it('draws momenta of variance 1/inverseMass', () => {
    // On a flat density one step from 0 moves by stepSize · inverseMass · momentum, of variance stepSize² inverseMass.
    const flat: LogDensity = (_, gradient) => {
      gradient.fill(0);
      return 0;
    };
    const variances = Float64Array.of(0.01, 9);
    const trajectory = {
      stepSize: 0.5,
      inverseMass: variances,
      leapfrogSteps: 1,
      random: createRandom(6, 0),
    };
    const start = beginChain(flat, new Float64Array(2));
    const draws = 4000;
    const squares = new Float64Array(2);
    for (let draw = 0; draw < draws; draw++) {
      const { state, acceptance } = hamiltonianTransition(flat, start, trajectory);
      expect(acceptance).toBe(1);
      for (let i = 0; i < 2; i++) squares[i]! += state.position[i]! ** 2 / draws;
    }
    // The relative standard error of the variance of n normal draws is √(2/n); 4 of them.
    for (let i = 0; i < 2; i++)
      expect(Math.abs(squares[i]! / (0.25 * variances[i]!) - 1)).toBeLessThan(4 * Math.sqrt(2 / draws));
  });

  it('is the same for the same random numbers', () => {
    const again = () => {
      const random = createRandom(9, 3);
      return run(quartic, Float64Array.of(1, 1), 20, {
        stepSize: 0.3,
        inverseMass,
        leapfrogSteps: 5,
        random,
      });
    };
    expect(again()).toEqual(again());
  });

  it('stores with a state the density and the gradient of its position', () => {
    const random = createRandom(9, 4);
    for (const { state } of run(quartic, Float64Array.of(1, 1), 20, {
      stepSize: 0.3,
      inverseMass,
      leapfrogSteps: 5,
      random,
    }))
      expect(state).toEqual(beginChain(quartic, state.position));
  });
});

describe('a divergent trajectory', () => {
  const trajectory = (stepSize: number): Trajectory => ({
    stepSize,
    inverseMass: Float64Array.of(1),
    leapfrogSteps: 10,
    random: createRandom(2, 0),
  });

  it('is rejected and reported', () => {
    // Leapfrog on a normal is unstable above a step size of 2.
    const state = beginChain(standard, Float64Array.of(1));
    const moved = hamiltonianTransition(standard, state, trajectory(20));
    expect(moved).toEqual({ state, acceptance: 0, divergent: true });
    expect(moved.state).toBe(state);
    expect(hamiltonianTransition(standard, state, trajectory(0.1)).divergent).toBe(false);
  });

  it.each([Number.NEGATIVE_INFINITY, Number.NaN])(
    'towards a region whose log density is %f is rejected and reported',
    (outside) => {
      const walled: LogDensity = (position, gradient) =>
        Math.abs(position[0]!) < 0.5 ? standard(position, gradient) : outside;
      const state = beginChain(walled, Float64Array.of(0.1));
      const towardsWalls = trajectory(0.5);
      const moves = Array.from({ length: 50 }, () => hamiltonianTransition(walled, state, towardsWalls));
      expect(moves.some(({ divergent }) => divergent)).toBe(true);
      for (const { state: end, acceptance, divergent } of moves) {
        expect(Math.abs(end.position[0]!)).toBeLessThan(0.5);
        if (divergent) expect(end).toBe(state);
        if (divergent) expect(acceptance).toBe(0);
      }
    },
  );

  it('is one whose energy error exceeds 1000 nats', () => {
    // One step from 0 leads over a step of this height: the energy error is the height for any momentum.
    const cliff =
      (height: number): LogDensity =>
      (position, gradient) => {
        gradient.fill(0);
        return position[0] === 0 ? 0 : -height;
      };
    const offCliff = (height: number) =>
      hamiltonianTransition(cliff(height), beginChain(cliff(height), Float64Array.of(0)), trajectory(0.1));
    expect(offCliff(999)).toMatchObject({ acceptance: 0, divergent: false });
    expect(offCliff(1001)).toMatchObject({ acceptance: 0, divergent: true });
    expect(offCliff(1).acceptance).toBeCloseTo(Math.exp(-1), 12);
  });
});

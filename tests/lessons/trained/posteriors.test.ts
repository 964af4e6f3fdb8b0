import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { decodeLink } from '../../../src/experiment/link/link.ts';
import { curveGrid } from '../../../src/experiment/pictures/observeCurve.ts';
import { distanceFromData, openWidths } from '../../../src/lessons/exhibits/width/width.ts';
import {
  curveOfDraws,
  outputsOfDraws,
  type PosteriorDraws,
  problemOfLink,
} from '../../../src/lessons/trained/posteriorDraws.ts';
import {
  type PosteriorName,
  shippedPosterior,
  shippedPosteriors,
} from '../../../src/lessons/trained/posteriors.ts';
import { openPosterior } from '../../../src/lessons/trained/usePosterior.ts';
import { MAX_EXACT_WIDTH, WIDTH_STEPS, widthLink, widths } from '../../../src/lessons/trained/widths.ts';
import { type Chains, meanStandardError } from '../../../src/math/mcmcDiagnostics.ts';
import { mean } from '../../../src/math/moments.ts';
import { logPosteriorDensity } from '../../../src/reference/methods/hamiltonian.ts';
import { curve, experimentOf, trainedRun } from '../../claims/trainedRun.ts';
import { isFullSize, sized } from '../../testSize.ts';
import { runChains } from './samplePosterior.ts';

const names = Object.keys(shippedPosteriors) as PosteriorName[];
const folder = fileURLToPath(new URL('../../../src/lessons/trained/', import.meta.url));

test('every shipped posterior and every width has a file of at most 100 kB, and every file is one of them', () => {
  const files = (kind: string) => readdirSync(`${folder}${kind}`).sort();
  expect(files('posteriors')).toEqual(names.map((name) => `${name}.json`).sort());
  expect(files('widths')).toEqual(widths.map((hidden) => `${hidden}.json`).sort());
  for (const kind of ['posteriors', 'widths'])
    for (const file of files(kind))
      expect(readFileSync(`${folder}${kind}/${file}`).length, file).toBeLessThanOrEqual(100_000);
});

test.each(names)('%s: the chains agreed, and the file has as many draws as the table says', async (name) => {
  const { link, transitions, kept } = shippedPosterior(name);
  const { drawn, problem } = await openPosterior(name);
  expect(decodeLink(link).notices).toEqual([]);
  expect(drawn).toMatchObject({ link, transitions, divergences: 0 });
  expect(drawn.rHat).toBeLessThan(1.01);
  expect(drawn.logDensities).toHaveLength(drawn.chains * kept);
  expect(drawn.weights).toHaveLength(drawn.chains * kept * problem.plan.parameterCount);
  // More independent draws than are kept: those that are kept are nearly independent.
  expect(drawn.effectiveSampleSize).toBeGreaterThan(drawn.chains * kept);
});

test.each(names)('%s: log p(w, D) of every draw is what the reference computes, in nats', async (name) => {
  const { drawn, problem } = await openPosterior(name);
  const { parameterCount } = problem.plan;
  const density = logPosteriorDensity(problem);
  const gradient = new Float64Array(parameterCount);
  drawn.logDensities.forEach((stored, row) => {
    const position = drawn.weights.slice(row * parameterCount, (row + 1) * parameterCount);
    // Weights and density are stored as float32.
    expect(Math.abs(density(position, gradient) - stored)).toBeLessThan(1e-2);
  });
});

test.each(names)(
  '%s: the mean of its functions is within two noise deviations of the points',
  async (name) => {
    const { drawn, problem } = await openPosterior(name);
    const distance = distanceFromData(problem, curveOfDraws(problem, drawn.weights));
    expect(distance).toBeLessThan(2 * problem.noiseSigma * problem.yScaler.scale);
  },
);

/** Largest difference of two sets of chains in the mean of f and of f² at the plotted inputs, in standard errors. */
function largestDifference(one: readonly Chains[], other: readonly Chains[]): number {
  const moments = (chains: Chains, power: number) =>
    chains.map((chain) => chain.map((value) => value ** power));
  const all = (chains: Chains) => mean(chains.map((chain) => mean(chain)));
  return Math.max(
    ...[1, 2].flatMap((power) =>
      one.map((chains, i) => {
        const [a, b] = [moments(chains, power), moments(other[i]!, power)];
        return Math.abs(all(a) - all(b)) / Math.hypot(meanStandardError(a), meanStandardError(b));
      }),
    ),
  );
}

/** The function at every plotted input, one sequence for every chain. */
function functionsOf({ link, chains, weights }: PosteriorDraws): readonly Chains[] {
  const problem = problemOfLink(link);
  const x = curveGrid(problem.xDomain);
  const outputs = outputsOfDraws(problem, weights, x);
  const kept = outputs.length / x.length / chains;
  return Array.from(x.keys(), (place) =>
    Array.from({ length: chains }, (_, chain) =>
      Float64Array.from({ length: kept }, (__, turn) => outputs[(turn * chains + chain) * x.length + place]!),
    ),
  );
}

// 101 inputs and two moments: the largest of so many correlated normal deviates exceeds 5 once in some 50,000 times.
test.skipIf(!isFullSize).each(names)(
  '%s: chains with another seed have the same functions, within five standard errors',
  async (name) => {
    const { drawn } = await openPosterior(name);
    const shipped = problemOfLink(drawn.link);
    // The same points, other random numbers.
    const problem = { ...shipped, experiment: { ...shipped.experiment, seed: 12 } };
    const { draws } = await runChains(problem, 2400);
    const x = curveGrid(problem.xDomain);
    const outputs = draws.map((chain) => outputsOfDraws(problem, chain, x));
    const fresh = Array.from(x.keys(), (place) =>
      outputs.map((chain) =>
        Float64Array.from({ length: chain.length / x.length }, (_, i) => chain[i * x.length + place]!),
      ),
    );
    expect(largestDifference(functionsOf(drawn), fresh)).toBeLessThan(5);
  },
);

test.each(widths.slice(0, sized(widths.length)))(
  '%i hidden units: training q again gives the curve of the file',
  async (hidden) => {
    const run = (await openWidths()).find((one) => one.hidden === hidden)!;
    if (hidden <= MAX_EXACT_WIDTH) expect(run.exact?.rHat).toBeLessThan(1.01);
    const again = await curve(await trainedRun(experimentOf(widthLink(hidden)), WIDTH_STEPS));
    const scale = problemOfLink(widthLink(hidden)).yScaler.scale;
    again.mean.forEach((value, i) => {
      expect(Math.abs(value - run.q.mean[i]!)).toBeLessThan(0.01 * scale);
    });
  },
);

import { expect, test } from 'vitest';
import { costWords } from '../../../src/model/methods/costs.ts';
import {
  type CostEntry,
  clippingNote,
  convertHistory,
  costSummary,
  stackCosts,
  thinHistory,
  wantedCosts,
} from '../../../src/plots/cost/costPlot.ts';

const entry = (step: number, complexityCost: number, likelihoodCost: number) => ({
  step,
  complexityCost,
  likelihoodCost,
});
const words = costWords['free-energy'];
const run = Array.from({ length: 1000 }, (_, step) => entry(step, 50, 20 + 10_000 * Math.exp(-step / 10)));

test('the signed thicknesses of the areas add up to the total', () => {
  for (const [complexity, likelihood] of [
    [30, 20],
    [30, -20],
    [30, -50],
    [-1, 20],
    [0, 5],
    [5, 0],
    [-2, -3],
  ] as const) {
    const stack = stackCosts(entry(1, complexity, likelihood));
    const sum = stack.complexity[1] - stack.complexity[0] + stack.likelihood[1] - stack.likelihood[0];
    expect(sum).toBeCloseTo(stack.total);
    expect(stack.total).toBeCloseTo(complexity + likelihood);
  }
});

test('positive costs are stacked, so the upper edge is the total', () => {
  expect(stackCosts(entry(1, 30, 20))).toMatchObject({
    complexity: [0, 30],
    likelihood: [30, 50],
    total: 50,
  });
});

test('a negative likelihood cost extends below zero and never overlaps the complexity cost', () => {
  expect(stackCosts(entry(1, 30, -20))).toMatchObject({
    complexity: [0, 30],
    likelihood: [0, -20],
    total: 10,
  });
});

test('the axis follows the later half of the run, and reports what it clips', () => {
  const stacks = run.map(stackCosts);
  const wanted = wantedCosts(stacks);
  expect(wanted?.[0]).toBe(0);
  expect(wanted?.[1]).toBeCloseTo(70);
  expect(clippingNote(stacks, [0, 80], 99, 'nats')).toBe('↑ early steps reach 10,100 nats, above this plot');
  expect(clippingNote(stacks, [0, 80], 30, 'nats')).toBe('↑ early steps reach 10,100');
  expect(clippingNote(stacks, [0, 80], 3, 'nats')).toBeNull();
  expect(clippingNote(stacks, [0, 20_000], 99, 'nats')).toBeNull();
});

test('the current costs are always on the axis', () => {
  const spike = [...run, entry(1000, 50, 400)].map(stackCosts);
  expect(wantedCosts(spike)?.[1]).toBe(450);
  const maySendSnapshot = [...run, entry(1000, 50, -400)].map(stackCosts);
  expect(wantedCosts(maySendSnapshot)?.[0]).toBe(-400);
});

test('a thinned history keeps its steps as it grows, and always the last', () => {
  const early = thinHistory(run.slice(0, 900), 300).map(({ step }) => step);
  const late = thinHistory(run, 300).map(({ step }) => step);
  expect(late.slice(0, early.length - 1)).toEqual(early.slice(0, -1));
  expect(late.at(-1)).toBe(999);
  expect(late.length).toBeLessThanOrEqual(301);
});

test('entries that are not finite are omitted', () => {
  const broken = [entry(0, Number.NaN, 1), entry(1, 1, Number.POSITIVE_INFINITY), entry(2, 1, 2)];
  expect(thinHistory(broken, 100)).toEqual([entry(2, 1, 2)]);
  expect(costSummary(broken, words, 'nats')).not.toMatch(/NaN|Infinity|–/);
});

test('in bits every cost is divided by ln 2 and labelled so', () => {
  const [converted] = convertHistory([entry(1, 3 * Math.LN2, -Math.LN2)], 'bits');
  expect(converted).toEqual(entry(1, expect.closeTo(3, 12) as number, expect.closeTo(-1, 12) as number));
  expect(costSummary([converted as CostEntry], words, 'bits')).toContain('2.00 bits');
});

test('an empty run and a single step have summaries', () => {
  expect(wantedCosts([])).toBeNull();
  expect(costSummary([], words, 'nats')).toBe('Free energy over the run: no steps yet.');
  expect(costSummary([entry(1, 30, -20)], words, 'nats')).toBe(
    'Free energy after 1 step: 10.0 nats, of which complexity cost 30.0 and likelihood cost −20.0.',
  );
  expect(costSummary(run, words, 'nats')).toContain('down from 10,100 at step 0');
});

test('without a free energy the summary does not mention one', () => {
  expect(costSummary([entry(1, 30, -20)], costWords['log-posterior'], 'nats')).toBe(
    'Minus log posterior after 1 step: 10.0 nats, of which prior cost −log p(w) 30.0 and data cost −log p(D|w) −20.0.',
  );
});

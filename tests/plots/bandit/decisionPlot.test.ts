import { expect, test } from 'vitest';
import { decisionSummary, rewardDomain, stackDots } from '../../../src/plots/bandit/decisionPlot.ts';

const beliefs = { draws: [4, 6, -20, 3], eat: 4, leave: 1, expectedReward: 5 };

test('the axis contains both expected rewards and every draw', () => {
  expect(rewardDomain(beliefs)).toEqual([-20, 10]);
  expect(rewardDomain({ ...beliefs, draws: [-41, 12] })).toEqual([-50, 20]);
  expect(rewardDomain({ ...beliefs, leave: 33 })).toEqual([-20, 40]);
});

test('dots that would overlap are stacked', () => {
  const dots = stackDots([10, 1, 10.4, 30], (value) => value, 5);
  expect(dots).toEqual([
    { x: 0, height: 0 },
    { x: 10, height: 0 },
    { x: 10, height: 1 },
    { x: 30, height: 0 },
  ]);
});

test('the summary counts positive draws and describes the draw that decided', () => {
  expect(decisionSummary(beliefs)).toBe(
    'Expected reward of eating, 4 draws of the posterior: 3 above 0. The draw that decides expects 4 of eating and 1 ' +
      'of leaving: eat. On average eating brings 5.',
  );
});

import { expect, test } from 'vitest';
import { actions, expectedReward, oracleAction, regretOf, rewardOf } from '../../src/bandit/rewards.ts';

test('rewards are those of the article', () => {
  expect(rewardOf('eat', true, true)).toBe(5);
  expect(rewardOf('eat', true, false)).toBe(5);
  expect(rewardOf('eat', false, true)).toBe(-35);
  expect(rewardOf('eat', false, false)).toBe(5);
  for (const edible of [true, false])
    for (const poisons of [true, false]) expect(rewardOf('leave', edible, poisons)).toBe(0);
});

test('a poisonous mushroom brings −15 on average: half of −35 and half of 5', () => {
  expect(expectedReward('eat', true)).toBe(5);
  expect(expectedReward('eat', false)).toBe(-15);
  expect(expectedReward('leave', true)).toBe(0);
  expect(expectedReward('leave', false)).toBe(0);
});

test('leaving an edible one costs 5, eating a poisonous one 15, anything else nothing', () => {
  expect(regretOf('leave', true)).toBe(5);
  expect(regretOf('eat', false)).toBe(15);
  expect(regretOf('eat', true)).toBe(0);
  expect(regretOf('leave', false)).toBe(0);
});

test('the oracle has no regret, and nobody has less', () => {
  for (const edible of [true, false]) {
    expect(regretOf(oracleAction(edible), edible)).toBe(0);
    for (const action of actions) expect(regretOf(action, edible)).toBeGreaterThanOrEqual(0);
  }
});

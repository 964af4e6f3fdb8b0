import { expect, test } from 'vitest';
import { actions, expectedReward, oracleAction, regretOf, rewardOf } from '../../src/bandit/rewards.ts';

test('rewards are those of Blundell et al.', () => {
  expect(rewardOf('eat', true, true)).toBe(5);
  expect(rewardOf('eat', true, false)).toBe(5);
  expect(rewardOf('eat', false, true)).toBe(-35);
  expect(rewardOf('eat', false, false)).toBe(5);
  for (const edible of [true, false])
    for (const poisons of [true, false]) expect(rewardOf('leave', edible, poisons)).toBe(0);
});

test('the expected reward of a poisonous mushroom is −15: half of −35 and half of 5', () => {
  expect(expectedReward('eat', true)).toBe(5);
  expect(expectedReward('eat', false)).toBe(-15);
  expect(expectedReward('leave', true)).toBe(0);
  expect(expectedReward('leave', false)).toBe(0);
});

test('regret is 5 for leaving an edible mushroom, 15 for eating a poisonous one, and 0 otherwise', () => {
  expect(regretOf('leave', true)).toBe(5);
  expect(regretOf('eat', false)).toBe(15);
  expect(regretOf('eat', true)).toBe(0);
  expect(regretOf('leave', false)).toBe(0);
});

test('the oracle has zero regret, and no action has less', () => {
  for (const edible of [true, false]) {
    expect(regretOf(oracleAction(edible), edible)).toBe(0);
    for (const action of actions) expect(regretOf(action, edible)).toBeGreaterThanOrEqual(0);
  }
});

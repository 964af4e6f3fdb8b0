import { expect, test } from 'vitest';
import { drawRule, features, isEdible, mushroomAt, type Rule, ruleText } from '../../src/bandit/mushrooms.ts';

const rule: Rule = {
  sufficient: { feature: 0, present: true },
  jointly: [
    { feature: 1, present: false },
    { feature: 2, present: true },
  ],
};

/** All combinations of eight binary features. */
const everyContext = Array.from({ length: 2 ** features.length }, (_, code) =>
  features.map((_, bit) => Math.floor(code / 2 ** bit) % 2 === 1),
);

test('a mushroom is edible if it meets the sufficient condition or both others', () => {
  const looks = (a: boolean, b: boolean, c: boolean) => [a, b, c, true, false, true, false, true];
  expect(isEdible(rule, looks(true, true, false))).toBe(true);
  expect(isEdible(rule, looks(false, false, true))).toBe(true);
  expect(isEdible(rule, looks(false, true, true))).toBe(false);
  expect(isEdible(rule, looks(false, false, false))).toBe(false);
});

test('the rule as text names its features and required values', () => {
  expect(ruleText(rule)).toBe(
    `Edible if it has “${features[0]}”, or if it both lacks “${features[1]}” and has “${features[2]}”.`,
  );
});

test('the rule of every seed uses three distinct features and makes five in eight mushrooms edible', () => {
  const rules = Array.from({ length: 50 }, (_, seed) => drawRule(seed));
  for (const one of rules) {
    const used = [one.sufficient, ...one.jointly].map(({ feature }) => feature);
    expect(new Set(used).size).toBe(3);
    expect(everyContext.filter((context) => isEdible(one, context))).toHaveLength(160);
  }
  expect(new Set(rules.map(ruleText)).size).toBeGreaterThan(40);
});

test('features outside the rule do not affect edibility', () => {
  const idle = features.map((_, index) => index).slice(3);
  for (const context of everyContext)
    for (const index of idle) {
      const other = context.map((has, at) => (at === index ? !has : has));
      expect(isEdible(rule, other)).toBe(isEdible(rule, context));
    }
});

test('a mushroom is a function of the seed and its index, and all combinations of features occur', () => {
  const met = (seed: number) => Array.from({ length: 2000 }, (_, t) => mushroomAt(seed, drawRule(seed), t));
  expect(met(7)).toEqual(met(7));
  expect(met(7)).not.toEqual(met(8));
  const error = Math.sqrt((0.5 * 0.5) / 2000);
  features.forEach((_, index) => {
    const share = met(7).filter(({ context }) => context[index]).length / 2000;
    expect(Math.abs(share - 0.5)).toBeLessThan(4 * error);
  });
});

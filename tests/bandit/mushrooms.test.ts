import { expect, test } from 'vitest';
import { drawRule, features, isEdible, mushroomAt, type Rule, ruleText } from '../../src/bandit/mushrooms.ts';

const rule: Rule = {
  sufficient: { feature: 0, present: true },
  jointly: [
    { feature: 1, present: false },
    { feature: 2, present: true },
  ],
};

/** All that eight features can look like. */
const everyContext = Array.from({ length: 2 ** features.length }, (_, code) =>
  features.map((_, bit) => Math.floor(code / 2 ** bit) % 2 === 1),
);

test('one sign is enough; without it both others are needed', () => {
  const looks = (a: boolean, b: boolean, c: boolean) => [a, b, c, true, false, true, false, true];
  expect(isEdible(rule, looks(true, true, false))).toBe(true);
  expect(isEdible(rule, looks(false, false, true))).toBe(true);
  expect(isEdible(rule, looks(false, true, true))).toBe(false);
  expect(isEdible(rule, looks(false, false, false))).toBe(false);
});

test('the rule in words names its features and their senses', () => {
  expect(ruleText(rule)).toBe(
    `Edible if it has “${features[0]}”, or if it both lacks “${features[1]}” and has “${features[2]}”.`,
  );
});

test('the rule of every seed has three features of its own, and calls five mushrooms in eight edible', () => {
  const rules = Array.from({ length: 50 }, (_, seed) => drawRule(seed));
  for (const one of rules) {
    const used = [one.sufficient, ...one.jointly].map(({ feature }) => feature);
    expect(new Set(used).size).toBe(3);
    expect(everyContext.filter((context) => isEdible(one, context))).toHaveLength(160);
  }
  expect(new Set(rules.map(ruleText)).size).toBeGreaterThan(40);
});

test('features that are in no sign change nothing', () => {
  const idle = features.map((_, index) => index).slice(3);
  for (const context of everyContext)
    for (const index of idle) {
      const other = context.map((has, at) => (at === index ? !has : has));
      expect(isEdible(rule, other)).toBe(isEdible(rule, context));
    }
});

test('a mushroom is a function of the seed and its number, and looks every way in turn', () => {
  const met = (seed: number) => Array.from({ length: 2000 }, (_, t) => mushroomAt(seed, drawRule(seed), t));
  expect(met(7)).toEqual(met(7));
  expect(met(7)).not.toEqual(met(8));
  const error = Math.sqrt((0.5 * 0.5) / 2000);
  features.forEach((_, index) => {
    const share = met(7).filter(({ context }) => context[index]).length / 2000;
    expect(Math.abs(share - 0.5)).toBeLessThan(4 * error);
  });
});

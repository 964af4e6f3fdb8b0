import { t } from '../i18n/index.ts';
import { createRandom, streams } from '../math/random.ts';

/** Binary features of a mushroom, independent with probability ½ each. */
export const features = [
  'smell of almonds',
  'dark spores',
  'ring on the stalk',
  'crowded gills',
  'blue bruises',
  'spotted cap',
  'swollen foot',
  'scaly stalk',
] as const;

/** A condition on one feature. */
export interface Condition {
  readonly feature: number;
  readonly present: boolean;
}

/**
 * Edibility rule: a mushroom is edible if it satisfies `sufficient`, or both conditions of `jointly`. That holds for
 * five in eight mushrooms. Other features are irrelevant; labels have no noise.
 */
export interface Rule {
  readonly sufficient: Condition;
  readonly jointly: readonly [Condition, Condition];
}

export interface Mushroom {
  /** [features] */
  readonly context: readonly boolean[];
  readonly edible: boolean;
}

/** Draws a rule from a seed: three distinct features, each with a random required value. */
export function drawRule(seed: number): Rule {
  const random = createRandom(seed, streams.banditRule);
  const left: number[] = features.map((_, index) => index);
  const condition = (): Condition => {
    const [feature] = left.splice(Math.floor(random() * left.length), 1);
    return { feature: feature!, present: random() < 0.5 };
  };
  return { sufficient: condition(), jointly: [condition(), condition()] };
}

function satisfies(context: readonly boolean[], { feature, present }: Condition): boolean {
  return context[feature] === present;
}

/** Whether a mushroom with these features is edible. context: [features]. */
export function isEdible(rule: Rule, context: readonly boolean[]): boolean {
  return (
    satisfies(context, rule.sufficient) || rule.jointly.every((condition) => satisfies(context, condition))
  );
}

/** The mushroom of interaction t = 0, 1, …, identical for every agent of a seed. */
export function mushroomAt(seed: number, rule: Rule, t: number): Mushroom {
  const random = createRandom(seed, streams.banditMushrooms, t);
  const context = features.map(() => random() < 0.5);
  return { context, edible: isEdible(rule, context) };
}

/** The rule in a sentence. */
export function ruleText({ sufficient, jointly: [first, second] }: Rule): string {
  return t('Edible if it {enough}, or if it both {first} and {second}.', {
    enough: conditionText(sufficient),
    first: conditionText(first),
    second: conditionText(second),
  });
}

function conditionText({ feature, present }: Condition): string {
  const sign = t(features[feature]!);
  return present ? t('has “{sign}”', { sign }) : t('lacks “{sign}”', { sign });
}

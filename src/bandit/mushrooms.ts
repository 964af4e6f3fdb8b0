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
export interface Sign {
  readonly feature: number;
  readonly present: boolean;
}

/**
 * Edibility rule: a mushroom is edible if it satisfies `enough`, or both conditions of `together`. That holds for
 * five in eight mushrooms. Other features are irrelevant; labels have no noise.
 */
export interface Rule {
  readonly enough: Sign;
  readonly together: readonly [Sign, Sign];
}

export interface Mushroom {
  /** [features] */
  readonly context: readonly boolean[];
  readonly edible: boolean;
}

/** Draws a rule from a seed: three distinct features, each with a random required value. */
export function ruleOf(seed: number): Rule {
  const random = createRandom(seed, streams.banditRule);
  const left: number[] = features.map((_, index) => index);
  const sign = (): Sign => {
    const [feature] = left.splice(Math.floor(random() * left.length), 1);
    return { feature: feature!, present: random() < 0.5 };
  };
  return { enough: sign(), together: [sign(), sign()] };
}

function shows(context: readonly boolean[], { feature, present }: Sign): boolean {
  return context[feature] === present;
}

/** Whether a mushroom with these features is edible. context: [features]. */
export function isEdible(rule: Rule, context: readonly boolean[]): boolean {
  return shows(context, rule.enough) || rule.together.every((sign) => shows(context, sign));
}

/** The mushroom of interaction t = 0, 1, …, identical for every agent of a seed. */
export function mushroomAt(seed: number, rule: Rule, t: number): Mushroom {
  const random = createRandom(seed, streams.banditMushrooms, t);
  const context = features.map(() => random() < 0.5);
  return { context, edible: isEdible(rule, context) };
}

/** The rule in a sentence. */
export function ruleInWords({ enough, together: [first, second] }: Rule): string {
  return t('Edible if it {enough}, or if it both {first} and {second}.', {
    enough: inWords(enough),
    first: inWords(first),
    second: inWords(second),
  });
}

function inWords({ feature, present }: Sign): string {
  const sign = t(features[feature]!);
  return present ? t('has “{sign}”', { sign }) : t('lacks “{sign}”', { sign });
}

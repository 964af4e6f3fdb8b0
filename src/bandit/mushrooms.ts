import { t } from '../i18n/index.ts';
import { createRandom, streams } from '../math/random.ts';

/** What can be seen of a mushroom, yes or no: each as likely as not, independent of the others. */
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

/** A feature, and whether having it counts. */
export interface Sign {
  readonly feature: number;
  readonly present: boolean;
}

/**
 * Which mushrooms can be eaten: those with one sign, and those with both of two others. Five in eight are edible; features
 * that are in no sign mean nothing. Labels have no noise.
 */
export interface Rule {
  readonly enough: Sign;
  readonly together: readonly [Sign, Sign];
}

export interface Mushroom {
  /** One for each of `features`. */
  readonly context: readonly boolean[];
  readonly edible: boolean;
}

/** The rule of a seed: three features of its own, each in one of its two senses. */
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

/** Whether a mushroom that looks like this can be eaten. context: one for each of `features`. */
export function isEdible(rule: Rule, context: readonly boolean[]): boolean {
  return shows(context, rule.enough) || rule.together.every((sign) => shows(context, sign));
}

/** The mushroom of interaction t = 0, 1, …: the same for every agent of a seed. */
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

import { t } from '../../i18n/index.ts';
import { defaultAt, fillDefaults, sameValue, valueAt } from '../document/defaults.ts';
import type { Experiment } from '../document/experiment.ts';
import { fieldName } from '../document/fieldNames.ts';
import { type Fault, type FieldPath, fieldAt, fieldPaths, isFieldPath } from '../document/fields.ts';
import { migrate, migrations, newestVersion, versionFault } from '../document/migrations.ts';
import { plainFallback, plainText } from '../document/plainFault.ts';
import { packPoints, readNumber } from '../document/pointsText.ts';
import { checkFields, describe, faultAt } from '../document/resolve.ts';
import { brokenRules, type Rule } from '../document/rules.ts';
import { decoded } from '../document/schema.ts';
import { challengeLink, challenges } from './challenges.ts';

/** Maximum length of a link in characters. */
const MAX_LINK_LENGTH = 200_000;
/** Maximum number of fields that are read from a link. */
const MAX_FIELDS = 200;
/** Maximum length of encoded points in a link. A link to longer ones contains `elsewhere` instead. */
const MAX_POINTS_LENGTH = 190_000;
const ELSEWHERE = 'elsewhere';
/** Fields that would be illegal without the points that stayed behind; importing the file again sets them again. */
const needPoints: readonly FieldPath[] = ['dataset.points', 'dataset.images', 'network.kind'];
/** Maximum number of notices from one link. */
const MAX_NOTICES = 20;

/**
 * Writes an experiment as the text after the `#` of an address: the fields that differ from their defaults, by dotted paths.
 * omitPoints: leaves custom points out of the link, however few.
 */
export function encodeLink(experiment: Experiment, omitPoints = false): string {
  const version = newestVersion(migrations);
  const parts = fieldPaths
    .filter((path) => !sameValue(valueAt(experiment, path), defaultAt(experiment, path)))
    .map((path) => `${path}=${fieldText(experiment, path, omitPoints)}`);
  return [...(version > 1 ? [`version=${version}`] : []), ...parts].join('&');
}

function fieldText(experiment: Experiment, path: FieldPath, omitPoints: boolean): string {
  if (path === 'dataset.points' && (omitPoints || pointsLeftBehind(experiment) !== null)) return ELSEWHERE;
  return fieldAt(path).kind.write(valueAt(experiment, path));
}

/** The encoded points of an experiment with too many points for a link; null where the link includes them. */
export function pointsLeftBehind({ dataset: { points } }: Experiment): string | null {
  if (points.length === 0) return null;
  const word = packPoints(points);
  return word.length > MAX_POINTS_LENGTH ? word : null;
}

/** The experiment of a link. It is always legal: fields that are not understood have their defaults, with a notice each. */
export interface OpenedLink {
  readonly experiment: Experiment;
  readonly notices: readonly Fault[];
}

/** Reads a link, with or without `#`. points: the encoded points that the link does not include. Never throws. */
export function decodeLink(hash: string, points: string | null = null): OpenedLink {
  const text = hash.replace(/^#/, '');
  if (text.length > MAX_LINK_LENGTH) {
    const notice = faultAt(
      'link',
      t('{count} characters are more than the {most} that a link can have; ignored', {
        count: text.length,
        most: MAX_LINK_LENGTH,
      }),
    );
    return { experiment: fillDefaults(new Map()), notices: [notice] };
  }
  const { texts, notices: repetitions } = linkFields(text);
  const leftBehind = texts.get('dataset.points') === ELSEWHERE;
  if (leftBehind && points !== null) texts.set('dataset.points', points);
  else if (leftBehind) for (const path of needPoints) texts.delete(path);
  const { fields: written, notices: versionNotices } = ofThisVersion(texts);
  const { fields, notices: challengeNotices } = withChallenge(written);
  const { given, faults } = checkFields(readFields(fields));
  const { experiment, notices: conflicts } = dropConflicts(given);
  const notices = [
    ...(leftBehind && points === null
      ? [faultAt('dataset.points', t('too many to travel in a link; choose the file again'))]
      : []),
    ...repetitions,
    ...versionNotices,
    ...challengeNotices,
    ...[...faults, ...conflicts].map((fault) => withFallback(fault, experiment)),
  ];
  return { experiment, notices: atMost(notices) };
}

/** The key that names a ready-made challenge. Other fields of the link override those of the challenge. */
const CHALLENGE = 'challenge';

/** The fields of a link, completed by those of the challenge that it names. */
function withChallenge(written: ReadonlyMap<string, unknown>): {
  readonly fields: ReadonlyMap<string, unknown>;
  readonly notices: readonly Fault[];
} {
  const id = written.get(CHALLENGE);
  if (id === undefined) return { fields: written, notices: [] };
  const others = new Map([...written].filter(([path]) => path !== CHALLENGE));
  if (typeof id === 'string' && Object.hasOwn(challenges, id)) {
    const { texts } = linkFields(challengeLink(challenges[id as keyof typeof challenges]));
    return { fields: new Map([...texts, ...others]), notices: [] };
  }
  const words = Object.keys(challenges).join(', ');
  const notice = t('{value} is not one of {words}; it is ignored', { value: describe(id), words });
  const plain = t('There is no challenge {value}. It is ignored (challenge).', { value: describe(id) });
  return { fields: others, notices: [{ ...faultAt(CHALLENGE, notice), plain }] };
}

/** Splits a link into texts by their paths; the first counts where a path occurs twice. */
function linkFields(text: string): {
  readonly texts: Map<string, string>;
  readonly notices: readonly Fault[];
} {
  const texts = new Map<string, string>();
  const notices: Fault[] = [];
  const parts = text.split('&').filter((part) => part !== '');
  for (const part of parts.slice(0, MAX_FIELDS)) {
    const equals = part.includes('=') ? part.indexOf('=') : part.length;
    const path = decoded(part.slice(0, equals));
    const value = decoded(part.slice(equals + 1));
    if (texts.has(path))
      notices.push(faultAt(path, t('given more than once; {value} ignored', { value: describe(value) })));
    else texts.set(path, value);
  }
  if (parts.length > MAX_FIELDS)
    notices.push(faultAt('link', t('more than {most} fields; the others are ignored', { most: MAX_FIELDS })));
  return { texts, notices };
}

/** Migrates the fields of a link to the newest version; a link without a version has version 1. */
function ofThisVersion(texts: ReadonlyMap<string, string>): {
  readonly fields: ReadonlyMap<string, unknown>;
  readonly notices: readonly Fault[];
} {
  const version = readNumber(texts.get('version') ?? '1');
  const fields = new Map([...texts].filter(([path]) => path !== 'version'));
  const fault = versionFault(version, newestVersion(migrations));
  if (fault === null) return { fields: migrate(fields, version as number, migrations), notices: [] };
  const newest = newestVersion(migrations);
  const notice = t('{fault}; read as version {newest}', { fault, newest });
  return { fields, notices: [faultAt('version', notice)] };
}

function readFields(fields: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> {
  return new Map(
    Array.from(fields, ([path, value]) => [
      path,
      isFieldPath(path) && typeof value === 'string' ? fieldAt(path).kind.read(value) : value,
    ]),
  );
}

/**
 * The experiment of fields that are legal each, and a notice for every field dropped because it does not go with the
 * others. Drops the fields of one broken rule after another until none is broken.
 */
function dropConflicts(given: ReadonlyMap<FieldPath, unknown>): {
  readonly experiment: Experiment;
  readonly notices: readonly Fault[];
} {
  let kept = given;
  const notices: Fault[] = [];
  for (;;) {
    const experiment = fillDefaults(kept);
    const rule = brokenRules(experiment)[0];
    if (rule === undefined) return { experiment, notices };
    const message = `${rule.reads[0]}: ${rule.fault(experiment)}`;
    const dropped = fieldsToDrop(rule, kept);
    const { message: text } = faultAt(rule.reads[0], rule.fault(experiment)!);
    const plain = (path: FieldPath) =>
      `${fieldName(path)}: ${plainText({ path: rule.reads[0], message: text })}`;
    notices.push(...dropped.map((path) => ({ path, message, plain: plain(path) })));
    kept = without(kept, dropped);
  }
}

/**
 * The given fields to drop for a broken rule: the first one whose default satisfies it, else all that it reads. A rule that
 * reads no given field blames them all; defaults alone break no rule.
 */
function fieldsToDrop({ reads, fault }: Rule, given: ReadonlyMap<FieldPath, unknown>): readonly FieldPath[] {
  const candidates = reads.filter((path) => given.has(path));
  const sufficient = candidates.find((path) => fault(fillDefaults(without(given, [path]))) === null);
  if (sufficient !== undefined) return [sufficient];
  return candidates.length > 0 ? candidates : [...given.keys()];
}

function without(
  given: ReadonlyMap<FieldPath, unknown>,
  dropped: readonly FieldPath[],
): ReadonlyMap<FieldPath, unknown> {
  return new Map([...given].filter(([path]) => !dropped.includes(path)));
}

/** Adds to a fault what is used instead of the refused value. */
function withFallback(fault: Fault, experiment: Experiment): Fault {
  const { path, message } = fault;
  if (!isFieldPath(path))
    return {
      path,
      message: message.endsWith('?')
        ? t('{question} It is ignored', { question: message })
        : t('{fault}; it is ignored', { fault: message }),
      plain: t('{fault} It is ignored.', { fault: plainText(fault) }),
    };
  const value = valueAt(experiment, path);
  const used = fieldAt(path).kind.write(value);
  return {
    path,
    message: t('{fault}; {path} is {used} instead', { fault: message, path, used }),
    plain: plainFallback(fault, path, value),
  };
}

function atMost(notices: readonly Fault[]): readonly Fault[] {
  if (notices.length <= MAX_NOTICES) return notices;
  const rest = notices.length - MAX_NOTICES + 1;
  return [
    ...notices.slice(0, MAX_NOTICES - 1),
    faultAt('link', t('{rest} more parts were not understood; ignored', { rest })),
  ];
}

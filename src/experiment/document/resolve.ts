import * as v from 'valibot';
import { t } from '../../i18n/index.ts';
import { formatPlain } from '../../i18n/numbers.ts';
import { fillDefaults } from './defaults.ts';
import type { Experiment } from './experiment.ts';
import { type Fault, type FieldPath, fieldAt, isFieldPath, isSection } from './fields.ts';
import { type Migration, migrate, migrations, newestVersion, versionFault } from './migrations.ts';
import { plainValueFault } from './plainFault.ts';
import { ruleFaults } from './rules.ts';
import { isRecord } from './schema.ts';
import { nearestField } from './suggestion.ts';

/** A legal experiment, or all its faults. */
export type Resolved = { readonly experiment: Experiment } | { readonly faults: readonly Fault[] };

/** Maximum number of fields read from a document. */
const MAX_FIELDS = 200;
/** Maximum depth of nested sections. */
const MAX_DEPTH = 4;
/** Maximum length of a quoted text or path in a message, in characters. */
const MAX_QUOTED_LENGTH = 60;

/** Reads a document: missing fields get their defaults, anything unknown or illegal is a fault. */
export function resolveExperiment(document: unknown, steps: readonly Migration[] = migrations): Resolved {
  if (!isRecord(document))
    return {
      faults: [faultAt('experiment', t('{value} is not an object', { value: describe(document) }))],
    };
  const newest = newestVersion(steps);
  const version = Object.hasOwn(document, 'version') ? document.version : undefined;
  const wrongVersion = versionFault(version, newest);
  const versionFaults = wrongVersion === null ? [] : [faultAt('version', wrongVersion)];
  if (typeof version === 'number' && version > newest) return { faults: versionFaults };

  const leaves = documentFields(document);
  const understood = wrongVersion === null ? migrate(leaves, version as number, steps) : leaves;
  const { given, faults } = checkFields(understood);
  const wrong = new Set(faults.map((fault) => fault.path));
  const experiment = fillDefaults(given);
  const all = [...versionFaults, ...faults, ...ruleFaults(experiment, wrong)];
  return all.length > 0 ? { faults: all } : { experiment };
}

/** Separates fields that exist and have a legal value from the faults of the others. Values are parsed by their schema. */
export function checkFields(candidates: ReadonlyMap<string, unknown>): {
  readonly given: ReadonlyMap<FieldPath, unknown>;
  readonly faults: readonly Fault[];
} {
  const given = new Map<FieldPath, unknown>();
  const faults: Fault[] = [];
  for (const [path, value] of candidates) {
    if (!isFieldPath(path)) {
      faults.push(unknownField(path, value));
      continue;
    }
    const result = v.safeParse(fieldAt(path).kind.schema, value, { abortEarly: true, abortPipeEarly: true });
    if (result.success) given.set(path, result.output);
    else faults.push(valueFault(path, result.issues[0]));
  }
  return { given, faults };
}

function valueFault(path: FieldPath, { path: within, input, message }: v.BaseIssue<unknown>): Fault {
  const place = (within ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('');
  const described = describe(input);
  const fault = t('{value} is not {allowed}', { value: described, allowed: message });
  return {
    path,
    message: `${path}${place}: ${fault}`,
    plain: plainValueFault(path, input, described, message),
  };
}

function unknownField(path: string, value: unknown): Fault {
  if (isSection(path))
    return faultAt(path, t('{value} is not an object of fields', { value: describe(value) }));
  const nearest = nearestField(path);
  const fault =
    nearest === null ? t('no such field') : t('no such field; did you mean {nearest}?', { nearest });
  const quoted = shorten(path);
  const plain =
    nearest === null
      ? t('There is no setting “{path}”.', { path: quoted })
      : t('There is no setting “{path}”. Did you mean “{nearest}”?', { path: quoted, nearest });
  return { ...faultAt(path, fault), plain };
}

/** Builds a fault. Truncates the path: it may be untrusted input. */
export function faultAt(path: string, message: string): Fault {
  const short = shorten(path);
  return { path: short, message: `${short}: ${message}` };
}

/** A value as a message quotes it. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return `'${shorten(value)}'`;
  if (Array.isArray(value)) return t('a list of {count}', { count: value.length });
  if (typeof value === 'function') return t('a function');
  if (value === Infinity || value === -Infinity) return t('an infinite number');
  if (typeof value === 'number') return formatPlain(value);
  return isRecord(value) ? t('an object') : shorten(String(value));
}

function shorten(text: string): string {
  return text.length > MAX_QUOTED_LENGTH ? `${text.slice(0, MAX_QUOTED_LENGTH)}…` : text;
}

/**
 * The leaves of a document by their paths, without the version. At most MAX_FIELDS, even for cyclic input: a document with
 * more has unknown fields and is refused for those that were read.
 */
function documentFields(document: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
  const leaves = new Map<string, unknown>();
  const collect = (node: Readonly<Record<string, unknown>>, prefix: string, depth: number): void => {
    for (const key of Object.keys(node)) {
      if (leaves.size >= MAX_FIELDS) return;
      const path = `${prefix}${key.includes('.') ? `"${key}"` : key}`;
      const value = node[key];
      if (path === 'version') continue;
      const opens =
        isRecord(value) && !isFieldPath(path) && (isSection(path) || Object.keys(value).length > 0);
      if (opens && depth < MAX_DEPTH) collect(value, `${path}.`, depth + 1);
      else leaves.set(path, value);
    }
  };
  collect(document, '', 1);
  return leaves;
}

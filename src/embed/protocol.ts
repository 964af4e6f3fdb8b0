import * as v from 'valibot';
import type { Fault } from '../experiment/document/fields.ts';
import { describe, faultAt } from '../experiment/document/resolve.ts';
import { isRecord } from '../experiment/document/schema.ts';
import { type Command, MAX_BYTES, MAX_STEPS, type QuestionId, SOURCE, VERSION } from './messages.ts';
import { experimentOf } from './sentExperiment.ts';
import { sizeWithin } from './size.ts';

/** A message read: what to do, or what is wrong with it; null: it is not for a playground. */
export type Reading = { readonly command: Command } | { readonly fault: string } | null;

/** Faults of an experiment that one answer tells of. */
const MAX_TOLD = 20;

const envelope = { source: v.literal(SOURCE), version: v.literal(VERSION) };
const stepWords = `a whole number between 1 and ${MAX_STEPS}`;
const idWords = 'a text of 1 to 200 characters or a number';

const schemas = {
  'set-experiment': v.strictObject({
    ...envelope,
    type: v.literal('set-experiment'),
    experiment: v.unknown(),
  }),
  play: v.strictObject({ ...envelope, type: v.literal('play') }),
  pause: v.strictObject({ ...envelope, type: v.literal('pause') }),
  reset: v.strictObject({ ...envelope, type: v.literal('reset') }),
  step: v.strictObject({
    ...envelope,
    type: v.literal('step'),
    steps: v.pipe(
      v.number(stepWords),
      v.integer(stepWords),
      v.minValue(1, stepWords),
      v.maxValue(MAX_STEPS, stepWords),
    ),
  }),
  'get-snapshot': v.strictObject({
    ...envelope,
    type: v.literal('get-snapshot'),
    id: v.custom<QuestionId>(isQuestionId, idWords),
  }),
} as const;

function isQuestionId(id: unknown): boolean {
  return typeof id === 'string' ? id.length >= 1 && id.length <= 200 : Number.isFinite(id);
}

/** The names of everything that can be asked for. */
const commandTypes = Object.keys(schemas) as readonly (keyof typeof schemas)[];

/**
 * Reads a message of a host. It may be anything at all: what is not legal is a fault that says what and where, and no
 * input makes this throw. Messages of other programs on the host's page, and a playground's own, are none of ours.
 */
export function readMessage(data: unknown): Reading {
  try {
    return read(data);
  } catch {
    // Only an object with traps of its own gets here; none can be sent, but one can be made.
    return { fault: 'message: it cannot be read' };
  }
}

function read(data: unknown): Reading {
  if (!isRecord(data) || !isForUs(data)) return null;
  if (!sizeWithin(data, MAX_BYTES)) return { fault: `message: more than ${MAX_BYTES} bytes` };
  if (data.source !== SOURCE) return { fault: `source: ${describe(data.source)} is not '${SOURCE}'` };
  if (data.version !== VERSION) return { fault: `version: ${describe(data.version)} is not ${VERSION}` };
  const type = commandTypes.find((name) => name === data.type);
  if (type === undefined)
    return { fault: `type: ${describe(data.type)} is not one of ${commandTypes.join(', ')}` };
  const result = v.safeParse(schemas[type], data, { abortPipeEarly: true });
  if (!result.success) return { fault: result.issues.map((issue) => faultText(type, issue)).join('; ') };
  const message = result.output;
  if (message.type !== 'set-experiment') return { command: message };
  const sent = experimentOf(message.experiment);
  return 'faults' in sent
    ? { fault: `set-experiment: ${allOf(sent.faults)}` }
    : { command: { type: 'set-experiment', ...sent } };
}

/**
 * Whether a message is meant for a playground: it names us, or asks for what only we offer and forgot to. What a playground
 * says of faults is no question, even where a host sends it back.
 */
export function isForUs(data: unknown): boolean {
  if (!isRecord(data)) return false;
  if (data.source === SOURCE) return data.type !== 'error';
  return data.source === undefined && commandTypes.some((name) => name === data.type);
}

/** Faults in one line; of very many the first. */
function allOf(faults: readonly Fault[]): string {
  const told = faults.slice(0, MAX_TOLD).map(({ message }) => message);
  const rest = faults.length - told.length;
  return [...told, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
}

function faultText(type: string, { path, input, message, expected }: v.BaseIssue<unknown>): string {
  const key = path?.map((item) => String(item.key)).join('.') ?? '';
  if (expected === 'never') return faultAt(`${type}.${key}`, 'no such field').message;
  if (input === undefined) return faultAt(`${type}.${key}`, 'missing').message;
  return faultAt(`${type}.${key}`, `${describe(input)} is not ${message}`).message;
}

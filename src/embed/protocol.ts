import * as v from 'valibot';
import type { Fault } from '../experiment/document/fields.ts';
import { describe, faultAt } from '../experiment/document/resolve.ts';
import { isRecord } from '../experiment/document/schema.ts';
import { type Command, MAX_BYTES, MAX_STEPS, type QuestionId, SOURCE, VERSION } from './messages.ts';
import { experimentOf } from './sentExperiment.ts';
import { sizeWithin } from './size.ts';

/** A message after reading: the command, or its faults; null: not addressed to a playground. */
export type Reading = { readonly command: Command } | { readonly fault: string } | null;

/** Maximum number of faults that one reply reports. */
const MAX_REPORTED = 20;

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

/** The names of all commands. */
const commandTypes = Object.keys(schemas) as readonly (keyof typeof schemas)[];

/**
 * Reads a message of a host. The input is untrusted: anything invalid gives a fault that says what and where; nothing
 * makes this throw. Messages of other programs on the host's page, and messages sent by a playground, are ignored.
 */
export function readMessage(data: unknown): Reading {
  try {
    return read(data);
  } catch {
    // Only an object with throwing accessors gets here; structured cloning cannot produce one, but a script can.
    return { fault: 'message: it cannot be read' };
  }
}

function read(data: unknown): Reading {
  if (!isRecord(data) || !isAddressedToPlayground(data)) return null;
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
 * Whether a message is addressed to a playground: it names this source, or a command that only a playground has (the
 * source was forgotten). An error of a playground that the host sends back is not a command.
 */
export function isAddressedToPlayground(data: unknown): boolean {
  if (!isRecord(data)) return false;
  if (data.source === SOURCE) return data.type !== 'error';
  return data.source === undefined && commandTypes.some((name) => name === data.type);
}

/** All faults in one line; only the first ones if there are many. */
function allOf(faults: readonly Fault[]): string {
  const reported = faults.slice(0, MAX_REPORTED).map(({ message }) => message);
  const rest = faults.length - reported.length;
  return [...reported, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
}

function faultText(type: string, { path, input, message, expected }: v.BaseIssue<unknown>): string {
  const key = path?.map((item) => String(item.key)).join('.') ?? '';
  if (expected === 'never') return faultAt(`${type}.${key}`, 'no such field').message;
  if (input === undefined) return faultAt(`${type}.${key}`, 'missing').message;
  return faultAt(`${type}.${key}`, `${describe(input)} is not ${message}`).message;
}

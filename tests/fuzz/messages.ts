import { MAX_BYTES, MAX_STEPS, withEnvelope } from '../../src/embed/messages.ts';
import links from '../links/version1.json' with { type: 'json' };
import type { Chance } from './chance.ts';
import { anyDocument, anyValue, nested, own } from './documents.ts';
import { anyHash } from './hashes.ts';
import { anyNumber, anyText, keys } from './hostileInputs.ts';

const types = ['set-experiment', 'play', 'pause', 'reset', 'step', 'get-snapshot'] as const;
const fields = ['source', 'version', 'type', 'experiment', 'steps', 'id'] as const;

/** Any message that a page can send: valid ones, those with one error, and other cloneable values. */
export function anyMessage(chance: Chance): unknown {
  if (chance.of(0.1)) return anySent(chance, 2);
  const message: object = withEnvelope(chance.of(0.15) ? anyCommand(chance) : legalCommand(chance));
  if (chance.of(0.4)) spoil(chance, message);
  return message;
}

/** Objects with getters, proxies or functions, which cannot be cloned: only the same window can pass them. */
export function anyTrap(chance: Chance): unknown {
  const message = withEnvelope(legalCommand(chance));
  const trap = (): never => {
    throw new Error('a trap');
  };
  return chance.pick([
    () => Object.defineProperty(message, chance.pick(fields), { get: trap, enumerable: true }),
    () => new Proxy(message, { [chance.pick(['get', 'ownKeys', 'has', 'getOwnPropertyDescriptor'])]: trap }),
    () => own(message, chance.pick(fields), trap) && message,
    () => own(message, chance.pick(fields), Symbol('a symbol')) && message,
    () => Object.assign(Object.create(message), { experiment: { valueOf: trap, toString: trap } }),
    () => Object.setPrototypeOf(message, null),
    () => Object.freeze(message),
  ])();
}

/** A command: its type and its other fields. */
type Sent = { readonly type: string } & Readonly<Record<string, unknown>>;

function legalCommand(chance: Chance): Sent {
  const type = chance.pick(types);
  if (type === 'step') return { type, steps: chance.pick([1, 7, MAX_STEPS, chance.whole(1, MAX_STEPS)]) };
  if (type === 'get-snapshot')
    return { type, id: chance.pick(['a', 'x'.repeat(200), 0, -1.5, anyNumber(chance)]) };
  if (type !== 'set-experiment') return { type };
  const known = chance.pick(links);
  return { type, experiment: chance.pick([known.link, structuredClone(known.experiment), { version: 1 }]) };
}

function anyCommand(chance: Chance): Sent {
  const makers = [() => anyDocument(chance), () => anyHash(chance), () => anySent(chance, 2)];
  if (chance.of(0.7)) return { type: 'set-experiment', experiment: chance.pick(makers)() };
  return { type: chance.of(0.5) ? anyText(chance) : chance.pick(keys), steps: 1 };
}

/** Deletes or replaces one field. */
function spoil(chance: Chance, message: object): void {
  const field = chance.pick(fields);
  if (chance.of(0.15)) Reflect.deleteProperty(message, field);
  else own(message, chance.of(0.75) ? field : chance.pick(keys), anySent(chance, 2));
}

/** Any cloneable value. */
function anySent(chance: Chance, depth: number): unknown {
  const part = () => (depth > 0 ? anySent(chance, depth - 1) : anyNumber(chance));
  if (chance.of(0.01)) return hugeOrKnotted(chance);
  return chance.pick([
    () => anyValue(chance, depth),
    () => chance.pick([NaN, Infinity, -Infinity, -0, undefined, null, 0n, -1n, 2n ** 64n]),
    () => new Date(chance.pick([0, NaN, 8.64e15])),
    () => new Map(chance.list(0, 3, (): [unknown, unknown] => [part(), part()])),
    () => new Set(chance.list(0, 3, part)),
    () => chance.pick([/a(b+)+$/g, new Error('an error'), new RangeError('another')]),
    () => chance.pick([Object(false), Object(7), Object('text'), Object(7n)]),
    () => chance.pick([new ArrayBuffer(8), new DataView(new ArrayBuffer(2)), new BigInt64Array(2)]),
    () => Float32Array.from(chance.list(0, 5, () => anyNumber(chance))),
    () => chance.list(0, 4, part),
    () =>
      own({}, chance.pick(keys), part()) && { version: 1, [chance.pick(['prior', 'view', 'seed'])]: part() },
  ])();
}

/** Values that are too large, too deep or cyclic. */
function hugeOrKnotted(chance: Chance): unknown {
  return chance.pick([
    () => 'x'.repeat(chance.whole(1, MAX_BYTES)),
    () => new Array(2 ** 32 - 1),
    () => Array.from({ length: chance.whole(1, 100_000) }, () => 1),
    () => new Uint8Array(chance.whole(1, 2 * MAX_BYTES)),
    () => Object('x'.repeat(chance.whole(1, 100_000))),
    () => 7n ** BigInt(chance.whole(1, 20_000)),
    () => Object.fromEntries(Array.from({ length: chance.whole(1, 5000) }, (_, i) => [`key${i}`, i])),
    () => nested(chance.whole(1, 1000)),
    () => cyclic({ version: 1 }),
    () => cyclic([1, 2]),
    () => cyclic(new Map()),
  ])();
}

/** A value that contains itself. */
function cyclic(whole: object): object {
  if (whole instanceof Map) return whole.set(whole, whole);
  return Object.assign(
    whole,
    Array.isArray(whole) ? { 2: whole } : { prior: whole, dataset: { points: whole } },
  );
}

import { fieldPaths } from '../../src/experiment/document/fields.ts';
import links from '../links/version1.json' with { type: 'json' };
import type { Chance } from './chance.ts';
import { anyNumber, anyText, keys, mutated } from './hostileInputs.ts';

/** Documents that an experiment.json may hold: known experiments with changed fields, and any other JSON. */
export function anyDocument(chance: Chance): unknown {
  if (chance.of(0.1)) return anyValue(chance, 3);
  // Most documents have only a few fields.
  const document: Branch = chance.of(0.2)
    ? structuredClone(chance.pick(links).experiment)
    : { version: chance.of(0.95) ? 1 : anyValue(chance, 1) };
  for (let change = chance.whole(0, 4); change > 0; change--) put(chance, document);
  return document;
}

/** The same as text, some of it malformed. */
export function anyJson(chance: Chance): string {
  const text = JSON.stringify(anyDocument(chance)) ?? '';
  return chance.of(0.3) ? mutated(chance, text) : text;
}

interface Branch {
  [key: string]: unknown;
}

/** Sets a known or unknown field to any value. */
function put(chance: Chance, document: Branch): void {
  const path = chance.of(0.8) ? chance.pick(fieldPaths) : `${chance.pick(fieldPaths)}.${chance.pick(keys)}`;
  const steps = path.split('.');
  if (chance.of(0.2)) steps.splice(chance.whole(0, steps.length), 1, chance.pick(keys));
  const name = steps.pop() ?? '';
  let branch = document;
  for (const step of steps) {
    const next = Object.hasOwn(branch, step) ? branch[step] : undefined;
    if (typeof next === 'object' && next !== null) branch = next as Branch;
    else branch = own(branch, step, {}) as Branch;
  }
  own(branch, name, anyValue(chance, 2));
}

/** Sets an own property of any name, `__proto__` too, as JSON.parse does. */
export function own(branch: object | unknown[], key: string, value: unknown): unknown {
  if (Array.isArray(branch) && key === 'length') branch.length = 0;
  else Object.defineProperty(branch, key, { value, enumerable: true, configurable: true, writable: true });
  return value;
}

/** Any JSON value of at most this depth. */
export function anyValue(chance: Chance, depth: number): unknown {
  const leaves = [
    () => anyNumber(chance),
    () => chance.pick([0, -0, 1, 1e308, -1e308, 5e-324, 2 ** 53, 1e21, null, true, false]),
    () => anyText(chance),
    () => chance.pick([[], {}, [[]], [null], [1, 2], [0, 'x'], [{ x: [1], y: 2 }]]),
    () => chance.list(0, 8, () => ({ x: chance.list(0, 3, () => anyNumber(chance)), y: chance.whole(0, 3) })),
  ];
  if (depth === 0 || chance.of(0.6)) return chance.pick(leaves)();
  if (chance.of(0.02)) return nested(chance.whole(1, 2000));
  if (chance.of(0.3)) return chance.list(0, 6, () => anyValue(chance, depth - 1));
  const made = {};
  for (let field = chance.whole(0, 5); field > 0; field--) {
    const key = chance.of(0.5) ? chance.pick(keys) : anyText(chance);
    own(made, key, anyValue(chance, depth - 1));
  }
  return made;
}

/** Objects and arrays nested this deep. */
export function nested(depth: number): unknown {
  let made: unknown = 1;
  for (let level = 0; level < depth; level++) made = level % 2 ? [made] : { a: made };
  return made;
}

import type { Experiment } from '../../src/experiment/document/experiment.ts';
import { fieldPaths } from '../../src/experiment/document/fields.ts';
import { decodeLink } from '../../src/experiment/link/link.ts';
import links from '../links/version1.json' with { type: 'json' };
import type { Chance } from './chance.ts';
import { anyNumeral, anyText, keys, mutated } from './hostileInputs.ts';

const written = links.flatMap(({ link }) => link.split('&').map((part) => part.split('=', 2)));
/** Values that some field accepts. */
const words = [...new Set(written.map(([, value = '']) => value))];
const paths = [...fieldPaths, 'version', 'challenge'];

/** Any hash: stored links, their parts recombined, both with changes, and arbitrary text. */
export function anyHash(chance: Chance): string {
  if (chance.of(0.15)) return anyText(chance);
  const link = chance.of(0.5) ? chance.pick(links).link : chance.list(0, 6, () => anyPart(chance)).join('&');
  const times = chance.pick([0, 1, 1, 1, 2, 5]);
  return Array.from({ length: times }).reduce<string>((text) => mutated(chance, text), link);
}

function anyPart(chance: Chance): string {
  const path = chance.of(0.8) ? chance.pick(paths) : chance.of(0.5) ? chance.pick(keys) : anyText(chance);
  const fitting = written.filter(([known]) => known === path).map(([, value = '']) => value);
  if (fitting.length > 0 && chance.of(0.5)) return `${path}=${chance.pick(fitting)}`;
  if (chance.of(0.3)) return `${path}=${smallNumber(chance)}`;
  const value = chance.pick([() => chance.pick(words), () => anyNumeral(chance), () => anyText(chance)]);
  const list = chance.of(0.2) ? chance.list(0, 12, value).join(',') : value();
  return `${path}=${chance.of(0.2) ? percentEncoded(list) : list}`;
}

/** A number that many fields accept. */
function smallNumber(chance: Chance): string {
  return String(chance.of(0.5) ? chance.whole(0, 9) : Number(chance.random().toPrecision(3)));
}

function percentEncoded(text: string): string {
  return [...new TextEncoder().encode(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

/** Whether training an experiment would keep a small machine busy for minutes. */
export function isLarge({ network, inference, dataset }: Experiment): boolean {
  const weights = network.hidden.reduce((sum, width) => sum + width * width, 0);
  return weights > 20_000 || inference.samples > 16 || dataset.size > 1000;
}

/** One of the hashes whose experiments are small. */
export function smallHash(chance: Chance): string {
  const hash = anyHash(chance);
  return isLarge(decodeLink(hash).experiment) ? 'seed=8' : hash;
}

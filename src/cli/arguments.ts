import { parseArgs } from 'node:util';
import type { DecimalMark } from '../import/cellNumber.ts';
import { parseNames } from '../import/csvRows.ts';
import { CommandFault, formatCount, nearestName, quote } from './commandFault.ts';

const MAX_STEPS = 10_000_000;
const DEFAULT_STEPS = 3000;

const decimalMarks = ['point', 'comma'] as const;
const headers = ['yes', 'no'] as const;
const backends = ['auto', 'wasm', 'cpu'] as const;

/** The engine that trains; `auto` selects one. */
export type Backend = (typeof backends)[number];

/** Parsed command line. Paths are as typed, null if not given. */
export interface Arguments {
  readonly experiment: string;
  /** Tables with a header. `train` and `target` (a column name) require each other; `test` requires both. */
  readonly train: string | null;
  readonly test: string | null;
  readonly target: string | null;
  /** Names of columns; null: all but the target. These options require `train`. */
  readonly inputs: readonly string[] | null;
  readonly ignore: readonly string[];
  /** Columns that are encoded one-hot. */
  readonly categorical: readonly string[];
  /** The decimal mark of columns that leave it open; null if not given. */
  readonly decimal: DecimalMark | null;
  /** Whether the first row of the tables names their columns. */
  readonly header: (typeof headers)[number];
  /** Integer, 1 … 10,000,000. */
  readonly steps: number;
  readonly backend: Backend;
  readonly out: string | null;
}

/** Result of `--help`. */
export interface Help {
  readonly help: true;
}

/** Output of `--help`. */
export const usage = `Usage: npm run train -- --experiment FILE [options]

  --experiment FILE  the experiment to train, as the playground exports it (JSON)
  --train FILE       a table of your own to learn from (text, first row names the columns); needs --target
  --test FILE        a table to judge the trained network by, with the columns of --train
  --target COLUMN    the column to predict; every other column is an input, but row numbers and row names
  --inputs A,B,…     use these columns only; columns of words become one input for each word (one-hot)
  --ignore A,B,…     leave these columns out
  --categorical A,…  encode these columns one-hot, such as codes that are numbers; all others stay inputs
  --decimal MARK     the decimal mark where the numbers of a table can be read in two ways: ${decimalMarks.join(', ')}
  --header ANSWER    whether the first row names the columns: ${headers.join(', ')}; if not, they are "column 1", …
  --steps N          training steps, 1 to ${formatCount(MAX_STEPS)}; ${formatCount(DEFAULT_STEPS)} by default
  --backend NAME     where training runs: ${backends.join(', ')}; ${backends[0]} by default
  --out FILE         where to write the result (JSON)
  --help             show this text
`;

const options = {
  experiment: { type: 'string' },
  train: { type: 'string' },
  test: { type: 'string' },
  target: { type: 'string' },
  inputs: { type: 'string' },
  ignore: { type: 'string' },
  categorical: { type: 'string' },
  decimal: { type: 'string' },
  header: { type: 'string' },
  steps: { type: 'string' },
  backend: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type ValueOption = Exclude<keyof typeof options, 'help'>;

/**
 * Parses the command line without program and script. `--help` overrides all other options. Throws a CommandFault for
 * an option that is unknown, repeated, without value or out of range, and for a table or column without the option
 * that it requires.
 */
export function readArguments(argv: readonly string[]): Arguments | Help {
  const given = givenOptions(argv);
  if (given === 'help') return { help: true };
  const value = (name: ValueOption) => given.get(name) ?? null;
  const [experiment, train, test, target] = [
    value('experiment'),
    value('train'),
    value('test'),
    value('target'),
  ];
  if (experiment === null) throw new CommandFault('--experiment FILE is missing; --help lists the options');
  if (test !== null && train === null) throw new CommandFault('--test needs --train');
  if (target !== null && train === null) throw new CommandFault('--target needs --train');
  if (train !== null && target === null)
    throw new CommandFault('--train needs --target, the name of the column to predict');
  const columns = (name: 'inputs' | 'ignore' | 'categorical') => {
    const text = value(name);
    if (text !== null && train === null) throw new CommandFault(`--${name} needs --train`);
    return text === null ? null : parseColumns(name, text);
  };
  const ofTable = (name: 'decimal' | 'header') => {
    const text = value(name);
    if (text !== null && train === null) throw new CommandFault(`--${name} needs --train`);
    return text;
  };
  return {
    experiment,
    train,
    test,
    target,
    inputs: columns('inputs'),
    ignore: columns('ignore') ?? [],
    categorical: columns('categorical') ?? [],
    decimal: parseDecimal(ofTable('decimal')),
    header: parseHeader(ofTable('header')),
    steps: parseSteps(value('steps')),
    backend: parseBackend(value('backend')),
    out: value('out'),
  };
}

/** Names separated by commas; a name with a comma is quoted as in a CSV file. */
function parseColumns(option: string, text: string): readonly string[] {
  const names = parseNames(text);
  if (names.length === 0 || names.includes(''))
    throw new CommandFault(`--${option} must be names separated by commas, as in --${option} a,b: ${text}`);
  const repeated = names.find((name, index) => names.indexOf(name) < index);
  if (repeated !== undefined) throw new CommandFault(`--${option} names ${quote(repeated)} twice`);
  return names;
}

/** Values of the given options. parseArgs is not strict, because Node's error messages have several lines. */
function givenOptions(argv: readonly string[]): ReadonlyMap<ValueOption, string> | 'help' {
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true });
  if (tokens.some((token) => token.kind === 'option' && token.name === 'help')) return 'help';
  const given = new Map<ValueOption, string>();
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional')
      throw new CommandFault(
        `unexpected '${token.value}'; every value follows an option, as in --experiment FILE`,
      );
    const { name, rawName, value, inlineValue } = token;
    if (!isValueOption(name)) throw new CommandFault(`unknown option ${rawName}; ${suggestOption(name)}`);
    if (given.has(name)) throw new CommandFault(`${rawName} is given twice`);
    if (!value || (!inlineValue && isOptionLike(value))) throw new CommandFault(`${rawName} needs a value`);
    given.set(name, value);
  }
  return given;
}

function isValueOption(name: string): name is ValueOption {
  return Object.hasOwn(options, name) && name !== 'help';
}

/** Whether an argument is an option rather than a value: `--out`, `-h`, but neither `-` nor `-5`. */
function isOptionLike(word: string): boolean {
  return /^-[^\d.]/.test(word);
}

function parseSteps(text: string | null): number {
  if (text === null) return DEFAULT_STEPS;
  const steps = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(1 <= steps && steps <= MAX_STEPS))
    throw new CommandFault(`--steps must be a whole number from 1 to ${formatCount(MAX_STEPS)}: ${text}`);
  return steps;
}

function parseBackend(text: string | null): Backend {
  return text === null ? backends[0] : parseChoice('backend', text, backends);
}

function parseDecimal(text: string | null): DecimalMark | null {
  if (text === null) return null;
  return parseChoice('decimal', text, decimalMarks) === 'point' ? '.' : ',';
}

function parseHeader(text: string | null): (typeof headers)[number] {
  return text === null ? headers[0] : parseChoice('header', text, headers);
}

function parseChoice<T extends string>(option: string, text: string, choices: readonly T[]): T {
  const chosen = choices.find((name) => name === text);
  if (!chosen) throw new CommandFault(`--${option} must be one of ${choices.join(', ')}: ${text}`);
  return chosen;
}

/** Suggests the option nearest to a misspelt name, or --help if none is near. */
function suggestOption(name: string): string {
  const nearest = nearestName(name, Object.keys(options));
  return nearest === null ? '--help lists the options' : `did you mean --${nearest}?`;
}

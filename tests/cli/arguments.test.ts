import { describe, expect, it } from 'vitest';
import { readArguments, usage } from '../../src/cli/arguments.ts';
import { CommandFault } from '../../src/cli/commandFault.ts';

const words = (line: string) => line.split(' ').filter((word) => word !== '');

const alone = {
  experiment: 'e.json',
  train: null,
  test: null,
  target: null,
  inputs: null,
  ignore: [],
  categorical: [],
  decimal: null,
  header: 'yes',
  steps: 3000,
  backend: 'auto',
  out: null,
};

describe('the command line', () => {
  it.each([
    ['--experiment e.json', {}],
    ['--experiment=e.json', {}],
    ['--experiment e.json --steps 1', { steps: 1 }],
    ['--steps=10000000 --experiment e.json', { steps: 10_000_000 }],
    ['--experiment e.json --backend auto', {}],
    ['--experiment e.json --backend wasm', { backend: 'wasm' }],
    ['--experiment e.json --backend cpu --out r.json', { backend: 'cpu', out: 'r.json' }],
    ['--experiment e.json --out=--odd', { out: '--odd' }],
    ['--experiment e.json --out -', { out: '-' }],
    ['--train a.csv --target y --experiment e.json', { train: 'a.csv', target: 'y' }],
    [
      '--train a.csv --test b.csv --target y --experiment e.json',
      { train: 'a.csv', test: 'b.csv', target: 'y' },
    ],
    [
      '--experiment e.json --train a.csv --target y --decimal comma --header no',
      { train: 'a.csv', target: 'y', decimal: ',', header: 'no' },
    ],
    [
      '--experiment e.json --train a.csv --target y --inputs a,b --ignore c --categorical b',
      { train: 'a.csv', target: 'y', inputs: ['a', 'b'], ignore: ['c'], categorical: ['b'] },
    ],
  ])('%s is read', (line, expected) => {
    expect(readArguments(words(line))).toEqual({ ...alone, ...expected });
  });

  it('accepts values with spaces and names that are properties of every object', () => {
    const argv = ['--experiment', 'my file.json', '--train', 'a.csv', '--target', 'constructor'];
    expect(readArguments(argv)).toMatchObject({ experiment: 'my file.json', target: 'constructor' });
  });

  it('reads names with spaces, and names with commas in quotes', () => {
    const argv = ['--experiment', 'e', '--train', 'a.csv', '--target', 'y', '--inputs', 'a b,"c, d", e'];
    expect(readArguments(argv)).toMatchObject({ inputs: ['a b', 'c, d', 'e'] });
  });

  it.each(['--help', '-h', '--experiment e.json --help', '--help --nonsense --steps x', '--steps x -h'])(
    '%s prints the usage, whatever else is wrong',
    (line) => {
      expect(readArguments(words(line))).toEqual({ help: true });
    },
  );

  it.each([
    ['', '--experiment FILE is missing; --help lists the options'],
    ['--steps 5', '--experiment FILE is missing; --help lists the options'],
    ['--experiment e.json --step 5', 'unknown option --step; did you mean --steps?'],
    ['--experment e.json', 'unknown option --experment; did you mean --experiment?'],
    ['--experiment e.json --stpes=5', 'unknown option --stpes; did you mean --steps?'],
    ['--experiment e.json --output r.json', 'unknown option --output; did you mean --out?'],
    ['--experiment e.json --trian a.csv', 'unknown option --trian; did you mean --train?'],
    ['--experiment e.json --learning-rate 1', 'unknown option --learning-rate; --help lists the options'],
    ['--experiment e.json --constructor 1', 'unknown option --constructor; --help lists the options'],
    ['--experiment e.json --__proto__ 1', 'unknown option --__proto__; --help lists the options'],
    ['--experiment e.json -s 5', 'unknown option -s; --help lists the options'],
    ['--experiment e.json --out a --out b', '--out is given twice'],
    ['--experiment e.json --experiment e.json', '--experiment is given twice'],
    ['--experiment', '--experiment needs a value'],
    ['--experiment=', '--experiment needs a value'],
    ['--experiment --steps 5', '--experiment needs a value'],
    ['--experiment e.json --steps', '--steps needs a value'],
    ['e.json', "unexpected 'e.json'; every value follows an option, as in --experiment FILE"],
    ['--experiment e.json -- 5', "unexpected '5'; every value follows an option, as in --experiment FILE"],
    ['--experiment e.json --test b.csv', '--test needs --train'],
    ['--experiment e.json --test b.csv --target y', '--test needs --train'],
    ['--experiment e.json --target y', '--target needs --train'],
    ['--experiment e.json --train a.csv', '--train needs --target, the name of the column to predict'],
    ['--experiment e.json --inputs a', '--inputs needs --train'],
    ['--experiment e.json --decimal point', '--decimal needs --train'],
    ['--experiment e.json --header no', '--header needs --train'],
    ['--experiment e.json --train a.csv --target y --decimal ,', '--decimal must be one of point, comma: ,'],
    ['--experiment e.json --ignore a', '--ignore needs --train'],
    ['--experiment e.json --categorical a', '--categorical needs --train'],
    [
      '--experiment e.json --train a.csv --target y --inputs a,,b',
      '--inputs must be names separated by commas, as in --inputs a,b: a,,b',
    ],
    ['--experiment e.json --train a.csv --target y --ignore a,a', "--ignore names 'a' twice"],
    ['--experiment e.json --input a', 'unknown option --input; did you mean --inputs?'],
    ['--experiment e.json --backend gpu', '--backend must be one of auto, wasm, cpu: gpu'],
    ['--experiment e.json --backend toString', '--backend must be one of auto, wasm, cpu: toString'],
  ])('%j is refused: %s', (line, message) => {
    expect(() => readArguments(words(line))).toThrow(new CommandFault(message));
  });

  it.each(['0', '-5', '1.5', '1e3', '3,000', '0x10', 'many', 'NaN', 'Infinity', '10000001', ' '])(
    '--steps %j is refused',
    (steps) => {
      const message = `--steps must be a whole number from 1 to 10,000,000: ${steps}`;
      expect(() => readArguments(['--experiment', 'e.json', '--steps', steps])).toThrow(
        new CommandFault(message),
      );
    },
  );

  it('is refused with a one-line message for any input', () => {
    const refused = (argv: readonly string[]) => {
      try {
        readArguments(argv);
      } catch (fault) {
        return fault;
      }
    };
    for (const argv of [['a\nb'], ['--a\r\nb'], ['--experiment', 'e', '--steps', '1\u2028\u001b[2J2']]) {
      const fault = refused(argv);
      expect(fault).toBeInstanceOf(CommandFault);
      expect((fault as Error).message).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    }
  });

  it('has every option explained in one line of the usage', () => {
    const explained = usage.split('\n').flatMap((line) => /^ {2}--(\w+) .*\w{3}/.exec(line)?.[1] ?? []);
    expect(explained.sort()).toEqual([...Object.keys(alone), 'help'].sort());
  });
});

import { describe, expect, it } from 'vitest';
import { CommandFault } from '../../src/cli/commandFault.ts';
import { type ColumnChoice, parseTableFile, testPoints, trainingPoints } from '../../src/cli/tableFile.ts';
import { unseenWarnings } from '../../src/cli/warnings.ts';

const people = 'age,sex,city,pay\n30,male,Bern,5\n40,female,Rome,6\n50,male,Oslo,7';
const choose = (choice: Partial<ColumnChoice>, text = people, target = 'pay') =>
  trainingPoints(parseTableFile(text, 'a.csv'), target, 'regression', {
    inputs: null,
    ignore: [],
    categorical: [],
    ...choice,
  });
const rows = (choice: Partial<ColumnChoice>, text = people) => choose(choice, text).points.map(({ x }) => x);

describe('the inputs of a training table', () => {
  it.each<[string, Partial<ColumnChoice>, readonly (readonly number[])[]]>([
    ['those that are named', { inputs: ['age'] }, [[30], [40], [50]]],
    ['all but the ignored ones', { ignore: ['sex', 'city'] }, [[30], [40], [50]]],
    [
      'one for each word of a named column of words, in alphabetical order',
      { inputs: ['sex', 'age'] },
      [
        [0, 1, 30],
        [1, 0, 40],
        [0, 1, 50],
      ],
    ],
    [
      'those of a column named as categorical, beside all others',
      { categorical: ['sex'], ignore: ['city'] },
      [
        [30, 0, 1],
        [40, 1, 0],
        [50, 0, 1],
      ],
    ],
    [
      'those of numbers that are codes, in the order of the numbers',
      { inputs: ['city'], categorical: ['age'] },
      [
        [1, 0, 0, 1, 0, 0],
        [0, 0, 1, 0, 1, 0],
        [0, 1, 0, 0, 0, 1],
      ],
    ],
  ])('are %s', (_name, choice, expected) => {
    expect(rows(choice)).toEqual(expected);
  });

  it('keep codes of different length in the order of their numbers', () => {
    const { columns } = choose({ categorical: ['code'] }, 'code,pay\n10,1\n9,2\n100,3\n9,4');
    expect(columns).toEqual([{ name: 'code', levels: ['9', '10', '100'] }]);
  });

  it.each<[string, Partial<ColumnChoice>, string]>([
    [
      people,
      {},
      "a.csv: column 'sex' holds words ('male' at row 2): use it with --categorical sex (one input for each word), leave it out with --ignore sex, or choose the inputs with --inputs age",
    ],
    [
      'home town,pay\nBern,1',
      {},
      'a.csv: column \'home town\' holds words (\'Bern\' at row 2): use it with --categorical "home town" (one input for each word), leave it out with --ignore "home town"',
    ],
    [
      people,
      { inputs: ['agee'] },
      "no column 'agee' in a.csv; did you mean 'age'? its columns are age, sex, city, pay",
    ],
    [
      people,
      { ignore: ['Sex'] },
      "no column 'Sex' in a.csv; did you mean 'sex'? its columns are age, sex, city, pay",
    ],
    [people, { categorical: ['color'] }, "no column 'color' in a.csv; its columns are age, sex, city, pay"],
    [people, { inputs: ['age', 'pay'] }, "--inputs names 'pay', which is the target"],
    [people, { ignore: ['pay'] }, "--ignore names 'pay', which is the target"],
    [people, { inputs: ['age'], ignore: ['age'] }, "--ignore names 'age', which is named as an input"],
    [
      'age,sex,pay\n30,male,5\n40,,6',
      { inputs: ['age', 'sex'] },
      "a.csv: missing value at row 3 column 'sex'",
    ],
    [
      'age,sex,pay\n30,male,5\nold,male,6',
      { inputs: ['age', 'sex'] },
      "a.csv: not a number at row 3 column 'age': 'old'",
    ],
    [
      `id,pay\n${Array.from({ length: 51 }, (_, i) => `w${i},${i}`).join('\n')}`,
      { inputs: ['id'] },
      "a.csv: column 'id' has 51 different words; at most 50 can be inputs: leave it out with --ignore id, or group its words",
    ],
    [
      [
        'a,b,c,d,e,pay',
        ...Array.from({ length: 41 }, (_, i) => `${Array(5).fill(`w${i}`).join(',')},${i}`),
      ].join('\n'),
      { inputs: ['a', 'b', 'c', 'd', 'e'] },
      'a.csv: 205 inputs; at most 200 are allowed with encoded words: leave columns out with --ignore',
    ],
  ])('of %j with %j are refused: %s', (text, choice, message) => {
    expect(() => choose(choice, text)).toThrow(new CommandFault(message));
  });

  it('are not looked at where the target has words: it is a class', () => {
    expect(() => choose({ inputs: ['age'] }, people, 'sex')).toThrow(
      new CommandFault(
        'a.csv: column \'sex\' holds words (\'male\' at row 2), so it is a class to predict: set "dataset": {"task": "classification"} in the experiment',
      ),
    );
  });
});

describe('a test table', () => {
  const training = choose({ categorical: ['sex'], ignore: ['city'] });
  const test = (text: string) => testPoints(parseTableFile(text, 'b.csv'), 'pay', training, ['city']);

  it('has the words of the training table, and may lack or have its ignored columns', () => {
    expect(test('pay,sex,age\n9,male,1').points).toEqual([{ x: [1, 0, 1], y: 9 }]);
    expect(test('age,sex,city,pay\n1,female,Kyiv,9').points).toEqual([{ x: [1, 1, 0], y: 9 }]);
  });

  it('gives zeros and one warning for a word that the training table does not have', () => {
    const { points, unseen } = test('age,sex,pay\n1,male,9\n2,other,9\n3,unknown,9');
    expect(points.map(({ x }) => x)).toEqual([
      [1, 0, 1],
      [2, 0, 0],
      [3, 0, 0],
    ]);
    expect(unseenWarnings(unseen, 'b.csv')).toEqual([
      "b.csv: 'other' at row 3 column 'sex' is not in the training table; the inputs of that column are all 0, as in 1 more of its cells",
    ]);
  });

  it.each([
    ['age,sex,pay\nx,male,9', "b.csv: not a number at row 2 column 'age': 'x'"],
    ['age,sex,pay\n1,,9', "b.csv: missing value at row 2 column 'sex'"],
    ['age,pay\n1,9', "no column 'sex' in b.csv; its columns are age, pay"],
  ])('%j is refused: %s', (text, message) => {
    expect(() => test(text)).toThrow(new CommandFault(message));
  });
});

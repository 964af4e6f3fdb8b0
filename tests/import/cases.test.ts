import { describe, expect, it } from 'vitest';
import { customTableLimits, suggestRoles, toCustomTable } from '../../src/import/customTable.ts';
import { decodeText } from '../../src/import/decodeText.ts';
import { readingExamples } from '../../src/import/readingExamples.ts';
import { readTable, type TableOptions } from '../../src/import/readTable.ts';
import { tableFaultTexts } from '../../src/import/tableFaultText.ts';

/** Tables as people and programs write them, and what the page makes of them without a further choice. */

interface Outcome {
  /** Names of inputs and target; empty for x and y. */
  readonly columns?: readonly string[];
  /** The first points: inputs and target. */
  readonly points?: readonly (readonly number[])[];
  readonly classNames?: readonly string[];
  /** The first fault. */
  readonly fault?: RegExp;
}

function outcomeOf(text: string, options: TableOptions = {}) {
  const parsed = readTable(text, customTableLimits, options);
  const reading = 'faults' in parsed ? parsed : toCustomTable(parsed.table, suggestRoles(parsed.table));
  if ('faults' in reading) return { fault: tableFaultTexts(reading.faults)[0]! };
  const { points, columns, classNames } = reading.data;
  return { columns, classNames, points: points.map(({ x, y }) => [...x, y]) };
}

function expectOutcome(text: string, expected: Outcome, options?: TableOptions): void {
  const found = outcomeOf(text, options);
  if (expected.fault) {
    expect(found.fault).toMatch(expected.fault);
    return;
  }
  expect(found.fault).toBeUndefined();
  if (expected.columns) expect(found.columns).toEqual(expected.columns);
  if (expected.classNames) expect(found.classNames).toEqual(expected.classNames);
  if (expected.points) expect(found.points?.slice(0, expected.points.length)).toEqual(expected.points);
}

const lines = (...rows: readonly string[]): string => rows.join('\n');
/** `count` rows from the index of the row. */
const rowsOf = (count: number, row: (i: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, i) => row(i));

describe('numbers as people write them', () => {
  it.each<[string, string, Outcome]>([
    [
      'decimal commas decide the points of the same column',
      lines('Zimmer;Fläche;Miete', '4;57;960', '4,5;61,5;1.020,50', '5;66;1.080'),
      {
        columns: ['Zimmer', 'Fläche', 'Miete'],
        points: [
          [4, 57, 960],
          [4.5, 61.5, 1020.5],
          [5, 66, 1080],
        ],
      },
    ],
    [
      'decimal commas of another column decide a column of thousands',
      lines('Zimmer;Miete', '4,5;1.020', '5;1.080', '5,5;960'),
      {
        points: [
          [4.5, 1020],
          [5, 1080],
          [5.5, 960],
        ],
      },
    ],
    [
      'decimal points of another column decide a column of thousands',
      lines('rooms\tprice', '4.5\t203,700', '5\t207,400'),
      {
        points: [
          [4.5, 203_700],
          [5, 207_400],
        ],
      },
    ],
    [
      'a column that nothing decides is asked for',
      lines('sqft,price', '800,"200,000"', '830,"203,700"'),
      { fault: /^Column 'price': '200,000' in row 2 can be 200000 or 200\. Choose/ },
    ],
    [
      'so is one of points between tabs',
      lines('Jahr\tMiete', '1\t1.020', '2\t1.080'),
      { fault: /'1\.020' in row 2 can be 1\.02 or 1020/ },
    ],
    [
      'two groups are thousands',
      lines('a;b', '1;1,234,567', '2;203,700'),
      {
        points: [
          [1, 1_234_567],
          [2, 203_700],
        ],
      },
    ],
    [
      'lakhs and crores',
      lines('a;b', '1;1,23,45,678', '2;9,500'),
      {
        points: [
          [1, 12_345_678],
          [2, 9500],
        ],
      },
    ],
    [
      'spaces group',
      lines('a;b', '1;200 000', '2;1 203 700,5'),
      {
        points: [
          [1, 200_000],
          [2, 1_203_700.5],
        ],
      },
    ],
    [
      'no-break and thin spaces group',
      lines('a;b', '1;200\u00A0000', '2;203\u202F700', '3;9\u2009000'),
      {
        points: [
          [1, 200_000],
          [2, 203_700],
          [3, 9000],
        ],
      },
    ],
    [
      'apostrophes group',
      lines('a;b', "1;200'000", '2;1’237.50'),
      {
        points: [
          [1, 200_000],
          [2, 1237.5],
        ],
      },
    ],
    [
      'currency signs before and after',
      lines('a\tb', '1\t$1,200.50', '2\t-$3', '3\t5'),
      {
        points: [
          [1, 1200.5],
          [2, -3],
          [3, 5],
        ],
      },
    ],
    [
      'euros with decimal commas',
      lines('a;b', '1;1.200,50 €', '2;3,00 €'),
      {
        points: [
          [1, 1200.5],
          [2, 3],
        ],
      },
    ],
    [
      'per cent',
      lines('a,b', '1,12.5%', '2,7 %'),
      {
        points: [
          [1, 12.5],
          [2, 7],
        ],
      },
    ],
    [
      'a number without the per cent sign of its column',
      lines('a,b', '1,12.5%', '2,7%', '3,0.07'),
      { fault: /^Row 4, column 'b': '0\.07' is not a number/ },
    ],
    [
      'decimal commas between tabs',
      lines('Länge\tHöhe', '0\t-0,122', '0,25\t0,285'),
      {
        points: [
          [0, -0.122],
          [0.25, 0.285],
        ],
      },
    ],
    [
      'decimal commas between spaces',
      lines('0,5 -0,122', '0,25 0,285'),
      {
        points: [
          [0.5, -0.122],
          [0.25, 0.285],
        ],
      },
    ],
    [
      'exponents of Fortran',
      lines('1.5D+03,2d0', '3E-1,4'),
      {
        points: [
          [1500, 2],
          [0.3, 4],
        ],
      },
    ],
    [
      'large numbers',
      lines('income,population', '1000,31889923', '2000,1318683096', '3000,6.02e23'),
      {
        points: [
          [1000, 31_889_923],
          [2000, 1_318_683_096],
          [3000, 6.02e23],
        ],
      },
    ],
    ['three decimals between commas', lines('1.234,2.345', '1.111,2.222'), { points: [[1.234, 2.345]] }],
    [
      'a leading zero is no group',
      lines('a\tb', '1\t0.500', '2\t1.020'),
      {
        points: [
          [1, 0.5],
          [2, 1.02],
        ],
      },
    ],
  ])('%s', (_name, text, expected) => expectOutcome(text, expected));

  it('an open column is read as the person decides, and the table says what it read', () => {
    const text = lines('sqft,price', '800,"200,000"', '830,"203,700"');
    expectOutcome(
      text,
      {
        points: [
          [800, 200_000],
          [830, 203_700],
        ],
      },
      { decimalMark: '.' },
    );
    expectOutcome(
      text,
      {
        points: [
          [800, 200],
          [830, 203.7],
        ],
      },
      { decimalMark: ',' },
    );
    const parsed = readTable('a;b\n1;1.020,5\n2;3', customTableLimits);
    expect('table' in parsed && readingExamples(parsed.table)).toEqual([
      { column: 'b', cell: '1.020,5', value: 1020.5 },
    ]);
  });

  it('words of most rows are no classes without a question', () => {
    const text = lines('a,b,note', ...rowsOf(24, (i) => `${i}.5,${i * i},about ${i} km`));
    expectOutcome(text, { columns: ['a', 'b'] });
    const parsed = readTable(text, customTableLimits);
    if ('faults' in parsed) throw new Error('no table');
    const roles = { inputs: [0, 1], target: 2, task: 'classification' } as const;
    const asked = toCustomTable(parsed.table, { ...roles, asksForClasses: true });
    expect('faults' in asked && tableFaultTexts(asked.faults)[0]).toMatch(/24 different ones in 24 rows/);
    expect(toCustomTable(parsed.table, roles)).toHaveProperty('data');
  });
});

describe('tables as programs write them', () => {
  it.each<[string, string, Outcome]>([
    [
      'the index of pandas',
      lines(',x,y', '0,0.0,-0.122', '1,0.25,0.285'),
      {
        columns: [],
        points: [
          [0, -0.122],
          [0.25, 0.285],
        ],
      },
    ],
    [
      'an index that was read and written again',
      lines('Unnamed: 0,x,y', '0,0.5,1', '1,0.7,2'),
      { points: [[0.5, 1]] },
    ],
    ['an index from which rows were taken', lines(',x,y', '3,0.5,1', '7,0.7,2'), { points: [[0.5, 1]] }],
    [
      'an index in words',
      lines(',mpg,hp', 'Mazda RX4,21,110', 'Datsun 710,22.8,93'),
      { columns: ['mpg', 'hp'], points: [[21, 110]] },
    ],
    [
      'a series of pandas',
      lines(',0', '0,1.2', '1,1.5', '2,1.7'),
      {
        points: [
          [0, 1.2],
          [1, 1.5],
        ],
      },
    ],
    [
      'row names of R, which have no name',
      lines('"mpg" "hp"', '"Mazda RX4" 21 110', '"Datsun 710" 22.8 93'),
      {
        columns: ['mpg', 'hp'],
        points: [
          [21, 110],
          [22.8, 93],
        ],
      },
    ],
    [
      'row numbers without names',
      lines(...rowsOf(6, (i) => `${i + 1},${i / 2},${i * i}`)),
      {
        points: [
          [0, 0],
          [0.5, 1],
        ],
      },
    ],
    [
      'a nameless column that is no index',
      lines(',x,y', '0.3,0.5,1', '0.1,0.7,2'),
      { points: [[0.3, 0.5, 1]] },
    ],
    [
      'a first row with a question mark is data',
      lines('0,?,60.5,13000', '1,101,61.5,13211', '2,102,63,13422'),
      { fault: /^Row 1, column 'column 2': the value is missing; '\?'/ },
    ],
    [
      'a first row with NA is data',
      lines('1.5,NA', '2,3'),
      { fault: /^Row 1, column 'y': the value is missing; 'NA'/ },
    ],
    [
      'quotes after spaces',
      lines('"a", "b, c"', '1, "2"', '3, "4"'),
      {
        columns: ['a', 'b, c'],
        points: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'empty last columns',
      lines('Date;T;RH;;', '10/03/2004;13,6;48,9;;', '11/03/2004;13,3;47,7;;'),
      { columns: ['T', 'RH'], points: [[13.6, 48.9]] },
    ],
    [
      'separators at the ends of rows only',
      lines('a,b', '1,2,', '3,4,'),
      {
        points: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'a line that tells the separator',
      lines('sep=;', 'a;b', '1,5;2', '3;4'),
      {
        points: [
          [1.5, 2],
          [3, 4],
        ],
      },
    ],
    [
      'runs of spaces',
      lines('  0.00   0.00  -0.122', '  0.25   2.50   0.285'),
      {
        points: [
          [0, 0, -0.122],
          [0.25, 2.5, 0.285],
        ],
      },
    ],
    [
      'spaces, and a tab before a quoted name',
      lines(...rowsOf(6, (i) => `18.0   ${i}   30${i}.0\t"chevrolet chevelle ${i}"`)),
      { points: [[18, 0, 300]] },
    ],
    [
      'names behind #, as np.savetxt writes',
      lines('# time height', '0.5 1.5', '0.7 2.5'),
      { columns: ['time', 'height'], points: [[0.5, 1.5]] },
    ],
    [
      'comments',
      lines('# measured in May', '# by hand', 'a,b', '1,2', '# pause', '3,4'),
      {
        columns: ['a', 'b'],
        points: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    ['a column called #', lines('#,a,b', '1,0.5,2', '2,0.7,4'), { columns: ['a', 'b'], points: [[0.5, 2]] }],
    [
      'bars',
      lines('a|b', '1|2', '3|4'),
      {
        points: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'dates are called dates',
      lines('day,y', '2004-03-10,1', '2004-03-11,2'),
      { fault: /holds dates or times \('2004-03-10' in row 2\)/ },
    ],
    ['ARFF', lines('% iris', '@relation iris', '@attribute a numeric', '@data', '1,2'), { fault: /ARFF/ }],
    ['LIBSVM', lines('1 1:0.5 3:0.2', '0 2:0.1'), { fault: /LIBSVM/ }],
    ['JSON', '[{"x": 1, "y": 2}]', { fault: /JSON/ }],
  ])('%s', (_name, text, expected) => {
    if (expected.fault?.source.includes('holds dates')) {
      const parsed = readTable(text, customTableLimits);
      if ('faults' in parsed) throw new Error('no table');
      const reading = toCustomTable(parsed.table, { inputs: [0], target: 1, task: 'regression' });
      expect('faults' in reading && tableFaultTexts(reading.faults)[0]).toMatch(expected.fault);
    } else expectOutcome(text, expected);
  });

  it('row numbers stay a column that can be chosen', () => {
    const parsed = readTable(lines(',x,y', '0,0.5,1', '1,0.7,2'), customTableLimits);
    if ('faults' in parsed) throw new Error('no table');
    expect(parsed.table.columns.map(({ isRowNames }) => isRowNames)).toEqual([true, false, false]);
    const chosen = toCustomTable(parsed.table, { inputs: [0, 1], target: 2, task: 'regression' });
    expect(chosen).toMatchObject({
      data: { columns: ['column 1', 'x', 'y'], points: [{ x: [0, 0.5] }, {}] },
    });
  });

  it('the first row is names or data as the person says', () => {
    expectOutcome(
      '2019,2020\n1,2\n3,4',
      {
        columns: ['2019', '2020'],
        points: [
          [1, 2],
          [3, 4],
        ],
      },
      { firstRow: 'names' },
    );
    expectOutcome('a,b\n1,2', { fault: /^Row 1, column 'x': 'a' is not a number/ }, { firstRow: 'data' });
  });

  it('more rows than allowed are refused, or sampled by the seed with their numbers in the file', () => {
    const text = lines('x,y', ...rowsOf(6000, (i) => `${i}.5,${i}`));
    expectOutcome(text, { fault: /^The table has 6,000 rows; at most 5,000/ });
    const sample = (seed: number) => {
      const parsed = readTable(text, customTableLimits, { sampleSeed: seed });
      if ('faults' in parsed) throw new Error('no table');
      const { rowNumbers, rowsInFile, columns } = parsed.table;
      expect([rowNumbers.length, rowsInFile]).toEqual([5000, 6000]);
      expect(columns[1]!.cells.every((cell, row) => Number(cell) === rowNumbers[row]! - 2)).toBe(true);
      expect(rowNumbers.every((number, row) => row === 0 || number > rowNumbers[row - 1]!)).toBe(true);
      return rowNumbers;
    };
    expect(sample(1)).toEqual(sample(1));
    expect(sample(1)).not.toEqual(sample(2));
  });
});

describe('classes', () => {
  const table = (labels: readonly string[]) =>
    lines('a,b,outcome', ...labels.map((label, i) => `${i * 0.7},${i % 3},${label}`));

  it.each<[string, readonly string[], readonly string[], readonly number[]]>([
    ['0 and 1', ['0', '1', '0', '1', '1'], ['0', '1'], [0, 1, 0]],
    ['1 and 2', ['1', '2', '1', '2', '1'], ['1', '2'], [0, 1, 0]],
    ['words', ['no', 'yes', 'no', 'yes', 'no'], ['no', 'yes'], [0, 1, 0]],
    ['0 and 1 with decimals', ['0.0', '1.0', '0.0', '1', '0'], ['0', '1'], [0, 1, 0]],
  ])('%s keep their names', (_name, labels, classNames, numbers) => {
    const found = outcomeOf(table(labels));
    expect(found.classNames).toEqual(classNames);
    expect(found.points?.slice(0, 3).map((point) => point.at(-1))).toEqual(numbers);
  });
});

describe('encodings', () => {
  const text = 'Länge;Höhe\n0,5;1,5\n0,7;2,5';
  const utf16 = (littleEndian: boolean, mark: boolean) => {
    const bytes = new Uint8Array(2 * (text.length + (mark ? 1 : 0)));
    const view = new DataView(bytes.buffer);
    [...(mark ? '\uFEFF' : ''), ...text].forEach((character, at) =>
      view.setUint16(2 * at, character.charCodeAt(0), littleEndian),
    );
    return bytes;
  };

  it.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(text, 'utf8'), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`, 'utf8'), 'utf-8'],
    ['UTF-16LE with a mark, Unicode text of Excel', utf16(true, true), 'utf-16le'],
    ['UTF-16BE with a mark', utf16(false, true), 'utf-16be'],
    ['UTF-16LE without a mark', utf16(true, false), 'utf-16le'],
    ['UTF-16BE without a mark', utf16(false, false), 'utf-16be'],
    ['Windows-1252', Buffer.from(text, 'latin1'), 'windows-1252'],
  ])('%s is read', (_name, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  it.each([
    ['Excel', [0x50, 0x4b, 0x03, 0x04]],
    ['gzip', [0x1f, 0x8b, 0x08]],
    ['Parquet', [0x50, 0x41, 0x52, 0x31]],
    ['binary', [0x01, 0x00, 0xff, 0x00, 0x02]],
  ])('%s is refused by its format', (format, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual({ format });
  });
});

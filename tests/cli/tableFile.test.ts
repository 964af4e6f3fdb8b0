import { csvFormatRows, dsvFormat } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { CommandFault, formatList } from '../../src/cli/commandFault.ts';
import { parseTableFile } from '../../src/cli/tableFile.ts';

const cellsOf = (text: string) => {
  const { columns, rowNumbers } = parseTableFile(text, 'a.csv').table;
  return [
    columns.map(({ header }) => header),
    ...rowNumbers.map((_, row) => columns.map(({ cells }) => cells[row])),
  ];
};

/**
 * Column names that allow the separator to be detected: they contain no other separator, and the table's own is
 * quoted.
 */
const namesWithout = (others: RegExp, least: number) =>
  fc.uniqueArray(
    fc
      .string({ unit: 'grapheme' })
      .filter((name) => name.trim() !== '' && !others.test(name) && !/^[\uFEFF\d.+\-−]/.test(name.trim()))
      .map((name) => name.trim()),
    { minLength: least, maxLength: 6 },
  );
const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.stringMatching(/^[ ,;\t"'\r\na0]*$/),
  fc.double().map(String),
);
const tableWithout = (others: RegExp, least: number) =>
  namesWithout(others, least).chain((names) =>
    fc
      .array(fc.array(cell, { minLength: names.length, maxLength: names.length }), { minLength: 1 })
      .map((rows) => [names, ...rows]),
  );
const isFilled = (cells: readonly string[]) => cells.some((text) => text.trim() !== '');

describe('a table', () => {
  it.each([
    ['with commas', 'a,b\n1,2\n3,4\n'],
    ['with semicolons', 'a;b\n1;2\n3;4'],
    ['with tabs, a byte order mark and CRLF', '\uFEFFa\tb\r\n1\t2\r\n3\t4\r\n'],
    ['with a byte order mark before a quote', '\uFEFF"a",b\n1,2\n3,4'],
    ['with old Mac line ends', 'a,b\r1,2\r3,4\r'],
    ['with quoted cells', '"a","b"\n"1","2"\n3,4'],
    ['with quotes round some cells only', '"a",b\n1,"2"\n"3",4'],
    ['with spaces round its names', ' a , b\n1,2\n3,4'],
    ['with blank rows', '\n\na,b\n\n1,2\n,\n3,4\n,\n\n'],
  ])('is read %s', (_name, text) => {
    expect(cellsOf(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it.each([
    ['one column', 'a\n1', [['a'], ['1']]],
    [
      'five',
      'a,b,c,d,e\n1,2,3,4,5',
      [
        ['a', 'b', 'c', 'd', 'e'],
        ['1', '2', '3', '4', '5'],
      ],
    ],
    [
      'empty cells',
      'a,b,c\n,,3',
      [
        ['a', 'b', 'c'],
        ['', '', '3'],
      ],
    ],
    [
      'a separator, a quote and a line end in a quoted cell',
      'a,b\n"1,""2""\n3",4',
      [
        ['a', 'b'],
        ['1,"2"\n3', '4'],
      ],
    ],
    [
      'another separator in a quoted name',
      '"a; b",c\n1,2',
      [
        ['a; b', 'c'],
        ['1', '2'],
      ],
    ],
    [
      'another separator in a name',
      'a; b,c\n1,2',
      [
        ['a; b', 'c'],
        ['1', '2'],
      ],
    ],
    [
      'commas in names between semicolons',
      'a, b;c, d\n1,5;2',
      [
        ['a, b', 'c, d'],
        ['1,5', '2'],
      ],
    ],
    [
      'a line end in its last cell and blank rows after it',
      'a,b\n1,"2\n3"\n,\n \n',
      [
        ['a', 'b'],
        ['1', '2\n3'],
      ],
    ],
    ['one quoted column and semicolons in its rows', '"a"\nx;y', [['a'], ['x;y']]],
  ])('may have %s', (_name, text, expected) => {
    expect(cellsOf(text)).toEqual(expected);
  });

  it('numbers its rows as the file does: the header is row 1, and blank rows count', () => {
    expect(parseTableFile('a,b\n1,2\n\n,\n3,4', 'a.csv').table.rowNumbers).toEqual([2, 5]);
  });

  it.each([
    ['a;b\n1;2', ','],
    ['a,b\n1,2', '.'],
    ['a\tb\n1\t2', '.'],
  ])('%j has the decimal mark %s', (text, decimalMark) => {
    const { columns } = parseTableFile(text, 'a.csv').table;
    expect(columns.map(({ numberFormat }) => numberFormat.decimalMark)).toEqual([decimalMark, decimalMark]);
  });

  it.each([
    ['', 'a.csv: the file is empty; its first row must name the columns'],
    ['\uFEFF\r\n , \n', 'a.csv: the file is empty; its first row must name the columns'],
    ['a,b\n', 'a.csv: no rows under the names of the columns'],
    ['a,b\n,\n\n', 'a.csv: no rows under the names of the columns'],
    ['1,2\n3,4', 'a.csv: row 1 is all numbers; the first row must name the columns, or say --header no'],
    ['1,5;-2e3\n3;4', 'a.csv: row 1 is all numbers; the first row must name the columns, or say --header no'],
    ['\n7\n8', 'a.csv: row 2 is all numbers; the first row must name the columns, or say --header no'],
    ['a,,c\n1,2,3', 'a.csv: column 2 has no name in row 1; the first row must name the columns'],
    [',a\n1,2', 'a.csv: column 1 has no name in row 1; the first row must name the columns'],
    ['a,b, a\n1,2,3', "a.csv: row 1 names two columns 'a'"],
    ['a,b\n1,2\n3', "a.csv: row 3 has 1 cell, but the header names 2 columns; nothing for column 'b'"],
    ['a,b\n\n1,2,3', 'a.csv: row 3 has 3 cells, but the header names 2 columns'],
    ['a\n1,2', 'a.csv: row 2 has 2 cells, but the header names 1 column'],
    ['a,b\n1,2\n3,"4\n5,6\n', 'a.csv: a quote opens in row 3 and never closes'],
  ])('%j is refused: %s', (text, message) => {
    expect(() => parseTableFile(text, 'a.csv')).toThrow(new CommandFault(message));
  });

  it('is refused above a million rows, and accepted below', () => {
    expect(parseTableFile(`a\n${'1\n'.repeat(50_000)}`, 'a.csv').table.rowNumbers).toHaveLength(50_000);
    expect(() => parseTableFile(`a\n${'1\n'.repeat(1_000_001)}`, 'a.csv')).toThrow(
      new CommandFault('a.csv: 1,000,001 rows; at most 1,000,000 are allowed'),
    );
  });

  it.each([
    [',', 1, /[;\t]/],
    [';', 2, /[,\t]/],
    ['\t', 2, /[,;]/],
  ])(
    'that d3-dsv writes with %j, of %d columns or more, is read back exactly except for spaces around cells',
    (separator, least, others) => {
      const format = separator === ',' ? csvFormatRows : dsvFormat(separator).formatRows;
      fc.assert(
        fc.property(tableWithout(others, least), ([names, ...rows]) => {
          fc.pre(rows.some(isFilled));
          const filled = rows.filter(isFilled).map((cells) => cells.map((cell) => cell.trim()));
          expect(cellsOf(format([names!, ...rows]))).toEqual([names, ...filled]);
        }),
        { seed: 1, numRuns: 300 },
      );
    },
  );

  it('from any text is a table or a one-line fault that names the file, never another exception', () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[ab0,;\n\r\t"]*$/));
    fc.assert(
      fc.property(anyText, (text) => {
        try {
          const { columns, rowNumbers } = parseTableFile(text, 'a.csv').table;
          expect(columns.every(({ cells }) => cells.length === rowNumbers.length)).toBe(true);
        } catch (fault) {
          expect(fault).toBeInstanceOf(CommandFault);
          expect((fault as Error).message).toMatch(/^a\.csv: \P{Cc}+$/u);
        }
      }),
      { seed: 1, numRuns: 1000 },
    );
  });
});

test('a list of names is cut after twelve', () => {
  const names = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`);
  expect(formatList(['a', 'b'])).toBe('a, b');
  expect(formatList(names(12))).toBe(names(12).join(', '));
  expect(formatList(names(17))).toBe(`${names(12).join(', ')} and 5 more`);
});

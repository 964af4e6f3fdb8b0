import { describe, expect, it } from 'vitest';
import { customTableLimits, toCustomTable } from '../../src/import/customTable.ts';
import { decodeText } from '../../src/import/decodeText.ts';
import { readTable } from '../../src/import/readTable.ts';
import { tableFaultTexts } from '../../src/import/tableFaultText.ts';
import { expectOutcome, lines, type Outcome, outcomeOf, rowsOf } from './caseOutcome.ts';

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

import { describe, expect, it } from 'vitest';
import { customTableLimits, toCustomTable } from '../../src/import/customTable.ts';
import { readingExamples } from '../../src/import/readingExamples.ts';
import { readTable } from '../../src/import/readTable.ts';
import { tableFaultTexts } from '../../src/import/tableFaultText.ts';
import { expectOutcome, lines, type Outcome, rowsOf } from './caseOutcome.ts';

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

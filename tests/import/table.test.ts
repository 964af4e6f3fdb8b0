import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointsCsv } from '../../src/export/csv.ts';
import { customTableLimits, suggestRoles, toCustomTable } from '../../src/import/customTable.ts';
import { readTable } from '../../src/import/readTable.ts';
import { tableFaultTexts } from '../../src/import/tableFaultText.ts';
import type { TableRoles } from '../../src/import/tablePoints.ts';

const readingOf = (text: string, roles?: TableRoles, leaveOut = false) => {
  const parsed = readTable(text, customTableLimits);
  const reading =
    'faults' in parsed ? parsed : toCustomTable(parsed.table, roles ?? suggestRoles(parsed.table), leaveOut);
  return 'data' in reading ? reading : { faults: tableFaultTexts(reading.faults), rows: reading.faults.rows };
};
const pointsOf = (text: string, roles?: TableRoles, leaveOut = false): readonly unknown[] => {
  const reading = readingOf(text, roles, leaveOut);
  return 'data' in reading ? reading.data.points.map(({ x, y }) => [...x, y]) : reading.faults;
};

describe('a table of points', () => {
  it.each([
    ['with a header', 'time,accel\n1,2\n3,4\n'],
    ['without one', '1,2\n3,4'],
    ['with semicolons and decimal commas', 'x;y\n1,0;2,0\n3;4'],
    ['with tabs, a byte order mark, CRLF and blank lines', '\uFEFFx\ty\r\n\r\n1\t2\r\n3\t4\r\n'],
    ['with quoted cells and spaces', '"x","y"\n" 1 ","2"\n3,4'],
    ['in scientific notation', '1e0,.2e1\n+3,4.'],
    ['with old Mac line ends', 'x,y\r1,2\r3,4\r'],
    ['with a semicolon in a quoted name', '"time; s",y\n1,2\n3,4'],
    ['with decimal commas and no header', '1;2,0\n3;4'],
    ['with rows that a spreadsheet left empty', 'x,y\n1,2\n,\n3,4\n,\n'],
  ])('is read %s', (_name, text) => {
    expect(pointsOf(text)).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('keeps its column names, except x and y', () => {
    expect(readingOf('time (ms),accel (g)\n1,2')).toMatchObject({
      data: { columns: ['time (ms)', 'accel (g)'] },
    });
    expect(readingOf('x,y\n1,2')).toMatchObject({ data: { columns: [] } });
    expect(readingOf('1,2,3\n3,4,5')).toMatchObject({ data: { columns: [] } });
    expect(readingOf('a,a,,a\n1,2,3,4')).toMatchObject({
      data: { columns: ['a', 'a (2)', 'column 3', 'a (3)'] },
    });
  });

  it.each([
    ['', 'The table is empty; it needs two columns or more: inputs, and what to predict.'],
    ['x,y\n', 'The table has a header but no rows.'],
    ['x,accel\n1,2\n3,abc', "Row 3, column 'accel': 'abc' is not a number."],
    ['x,y\n1,', "Row 2, column 'y': the value is missing."],
    ['1,NaN\n1,2', "Row 1, column 'y': 'NaN' is not a finite number."],
    ['1,2\n1,-Infinity', "Row 2, column 'y': '-Infinity' is not a finite number."],
    ['1e999,2', "Row 1, column 'x': 1e999 is beyond ±10¹⁰⁰."],
    [',2', "Row 1, column 'x': the value is missing."],
    ['\n\r\nx,y\n\n1,2\n2,2\nb,3', "Row 7, column 'x': 'b' is not a number."],
    ['x;y\n1.23,5;2\n3;4', "Row 2, column 'x': '1.23,5' is not a number."],
    [
      'My measurements\n1;2\n3;4',
      'The table has 1 column; it needs two or more: inputs, and what to predict.',
    ],
    ['1,2\n1,1e101', "Row 2, column 'y': 1e101 is beyond ±10¹⁰⁰."],
    ['1,2\n1,2,3', 'Row 2 has 3 columns; the first has 2.'],
    ['1\n2', 'The table has 1 column; it needs two or more: inputs, and what to predict.'],
    ['x,y\n1,"2\n3,4', 'A quote opens in row 2 and never closes.'],
    ['a,b,c\n1,one,2\n2,two,\n,three,4', "Row 3, column 'c': the value is missing."],
    ['a,b,class\n1,2,same\n3,4,same', "Column 'class' has one class only, 'same'; at least 2 are needed."],
  ])('%j is refused: %s', (text, message) => {
    expect(pointsOf(text)[0]).toBe(message);
  });

  it('reports all faults together, and counts those beyond ten', () => {
    expect(pointsOf(`${'1,2\n'.repeat(9)}${'a,b\n'.repeat(8)}`)).toHaveLength(11);
    expect(pointsOf(`${'1,2\n'.repeat(9)}${'a,b\n'.repeat(8)}`).at(-1)).toBe('And 6 more.');
  });

  it('of more than 5,000 rows is refused', () => {
    expect(pointsOf('1,2\n'.repeat(5001))[0]).toBe('The table has 5,001 rows; at most 5,000 are allowed.');
  });

  it('is read back exactly after writing', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }).chain((inputs) =>
          fc.array(fc.record({ x: fc.array(value, { minLength: inputs, maxLength: inputs }), y: value }), {
            minLength: 1,
          }),
        ),
        (points) => {
          const inputs = [...points[0]!.x.keys()];
          const roles = { inputs, target: inputs.length, task: 'regression' } as const;
          expect(pointsOf(pointsCsv(points), roles)).toEqual(points.map(({ x, y }) => [...x, y]));
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });

  it('from any text is points or faults, never an exception', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9,;\n\t"a.e-]*$/)), (text) => {
        const result = readingOf(text);
        if ('data' in result)
          for (const { x, y } of result.data.points) expect([...x, y].every(Number.isFinite)).toBe(true);
        else expect(result.faults.length).toBeGreaterThan(0);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('a table of many columns', () => {
  const iris = '5.1,3.5,setosa\n7,3.2,versicolor\n6.3,,virginica\n6.5,2.8,versicolor';
  const homes = 'id,rooms,street,age,price\n1,6,Elm,65,24\n2,7,Oak,,34\n3,5,Elm,45,x\n4,6,Fir,30,21';

  it('is read without a header: its first row is data', () => {
    const parsed = readTable(iris, customTableLimits);
    expect(parsed).toMatchObject({ table: { headerRow: null, rowNumbers: [1, 2, 3, 4] } });
    expect(readingOf(iris)).toEqual({ faults: ["Row 3, column 'column 2': the value is missing."], rows: 1 });
  });

  it('has classes if the target is text, in alphabetical order', () => {
    expect(readingOf(iris, undefined, true)).toMatchObject({
      data: {
        task: 'classification',
        classNames: ['setosa', 'versicolor'],
        points: [
          { x: [5.1, 3.5], y: 0 },
          { x: [7, 3.2], y: 1 },
          { x: [6.5, 2.8], y: 1 },
        ],
      },
    });
  });

  it('suggests its last column as target and the numeric columns except row numbers as inputs', () => {
    const parsed = readTable(homes, customTableLimits);
    if ('faults' in parsed) throw new Error(tableFaultTexts(parsed.faults).join(' '));
    expect(suggestRoles(parsed.table)).toMatchObject({ inputs: [1, 3], target: 4, task: 'regression' });
    expect(parsed.table.columns[2]).toMatchObject({ name: 'street', isNumeric: false });
    expect(parsed.table.columns[3]).toMatchObject({ isNumeric: true, cells: ['65', '', '45', '30'] });
  });

  it('reports every invalid cell by its row and column, and can omit such rows', () => {
    expect(readingOf(homes)).toEqual({
      faults: ["Row 3, column 'age': the value is missing.", "Row 4, column 'price': 'x' is not a number."],
      rows: 2,
    });
    expect(pointsOf(homes, undefined, true)).toEqual([
      [6, 65, 24],
      [6, 30, 21],
    ]);
    const roles = { inputs: [1], target: 2, task: 'classification' } as const;
    expect(readingOf(homes, roles)).toMatchObject({
      data: { columns: ['rooms', 'street'], classNames: ['Elm', 'Fir', 'Oak'] },
    });
    expect(pointsOf(homes, { inputs: [], target: 4, task: 'regression' })).toEqual([
      'Choose at least one input.',
    ]);
    const wide = `${Array.from({ length: 202 }, (_, i) => `c${i}`).join()}\n${'1,'.repeat(201)}1`;
    expect(pointsOf(wide)).toEqual(['201 inputs are chosen; at most 200 are allowed.']);
  });

  it('of classes is read back with their names after writing', () => {
    const points = [
      { x: [1, 2], y: 1 },
      { x: [3, 4], y: 0 },
    ];
    const text = pointsCsv(points, ['width', 'the "long" one', 'kind'], ['no', 'yes, it is']);
    expect(readingOf(text)).toEqual({
      data: {
        points,
        task: 'classification',
        columns: ['width', 'the "long" one', 'kind'],
        classNames: ['no', 'yes, it is'],
        images: false,
      },
    });
  });

  it('numbers classes from 0 if several inputs predict a few whole numbers apart', () => {
    const task = (text: string) => {
      const reading = readingOf(text);
      return 'data' in reading && reading.data.task;
    };
    expect(task('a,b,c\n1,2,0\n3,4,1\n5,6,2')).toBe('classification');
    expect(task('a,b,c\n1,2,1\n3,4,2\n5,6,3')).toBe('regression');
    expect(task('a,b\n1,0\n3,1')).toBe('regression');
  });
});

describe('a column of words among the inputs', () => {
  const people = 'age,sex,pay\n30,male,5\n40,female,6\n50,male,7';
  const roles = { inputs: [0, 1], target: 2, task: 'regression' } as const;

  it('becomes one input for each word, named by column and word', () => {
    expect(readingOf(people, roles)).toMatchObject({
      data: {
        columns: ['age', 'sex = female', 'sex = male', 'pay'],
        points: [
          { x: [30, 0, 1], y: 5 },
          { x: [40, 1, 0], y: 6 },
          { x: [50, 0, 1], y: 7 },
        ],
      },
    });
    const suggested = readTable(people, customTableLimits);
    expect('table' in suggested && suggestRoles(suggested.table).inputs).toEqual([0]);
  });

  it('has the words of complete rows only, and its missing cells are reported', () => {
    const text = 'age,sex,pay\n30,male,5\n,other,6\n50,,7\n60,female,8';
    expect(readingOf(text, roles)).toEqual({
      faults: ["Row 3, column 'age': the value is missing.", "Row 4, column 'sex': the value is missing."],
      rows: 2,
    });
    expect(readingOf(text, roles, true)).toMatchObject({
      data: { columns: ['age', 'sex = female', 'sex = male', 'pay'] },
    });
  });

  it('has short, unique names for words that begin alike', () => {
    const long = 'z'.repeat(80);
    const reading = readingOf(`a,y\n${long}1,1\n${long}2,2`, { inputs: [0], target: 1, task: 'regression' });
    const columns = 'data' in reading ? reading.data.columns : [];
    expect(new Set(columns).size).toBe(3);
    expect(columns.every((name) => name.length <= 60)).toBe(true);
  });

  it('of more than 50 words, or of more than 200 inputs in all, is refused', () => {
    const words = (columns: number, levels: number) => {
      const row = (i: number) => `${Array.from({ length: columns }, () => `w${i}`).join(',')},${i}`;
      const inputs = Array.from({ length: columns }, (_, column) => column);
      const text = Array.from({ length: levels }, (_, i) => row(i)).join('\n');
      return readingOf(`${inputs.map((i) => `c${i}`).join(',')},y\n${text}`, {
        inputs,
        target: columns,
        task: 'regression',
      });
    };
    expect(words(1, 51)).toMatchObject({
      faults: [
        "Column 'c0' has 51 different words; at most 50 can be inputs. Leave the column out, or group its words.",
      ],
    });
    expect(words(5, 41)).toMatchObject({ faults: ['205 inputs are chosen; at most 200 are allowed.'] });
    expect(words(4, 50)).toHaveProperty('data');
  });
});

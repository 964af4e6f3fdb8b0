import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPoints, parsePoints } from '../../src/datasets/csv.ts';

const pointsOf = (text: string) => {
  const result = parsePoints(text);
  return 'points' in result ? result.points.map(({ x, y }) => [x[0], y]) : result.faults;
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

  it('keeps the names of its columns', () => {
    expect(parsePoints('time (ms),accel (g)\n1,2')).toMatchObject({
      xLabel: 'time (ms)',
      yLabel: 'accel (g)',
    });
  });

  it.each([
    ['', 'The table is empty; it needs two columns, x and y.'],
    ['x,y\n', 'The table has a header but no rows.'],
    ['x,accel\n1,2\n3,abc', "Row 3, column 'accel': 'abc' is not a number."],
    ['x,y\n1,', "Row 2, column 'y': the value is missing."],
    ['1,NaN\n1,2', "Row 1, column 'y': 'NaN' is not a finite number."],
    ['1,2\n1,-Infinity', "Row 2, column 'y': '-Infinity' is not a finite number."],
    ['1e999,2', "Row 1, column 'x': 1e999 is beyond ±1,000,000,000."],
    [',2', "Row 1, column 'x': the value is missing."],
    ['\n\r\nx,y\n\n1,2\nb,3', "Row 6, column 'x': 'b' is not a number."],
    ['x;y\n1.234,5;2', "Row 2, column 'x': '1.234,5' is not a number."],
    ['My measurements\n1;2\n3;4', 'Row 1 has 1 column; the table needs two, x and y.'],
    ['1,2\n1,1e10', "Row 2, column 'y': 1e10 is beyond ±1,000,000,000."],
    ['1,2\n1,2,3', 'Row 2 has 3 columns; the table needs two, x and y.'],
    ['1\n2', 'Row 1 has 1 column; the table needs two, x and y.'],
  ])('%j is refused: %s', (text, message) => {
    expect(pointsOf(text)[0]).toBe(message);
  });

  it('names every fault at once, and counts those beyond ten', () => {
    expect(pointsOf(`1,2\n${'a,b\n'.repeat(8)}`)).toHaveLength(11);
    expect(pointsOf(`1,2\n${'a,b\n'.repeat(8)}`).at(-1)).toBe('And 6 more.');
  });

  it('of more than 5,000 rows is refused', () => {
    expect(pointsOf('1,2\n'.repeat(5001))[0]).toBe('The table has 5,001 rows; at most 5,000 are allowed.');
  });

  it('that was written is read back exactly', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.record({ x: fc.tuple(value), y: value }), { minLength: 1 }), (points) => {
        expect(pointsOf(formatPoints(points))).toEqual(points.map(({ x, y }) => [x[0], y]));
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('from any text is points or faults, never an exception', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9,;\n\t"a.e-]*$/)), (text) => {
        const result = parsePoints(text);
        if ('points' in result)
          for (const { x, y } of result.points) expect(Number.isFinite(x[0]! + y)).toBe(true);
        else expect(result.faults.length).toBeGreaterThan(0);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

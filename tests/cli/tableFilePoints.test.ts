import { csvFormatRows } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CommandFault } from '../../src/cli/commandFault.ts';
import { parseTableFile, testPoints, trainingPoints } from '../../src/cli/tableFile.ts';

const regression = (text: string, target = 'y') =>
  trainingPoints(parseTableFile(text, 'a.csv'), target, 'regression');
const classification = (text: string, classes: readonly string[] | null = null) => {
  const table = parseTableFile(text, 'a.csv');
  return classes
    ? testPoints(table, 'y', { columns: [{ name: 'a', levels: null }], classes })
    : trainingPoints(table, 'y', 'classification');
};
const numbersOf = (text: string, classes: readonly string[] | null = null) =>
  classification(text, classes).points.map(({ y }) => y);

describe('points with a number to predict', () => {
  it('have all other columns as inputs, in the order of the table', () => {
    expect(regression('b,y,a\n1,2,3\n4, 5 ,6e1')).toEqual({
      points: [
        { x: [1, 3], y: 2 },
        { x: [4, 60], y: 5 },
      ],
      columns: [
        { name: 'b', levels: null },
        { name: 'a', levels: null },
      ],
      unseen: [],
      classes: null,
    });
  });

  it('may have decimal commas between semicolons', () => {
    expect(regression('a;y\n1,5;−2').points).toEqual([{ x: [1.5], y: -2 }]);
  });

  it('have exactly the numbers of the table', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((number) => number + 0);
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, value), { minLength: 1 }), (rows) => {
        const text = csvFormatRows([['a', 'b', 'y'], ...rows.map((row) => row.map(String))]);
        expect(regression(text).points).toEqual(rows.map(([a, b, y]) => ({ x: [a, b], y })));
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it.each([
    ['age,y\n1,2\nn/a,3', "a.csv: not a number at row 3 column 'age': 'n/a'"],
    ['age,y\n1,2\n\n3,x', "a.csv: not a number at row 4 column 'y': 'x'"],
    ['age,y\n1,2\n ,3', "a.csv: missing value at row 3 column 'age'"],
    ['age,y\n1,', "a.csv: missing value at row 2 column 'y'"],
    ['age,y\n1,NaN', "a.csv: 'NaN' is not a finite number at row 2 column 'y'"],
    ['age,y\n-1e101,1', "a.csv: -1e101 is beyond ±1e100 at row 2 column 'age'"],
    ['age,y\n1,1\n"1\n2",1', "a.csv: not a number at row 3 column 'age': '1 2'"],
    ['age,x\n1,1', "no column 'y' in a.csv; its columns are age, x"],
    ['age,Y\n1,1', "no column 'y' in a.csv; did you mean 'Y'? its columns are age, Y"],
    ['y\n1', "a.csv: no input; 'y', the target, is the only column"],
  ])('%j are refused: %s', (text, message) => {
    expect(() => regression(text)).toThrow(new CommandFault(message));
  });

  it('are refused with the first twelve columns if none of them is the target', () => {
    const names = Array.from({ length: 17 }, (_, index) => `c${index}`);
    const text = `${names.join(',')}\n${names.map(() => 1).join(',')}`;
    expect(() => regression(text, 'foo')).toThrow(
      new CommandFault(
        `no column 'foo' in a.csv; its columns are ${names.slice(0, 12).join(', ')} and 5 more`,
      ),
    );
  });

  it('are refused with long cells truncated', () => {
    expect(() => regression(`age,y\n1,1\n${'z'.repeat(1000)},1`)).toThrow(
      new CommandFault(`a.csv: not a number at row 3 column 'age': '${'z'.repeat(40)}…'`),
    );
  });
});

describe('points with a class to predict', () => {
  it('have classes numbered in the order of their labels, not of appearance', () => {
    expect(classification('a,y\n1,dog\n2,cat\n3, dog \n4,emu')).toEqual({
      points: [
        { x: [1], y: 1 },
        { x: [2], y: 0 },
        { x: [3], y: 1 },
        { x: [4], y: 2 },
      ],
      columns: [{ name: 'a', levels: null }],
      unseen: [],
      classes: ['cat', 'dog', 'emu'],
    });
  });

  it('that are numbers keep their names, in the order of the numbers; a number that does not occur is none', () => {
    expect(classification('a,y\n1,3\n2,0\n3,1.0').classes).toEqual(['0', '1', '3']);
    expect(numbersOf('a,y\n1,3\n2,0\n3,1.0')).toEqual([2, 0, 1]);
    expect(classification('a,y\n1,10\n2,9\n3,010').classes).toEqual(['9', '10']);
  });

  it.each([
    ['a,y\n1,100\n2,0', ['0', '100']],
    ['a,y\n1,1\n2,-1', ['-1', '1']],
    ['a,y\n1,1\n2,1.5', ['1', '1.5']],
    ['a,y\n1,1\n2,x', ['1', 'x']],
    ['a;y\n1;1,0\n2;0', ['0', '1']],
  ])('%j have the classes %j', (text, classes) => {
    expect(classification(text).classes).toEqual(classes);
  });

  it('of a test table have the class numbers of the training table', () => {
    expect(numbersOf('a,y\n1,emu\n2,cat', ['cat', 'dog', 'emu'])).toEqual([2, 0]);
    expect(numbersOf('a,y\n1,2.0\n2,2', ['0', '1', '2'])).toEqual([2, 2]);
    expect(numbersOf('a,y\n1,dog', ['cat', 'dog'])).toEqual([1]);
  });

  it.each([
    [
      'a,y\n1,dog\n2,fox',
      ['cat', 'dog'],
      "unknown class 'fox' at row 3 column 'y'; the classes are cat, dog",
    ],
    ['a,y\n1,2', ['0', '1'], "unknown class '2' at row 2 column 'y'; the classes are 0, 1"],
    ['a,y\n1,1.5', ['0', '1'], "unknown class '1.5' at row 2 column 'y'; the classes are 0, 1"],
    ['a,y\n1,x\n2,x', null, "column 'y' has one class only, 'x'; at least 2 are needed"],
    ['a,y\n1,1\n2,1.0', null, "column 'y' has one class only, '1'; at least 2 are needed"],
    ['a,y\n1,x\n2,', null, "missing value at row 3 column 'y'"],
    ['a,y\nz,x\n2,w', null, "not a number at row 2 column 'a': 'z'"],
    [
      `a,y\n${Array.from({ length: 101 }, (_, index) => `1,${index}.5`).join('\n')}`,
      null,
      "column 'y' has 101 classes; at most 100 are allowed",
    ],
  ])('%j of classes %j are refused: %s', (text, classes, message) => {
    expect(() => classification(text, classes)).toThrow(new CommandFault(`a.csv: ${message}`));
  });

  it('have classes that map back to any labels', () => {
    const label = fc.string({ minLength: 1, maxLength: 3 }).filter((text) => text.trim() === text);
    fc.assert(
      fc.property(fc.uniqueArray(label, { minLength: 2, maxLength: 100 }), (labels) => {
        fc.pre(labels.some((text) => !/^[+-]?\d*\.?\d*$/.test(text)));
        const { points, classes } = classification(
          csvFormatRows([['a', 'y'], ...labels.map((text) => ['1', text])]),
        );
        expect(points.map(({ y }) => classes![y])).toEqual(labels);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

const numeric = (...names: readonly string[]) => names.map((name) => ({ name, levels: null }));

describe('a test table', () => {
  const matched = (text: string) =>
    testPoints(parseTableFile(text, 'test.csv'), 'y', { columns: numeric('a', 'b'), classes: null });

  it('may have its columns in another order', () => {
    expect(matched('y,b,a\n3,2,1\n\n6,5,4')).toEqual(regression('a,b,y\n1,2,3\n4,5,6'));
  });

  it('reports rows by their number in its file', () => {
    expect(() => matched('y,b,a\n3,2,1\n\n6,x,4')).toThrow(
      new CommandFault("test.csv: not a number at row 4 column 'b': 'x'"),
    );
  });

  it.each([
    ['a,y\n1,2', "no column 'b' in test.csv; its columns are a, y"],
    ['a,b\n1,2', "no column 'y' in test.csv; its columns are a, b"],
    ['a,id,b,y\n1,2,3,4', "test.csv: column 'id' is not in the training table; its columns are a, b, y"],
  ])('%j is refused: %s', (text, message) => {
    expect(() => matched(text)).toThrow(new CommandFault(message));
  });
});

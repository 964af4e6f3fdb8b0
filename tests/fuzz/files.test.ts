import { expect, test } from 'vitest';
import { setFields } from '../../src/experiment/document/changes.ts';
import { defaultExperiment } from '../../src/experiment/document/defaults.ts';
import { customTableLimits, suggestRoles, toCustomTable } from '../../src/import/customTable.ts';
import { decodeText } from '../../src/import/decodeText.ts';
import { readIdx } from '../../src/import/idx.ts';
import { readTable } from '../../src/import/readTable.ts';
import { tableFaultTexts } from '../../src/import/tableFaultText.ts';
import { replacedPoints } from '../../src/store/pointEdits.ts';
import { check } from './checks.ts';
import { fuzz } from './fuzz.ts';
import { anyIdx } from './images.ts';
import { anyFormattedTable } from './tableFormats.ts';
import { anyTable } from './tables.ts';

test('any table yields points that an experiment accepts, or faults with rows and columns', () => {
  const base = defaultExperiment();
  let taken = 0;
  let encoded = 0;
  const count = fuzz(12_000, anyTable, (text) => {
    const parsed = readTable(text, customTableLimits);
    if ('faults' in parsed) return check(tableFaultTexts(parsed.faults).length > 0, 'a refusal has a reason');
    const suggested = suggestRoles(parsed.table);
    // Half of the tables with their words as inputs, which are then encoded.
    const roles =
      text.length % 2 === 0
        ? suggested
        : {
            ...suggested,
            inputs: parsed.table.columns.map((_, i) => i).filter((i) => i !== suggested.target),
          };
    const strict = toCustomTable(parsed.table, roles);
    const reading = 'faults' in strict ? toCustomTable(parsed.table, roles, true) : strict;
    if ('faults' in reading)
      return check(tableFaultTexts(reading.faults).length > 0, 'a refusal has a reason');
    const set = setFields(base, replacedPoints(base, reading.data));
    if ('faults' in set) throw new Error(set.faults.map(({ message }) => message).join());
    const widths = new Set(reading.data.points.map(({ x }) => x.length));
    check(widths.size === 1, 'every row has the same number of inputs');
    const words = parsed.table.columns.filter(({ isNumeric }, i) => roles.inputs.includes(i) && !isNumeric);
    if (words.length > 0) encoded++;
    taken++;
  });
  expect(taken).toBeGreaterThan(count / 4);
  expect(encoded).toBeGreaterThan(count / 100);
});

test('a table in any format is read back: the same numbers, under the same names', () => {
  fuzz(6000, anyFormattedTable, ({ bytes, values, names }) => {
    const decoded = decodeText(bytes);
    if ('format' in decoded) throw new Error(decoded.format);
    const parsed = readTable(decoded.text, customTableLimits);
    if ('faults' in parsed) throw new Error(tableFaultTexts(parsed.faults).join());
    const inputs = names
      .slice(0, -1)
      .map((name) => parsed.table.columns.findIndex((column) => column.name === name));
    const target = parsed.table.columns.findIndex((column) => column.name === names.at(-1));
    const reading = toCustomTable(parsed.table, { inputs, target, task: 'regression' });
    if ('faults' in reading) throw new Error(tableFaultTexts(reading.faults).join());
    expect(reading.data.points.map(({ x, y }) => [...x, y])).toEqual(values);
    expect(suggestRoles(parsed.table)).toMatchObject({ inputs, target });
  });
});

test('any file of images is read, or refused with a fault that names the file', () => {
  let read = 0;
  const count = fuzz(3000, anyIdx, (file) => {
    const reading = readIdx(file, 'file');
    if (reading.kind === 'fault') return check(/^file: ./.test(reading.fault), 'a fault names the file');
    check(reading.count > 0, 'the file has rows');
    read++;
  });
  expect(read).toBeGreaterThan(count / 10);
});

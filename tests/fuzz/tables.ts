import type { Chance } from './chance.ts';
import { anyNumber, anyNumeral, anyText, mutated } from './hostileInputs.ts';

/** CSV files: tables of numbers and words, some with hostile cells or malformed. */
export function anyTable(chance: Chance): string {
  if (chance.of(0.05)) return anyText(chance);
  const separator = chance.pick([',', ',', ';', '\t', '|']);
  const end = chance.pick(['\n', '\r\n', '\r']);
  const width = chance.whole(1, 5);
  const oddity = chance.pick([0, 0, 0.02, 0.3]);
  const isWords = Array.from({ length: width }, () => chance.of(0.15));
  const cell = (column: number) => {
    if (chance.of(oddity)) return anyCell(chance);
    return isWords[column] ? chance.pick(['red', 'green', 'deep blue']) : String(anyNumber(chance));
  };
  const row = () =>
    Array.from({ length: chance.of(oddity / 10) ? width + 1 : width }, (_, column) => cell(column)).join(
      separator,
    );
  const header = chance.of(0.5) ? [chance.list(width, width, () => anyCell(chance)).join(separator)] : [];
  const text = [...header, ...chance.list(0, 12, row)].join(end);
  return chance.of(0.3) ? mutated(chance, text) : text;
}

function anyCell(chance: Chance): string {
  const text = chance.pick([
    () => anyText(chance),
    () => anyNumeral(chance),
    () => chance.pick(['yes', 'no', 'cat', 'dog', '1', '0', '']),
    () => chance.pick(['nan', 'inf', '−5', '=1+1', '@x', '1,5']),
  ])();
  return chance.of(0.2) ? `"${text.replaceAll('"', '""')}"` : text;
}

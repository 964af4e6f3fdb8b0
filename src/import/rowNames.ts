/** Names of columns that number the rows, as pandas, R and spreadsheets write them. */
const indexName = /^(id|idx|index|level_0|no\.?|nr\.?|#|row|row\.?names?|obs|unnamed: 0(\.\d+)*)$/i;

/** Rows from which numbers that count up are taken for row numbers although the table has no names. */
const MIN_ROWS = 5;

/**
 * Whether the first column names or numbers the rows. header: its name; null without a header. isUnheaded: the header has no
 * cell for it, as R writes row names.
 */
export function isRowNames(cells: readonly string[], header: string | null, isUnheaded: boolean): boolean {
  if (header === null) return cells.length >= MIN_ROWS && countsRows(cells, [0, 1]);
  if (cells.length < 2) return false;
  const isUnnamed = header === '' || /^unnamed: 0(\.\d+)*$/i.test(header);
  if (isUnheaded || isUnnamed) return countsRows(cells) || increases(cells) || areUniqueWords(cells);
  return indexName.test(header) && countsRows(cells, [0, 1]);
}

/** Whether the cells are consecutive whole numbers, beginning with one of `starts`. */
export function countsRows(cells: readonly string[], starts?: readonly number[]): boolean {
  const first = wholeNumber(cells[0]!);
  if (Number.isNaN(first) || (starts && !starts.includes(first))) return false;
  return cells.every((cell, row) => wholeNumber(cell) === first + row);
}

/** Whether the cells are increasing whole numbers: the row numbers of a table from which rows were taken. */
function increases(cells: readonly string[]): boolean {
  const numbers = cells.map(wholeNumber);
  return numbers.every((number, row) => (row === 0 ? !Number.isNaN(number) : number > numbers[row - 1]!));
}

function areUniqueWords(cells: readonly string[]): boolean {
  return cells.every((cell) => Number.isNaN(Number(cell))) && new Set(cells).size === cells.length;
}

function wholeNumber(cell: string): number {
  return /^\d{1,15}$/.test(cell) ? Number(cell) : Number.NaN;
}

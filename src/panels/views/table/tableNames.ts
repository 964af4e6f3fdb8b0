/** The names of the inputs of a table, numbered where there are none. columns: of the inputs and, last, of the target; or empty. */
export function inputNames(columns: readonly string[], inputs: number): readonly string[] {
  return Array.from({ length: inputs }, (_, input) =>
    columns.length === inputs + 1 ? columns[input]! : `x${subscript(input + 1)}`,
  );
}

/** The name of the target of a table. */
export function targetName(columns: readonly string[]): string {
  return columns.at(-1) ?? 'y';
}

function subscript(number: number): string {
  return String(number).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'.charAt(Number(digit)));
}

/** Inserts text into a file. */
export interface Insertion {
  /** Relative to the root. */
  readonly file: string;
  /** Text of the file that the insertion follows; it must stand there exactly once. */
  readonly after: string;
  readonly text: string;
}

/** Adds a dummy entry of one kind to a copy of the tree. */
export interface Recipe {
  /** Its title in CONTRIBUTING.md. */
  readonly title: string;
  /** What replaces the placeholders of CONTRIBUTING.md in paths of new files: `<name>` → `dummy`. */
  readonly placeholders: Readonly<Record<string, string>>;
  /** New files by path, with placeholders. */
  readonly newFiles: Readonly<Record<string, string>>;
  /** What is written first in existing files. */
  readonly insertions: readonly Insertion[];
  /** What is written in a file when the compiler reports errors there. */
  readonly answers: readonly Insertion[];
}

/** The path of a new file in the copy. path: with placeholders. */
export function pathInCopy({ placeholders }: Recipe, path: string): string {
  return Object.entries(placeholders).reduce((filled, [name, value]) => filled.replaceAll(name, value), path);
}

/** The files that a recipe begins with, as CONTRIBUTING.md lists them. */
export function firstFiles({ newFiles, insertions }: Recipe): string[] {
  return [...new Set([...Object.keys(newFiles), ...insertions.map(({ file }) => file)])];
}

/** The text of a file with an insertion. Throws unless its place stands in the text exactly once. */
export function withInsertion({ title }: Recipe, { file, after, text }: Insertion, before: string): string {
  const parts = before.split(after);
  if (parts.length !== 2)
    throw new Error(
      `recipe "${title}": ${file} must contain exactly once, not ${parts.length - 1} times: ${after}`,
    );
  return parts.join(after + text);
}

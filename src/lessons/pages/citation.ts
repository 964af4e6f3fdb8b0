/** How to cite the site; `CITATION.cff`, `package.json` and `LICENSE` say the same. */
export const citation = {
  name: 'Bayes by Backprop playground',
  author: 'The Bayes by Backprop playground authors',
  year: 2026,
  version: '0.1.0',
  license: 'MIT',
} as const;

/** The same for BibTeX. Double braces: an organisation's name, and a title whose capitals stay. */
export function bibtex({ name, author, year, version, license }: typeof citation = citation): string {
  const fields = {
    title: `{${name}}`,
    author: `{${author}}`,
    year: String(year),
    version,
    note: `Interactive lessons and software, ${license} Licence`,
  };
  const lines = Object.entries(fields).map(([key, value]) => `  ${key.padEnd(7)} = {${value}}`);
  return `@misc{bayes-by-backprop-playground,\n${lines.join(',\n')}\n}`;
}

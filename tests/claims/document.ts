import { isMessage, statementOf } from './claim.ts';
import { claims } from './tables/index.ts';

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('*', '').replaceAll('\n', ' ');

/** Where a statement stands, as readers of the site know it. */
const placeOf = (file: string) =>
  file
    .replace('lessons/chapters/{locale}/', 'chapter ')
    .replace('lessons/pages/teacher.{locale}.mdx', 'teacher’s page')
    .replace('model/datasets/', 'data set ')
    .replace('../', '')
    .replace(/\.(mdx|ts|tsx)$/, '');

/** docs/claims.md: every claim with the values that the tests found. */
export function claimsDocument(): string {
  const rows = claims.map((claim) => {
    const values = Object.entries(claim.values).map(([name, value]) => `${name} ${value}`);
    return `| ${[
      placeOf(claim.file),
      statementOf(claim, 'en'),
      claim.how,
      values.join(', '),
      claim.seeds?.join(', ') ?? '–',
      isMessage(claim) ? 'hint' : 'text',
    ]
      .map(cell)
      .join(' | ')} |`;
  });
  return `# Claims

Every statement of the chapters, the teacher's page, the worksheet and the hints that a number decides. Tests compute it with the engines of
the site (\`tests/claims\`) and fail when the text, the engine or the number changes; \`npm test\` computes the first seed of the short ones,
\`npm run test:deep\` everything. Values are those of the first seed; what has to hold for the other seeds is under “how”. This file is written by
\`npm run test:unit -- tests/claims/texts.test.ts -u\`.

| where | statement | how | values | seeds | kind |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

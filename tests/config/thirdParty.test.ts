import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const document = path.join(root, 'THIRD-PARTY.md');

interface Manifest {
  readonly version: string;
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
}

test('THIRD-PARTY.md lists the dependencies with their installed versions and licences', async () => {
  const rows = [...Object.keys(manifestIn('.').dependencies), '@fontsource/stix-two-math']
    .toSorted()
    .map((name) => {
      const { version, license } = manifestIn(`node_modules/${name}`);
      return `| ${name} | ${version} | ${license} |\n`;
    });
  const before = readFileSync(document, 'utf8');
  const updated = before.replace(/(\| --- \| --- \| --- \|\n)(?:\|.*\n)*/, (_, head) => head + rows.join(''));
  // Updated by `npm run test:unit -- tests/config/thirdParty -u`.
  await expect(updated).toMatchFileSnapshot(document);
});

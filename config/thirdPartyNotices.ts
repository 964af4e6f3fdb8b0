import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

const apache = 'Apache-2.0';
/** Packages of which the build has no module but a file: the subset of a font. */
const packagesOfFiles = ['node_modules/@fontsource/stix-two-math'];
const rule = `\n${'-'.repeat(80)}\n`;

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly homepage?: string;
  readonly repository?: string | { readonly url: string };
}

/**
 * Two Vite plugins that write THIRD-PARTY-NOTICES.txt: the licences of the packages whose code is in the build. Vite builds
 * workers separately while it builds the page: `collect` records the packages of a worker; `emit` records those of the page
 * and writes the file. (rollup-plugin-license finds the same packages, but has no text for four of them, writes to the disk
 * instead of the bundle, and brings 13 packages.)
 */
export function thirdPartyNotices(): { readonly collect: () => Plugin; readonly emit: () => Plugin } {
  const folders = new Set<string>();
  const collect: Plugin['renderChunk'] = (_code, chunk) => {
    for (const id of chunk.moduleIds) {
      const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(
        id.replaceAll('\\', '/').replace('\0', ''),
      )?.[0];
      if (folder) folders.add(folder);
    }
    return null;
  };
  return {
    collect: () => ({ name: 'third-party-notices-of-worker', apply: 'build', renderChunk: collect }),
    emit: () => ({
      name: 'third-party-notices',
      apply: 'build',
      renderChunk: collect,
      generateBundle() {
        this.emitFile({
          type: 'asset',
          fileName: 'THIRD-PARTY-NOTICES.txt',
          source: notices([...folders, ...packagesOfFiles].sort()),
        });
      },
    }),
  };
}

function notices(folders: readonly string[]): string {
  const entries = folders.map((folder) => {
    const manifest: Manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const { name, version, license, homepage, repository } = manifest;
    const source = homepage ?? (typeof repository === 'string' ? repository : repository?.url) ?? '';
    return `${name} ${version}\nLicence: ${license ?? 'see below'}\n${source}\n\n${licenceText(folder, license)}`;
  });
  const head = 'The Bayes by Backprop playground contains code of these packages.\n';
  return [head, ...entries, `The Apache License 2.0, named above\n\n${apacheText()}`].join(rule);
}

/** The text of the licence file, or else the licence section of the readme; Apache-2.0 is quoted once for all packages. */
function licenceText(folder: string, license: string | undefined): string {
  const files = readdirSync(folder);
  const file = files.find((name) => /^licen[cs]e/i.test(name));
  if (file && license !== apache) return readFileSync(path.join(folder, file), 'utf8').trim();
  if (license === apache)
    return 'Licensed under the Apache License 2.0, whose text is at the end of this file.';
  const readme = files.find((name) => /^readme/i.test(name));
  const section =
    readme && /\n#* *licen[cs]e[^\n]*\n[\s\S]*/i.exec(readFileSync(path.join(folder, readme), 'utf8'));
  if (!section) throw new Error(`no licence text found for the notices: ${folder}`);
  return section[0].trim();
}

/** The packages of TensorFlow.js do not contain the text of their licence; TypeScript, a dev dependency, does. */
function apacheText(): string {
  return readFileSync('node_modules/typescript/LICENSE.txt', 'utf8').trim();
}

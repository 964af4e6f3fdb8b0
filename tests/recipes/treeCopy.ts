import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Folders of the root that the copy contains; of its files, all. */
const folders = ['config', 'docs', 'examples', 'scripts', 'src', 'tests'];
/** Neither the compiler nor the tests that run in the copy read them. */
const omitted = /(^|\/)node_modules$|^docs\/(pictures|performance)$/;

/** A copy of the tree in a temporary folder, in which files can be changed, and restored. */
export interface TreeCopy {
  readonly write: (file: string, text: string) => void;
  readonly read: (file: string) => string;
  /** Restores every file that was written. */
  readonly restore: () => void;
  /** The files in which the compiler reports errors, of all layers. */
  readonly compile: () => Promise<string[]>;
  /** The files of tests that fail, of these files and folders of the unit tests. */
  readonly runTests: (files: readonly string[]) => Promise<string[]>;
  readonly remove: () => void;
}

/** Copies the tree. Packages are links, and caches the copy's own. */
export function copyTree(): TreeCopy {
  const copy = realpathSync(mkdtempSync(path.join(tmpdir(), 'recipes-')));
  const at = (file: string) => path.join(copy, file);
  for (const entry of readdirSync(root, { withFileTypes: true }))
    if (entry.isFile() || folders.includes(entry.name))
      cpSync(path.join(root, entry.name), at(entry.name), {
        recursive: true,
        filter: (source) => !omitted.test(path.relative(root, source).replaceAll(path.sep, '/')),
      });
  linkPackages(at('node_modules'));

  /** Text of each written file before it was written; null: there was none. */
  const before = new Map<string, string | null>();
  const textOf = (file: string) => {
    try {
      return readFileSync(at(file), 'utf8');
    } catch {
      return null;
    }
  };
  return {
    read: (file) => readFileSync(at(file), 'utf8'),
    write: (file, text) => {
      if (!before.has(file)) before.set(file, textOf(file));
      mkdirSync(path.dirname(at(file)), { recursive: true });
      writeFileSync(at(file), text);
    },
    restore: () => {
      for (const [file, text] of before)
        if (text === null) rmSync(at(file));
        else writeFileSync(at(file), text);
      before.clear();
    },
    compile: async () => {
      const output = await run(copy, '@typescript/native/bin/tsc', ['-b', '--pretty', 'false']);
      const errors = output.split('\n').filter((line) => line.includes('error TS'));
      return [...new Set(errors.map((line) => /^(\S+)\(\d+,\d+\):/.exec(line)?.[1] ?? line))];
    },
    runTests: async (files) => {
      const report = at('report.json');
      rmSync(report, { force: true });
      const options = ['--config', 'config/vitest.config.ts', '--project', 'unit'];
      const output = await run(copy, 'vitest/vitest.mjs', [
        ...['run', ...options, '--reporter', 'json', '--outputFile', report],
        ...files,
      ]);
      const text = textOf('report.json');
      if (text === null) throw new Error(`the tests of the copy did not run:\n${output}`);
      return failedFiles(JSON.parse(text)).map((file) => path.relative(copy, file).replaceAll(path.sep, '/'));
    },
    remove: () => rmSync(copy, { recursive: true, force: true }),
  };
}

/** Links every package of the tree into a folder. */
function linkPackages(folder: string): void {
  mkdirSync(folder);
  const packages = path.join(root, 'node_modules');
  for (const name of readdirSync(packages))
    if (name === '.bin' || !name.startsWith('.'))
      symlinkSync(path.join(packages, name), path.join(folder, name), 'junction');
}

/** Runs a program of a package in Node; resolves to its output, whether it succeeds or not. */
function run(folder: string, program: string, args: readonly string[]): Promise<string> {
  // The program must not take itself for a part of the test run that starts it.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(VITEST|NODE_ENV|DEV|PROD|MODE|SSR|BASE_URL)/.test(name),
    ),
  );
  const file = path.join(folder, 'node_modules', program);
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [file, ...args],
      { cwd: folder, env, maxBuffer: 2 ** 26 },
      (_fault, stdout, stderr) => resolve(`${stdout}${stderr}`),
    );
  });
}

/** The part of the JSON report of Vitest that is read here. */
interface Report {
  readonly testResults: readonly { readonly name: string; readonly status: string }[];
}

function failedFiles({ testResults }: Report): string[] {
  return testResults.filter(({ status }) => status !== 'passed').map(({ name }) => name);
}

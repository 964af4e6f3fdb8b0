import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const shell = process.platform === 'win32';

/** An external project in which the packed packages are installed. */
export interface Consumer {
  readonly folder: string;
  /** The files that npm packed, by the folder in dist-lib. */
  readonly tarballs: Readonly<Record<PackageFolder, string>>;
  readonly remove: () => Promise<void>;
}

export const packageFolders = ['engine', 'element'] as const;
export type PackageFolder = (typeof packageFolders)[number];

/** Packs both packages and installs them offline: they must contain all their dependencies. */
export async function installPacked(): Promise<Consumer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bayes-by-backprop-packages-'));
  const [engine, element] = await Promise.all(packageFolders.map((name) => pack(name, folder)));
  if (!engine || !element) throw new Error('npm packed nothing');
  await writeFile(path.join(folder, 'package.json'), '{"private": true, "type": "module"}');
  await npm(['install', '--offline', '--no-audit', '--no-fund', engine, element], folder);
  return {
    folder,
    tarballs: { engine, element },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function pack(name: PackageFolder, into: string): Promise<string> {
  const packed = await npm(['pack', '--json', '--pack-destination', into], path.resolve('dist-lib', name));
  const [entry] = Object.values(JSON.parse(packed)) as { filename: string }[];
  if (!entry) throw new Error(`npm packed nothing of ${name}`);
  return path.join(into, entry.filename);
}

async function npm(args: readonly string[], cwd: string): Promise<string> {
  return (await run(shell ? 'npm.cmd' : 'npm', args, { cwd, shell })).stdout;
}

/** Runs a Node program and returns its output, whether it succeeded or not. */
export async function node(args: readonly string[], cwd: string): Promise<{ code: number; output: string }> {
  try {
    const { stdout, stderr } = await run(process.execPath, args, { cwd });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

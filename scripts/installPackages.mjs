// node scripts/installPackages.mjs FOLDER…: installs the packages of folders that have a lock file of their own, where they are missing.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = promisify(execFile);
const shell = process.platform === 'win32';

/**
 * Installs what the lock file of a folder names, unless the same versions are installed already. Several processes may call
 * this at once: each installs into a temporary folder, and the first to finish moves its result into place.
 *
 * @param {string} folder relative to the project: `examples`, `tests/bench`, `tests/packages`
 * @returns {Promise<void>}
 */
export async function installPackages(folder) {
  const project = path.join(root, folder);
  if (await isInstalled(project)) return;
  console.error(`Installing the packages of ${folder}…`);
  const cache = path.join(root, 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  const temporary = await mkdtemp(path.join(cache, 'install-'));
  try {
    for (const file of ['package.json', 'package-lock.json', '.npmrc'])
      await copyFile(path.join(project, file), path.join(temporary, file));
    await run(shell ? 'npm.cmd' : 'npm', ['ci', '--prefix', temporary], { cwd: temporary, shell });
    if (await isInstalled(project)) return;
    await rm(path.join(project, 'node_modules'), { recursive: true, force: true });
    await rename(path.join(temporary, 'node_modules'), path.join(project, 'node_modules'));
  } catch (error) {
    if (await isInstalled(project)) return;
    throw new Error(
      `cannot install the packages of ${folder}; with a network, run npm ci --prefix ${folder}: ${reasonOf(error)}`,
    );
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Whether every package of the lock file is there in its version; optional ones may be of another platform. */
async function isInstalled(project) {
  const installed = path.join(project, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const present = await packagesIn(installed);
  const wanted = await packagesIn(path.join(project, 'package-lock.json'));
  return Object.entries(wanted).every(
    ([place, { version, optional }]) => place === '' || optional || present[place]?.version === version,
  );
}

async function packagesIn(lockFile) {
  return JSON.parse(await readFile(lockFile, 'utf8')).packages;
}

/** The first error that npm reports. */
function reasonOf(error) {
  const lines = String(error.stderr || error.message).split('\n');
  const line = lines.find((one) => /^npm error (?!code|errno|syscall)/.test(one)) ?? lines[0];
  return line.replace('npm error ', '').trim();
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const folder of process.argv.slice(2)) await installPackages(folder);

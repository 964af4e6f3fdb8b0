// The stages of the three test tiers: what runs in which tier, with which command.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @typedef {object} Stage
 * @property {string} name - unique; also names its report
 * @property {readonly ('check' | 'test' | 'deep')[]} tiers - in which it runs
 * @property {readonly string[]} command - a program of node_modules/.bin or `node`, and its arguments
 * @property {number} cores - how many cores it keeps busy: stages run at the same time while their sum is at most that of the machine
 * @property {readonly string[]} [after] - stages that have to end before it starts, where they are part of the run
 * @property {'vitest' | 'playwright'} [report] - kind of its JSON report; without one the stage counts as one check
 * @property {number} [minutes] - after which it is ended as hanging; 15 by default
 * @property {Readonly<Record<string, string>>} [env] - environment variables beside those of the process
 */

/** `npm test` runs this share of fuzzed inputs and long trainings, the deep tier all of them; see tests/testSize.ts. */
const FULL_SIZE = { TEST_SIZE: '1' };

/** @type {readonly Stage[]} */
export const stages = [
  // Started first: the longest of the stages that share the cores.
  { name: 'browser', tiers: ['test'], ...vitest('browser'), cores: 1 },
  { name: 'types', tiers: ['check', 'test'], command: ['tsc', '-b'], cores: 1 },
  { name: 'lint', tiers: ['check', 'test'], command: ['biome', 'ci', '--error-on-warnings'], cores: 1 },
  { name: 'changed', tiers: ['check'], ...vitest('unit', changedTests()), cores: 1 },
  // These read the tree as files: no import leads from them to what changed.
  {
    name: 'tree',
    tiers: ['check'],
    ...vitest('unit', ['tests/architecture', 'tests/i18n', 'tests/links']),
    cores: 1,
  },
  { name: 'knip', tiers: ['test'], command: ['knip'], cores: 1 },
  { name: 'build', tiers: ['test', 'deep'], command: ['vite', 'build', '--logLevel', 'warn'], cores: 1 },
  { name: 'unit', tiers: ['test'], ...vitest('unit', ['--maxWorkers=100%']), cores: 2 },
  { name: 'e2e', tiers: ['test'], ...playwright('e2e'), cores: 2, after: ['build'] },
  {
    name: 'long',
    tiers: ['deep'],
    ...vitest('unit', ['--maxWorkers=100%', ...sizedTests('unit')]),
    cores: 2,
    env: FULL_SIZE,
  },
  {
    name: 'long-browser',
    tiers: ['deep'],
    ...vitest('browser', sizedTests('browser')),
    cores: 1,
    env: FULL_SIZE,
  },
  {
    name: 'baselines',
    tiers: ['deep'],
    command: ['vitest', 'run', '--config', 'tests/bench/vitest.config.ts'],
    report: 'vitest',
    cores: 1,
  },
  { name: 'recipes', tiers: ['deep'], ...vitest('recipes'), cores: 1 },
  { name: 'packages', tiers: ['deep'], ...vitest('packages'), cores: 1, after: ['build'] },
  { name: 'e2e-deep', tiers: ['deep'], ...playwright('deep'), cores: 2, after: ['build'] },
  { name: 'monkey', tiers: ['deep'], ...playwright('monkey'), cores: 2, after: ['build'] },
  // Run by name: `node scripts/test.mjs build firefox webkit`. Where the browser is not installed, their tests are skipped and say so.
  { name: 'firefox', tiers: [], ...vitest('firefox'), cores: 2, after: ['build'] },
  { name: 'webkit', tiers: [], ...vitest('webkit'), cores: 2, after: ['build'] },
  {
    name: 'lighthouse',
    tiers: ['deep'],
    command: ['node', 'scripts/lighthouse.mjs', '--runs', '1'],
    cores: 2,
    after: ['build'],
  },
  {
    name: 'pictures',
    tiers: ['deep'],
    command: ['node', 'scripts/screenshots.mjs', '--out', 'test-results/pictures'],
    cores: 1,
    after: ['build'],
  },
];

/** Tests of a project of config/vitest.config.ts. */
function vitest(project, args = []) {
  const command = ['vitest', 'run', '--config', 'config/vitest.config.ts', '--project', project, ...args];
  return { command, report: /** @type {const} */ ('vitest') };
}

/** Tests of a project of config/playwright.config.ts. */
function playwright(project) {
  const command = ['playwright', 'test', '--config', 'config/playwright.config.ts', '--project', project];
  return { command, report: /** @type {const} */ ('playwright') };
}

/** Which tests depend on what the last commit or the working tree changed; without a commit before it: all. */
function changedTests() {
  try {
    execFileSync('git', ['rev-parse', '--verify', '--quiet', 'HEAD~1'], { cwd: root, stdio: 'ignore' });
    return ['--changed', 'HEAD~1', '--passWithNoTests'];
  } catch {
    return [];
  }
}

/** The test files of a project that depend on TEST_SIZE, found by their import of tests/testSize.ts. */
function sizedTests(project) {
  const inBrowser = project === 'browser';
  return readdirSync(path.join(root, 'tests'), { recursive: true, encoding: 'utf8' })
    .map((name) => `tests/${name.replaceAll(path.sep, '/')}`)
    .filter((name) => name.endsWith('.test.ts') && name.startsWith('tests/browser/') === inBrowser)
    .filter((name) => /from '[./]*\/(testSize|fuzz)\.ts'/.test(readFileSync(path.join(root, name), 'utf8')));
}

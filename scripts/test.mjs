// npm test: every check there is, or only the stages named: `node scripts/test.mjs types lint`.
// All of them run, whatever fails; the last line is the sum.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = mkdtempSync(path.join(tmpdir(), 'bayes-by-backprop-tests-'));

/** Milliseconds after which a stage counts as hung. */
const patience = 25 * 60_000;

/** One tsconfig per layer: each sees only the library of the thread that it runs on. */
const typeProjects = [
  'src/tsconfig.core.json',
  'src/tsconfig.engine.json',
  'src/tsconfig.worker.json',
  'src/tsconfig.cli.json',
  'src/tsconfig.offline.json',
  'src/tsconfig.page.json',
  'tests/tsconfig.json',
  'tsconfig.node.json',
];

/** A stage: its commands run one after the other, or two at a time, and each is counted by `count` once it has ended. */
const stages = [
  {
    name: 'types',
    commands: typeProjects.map((project) => ['tsc', '-p', project]),
    together: 2,
    count: asOneCheck,
  },
  {
    name: 'lint',
    commands: [['biome', 'ci', '--error-on-warnings'], ['knip']],
    together: 2,
    count: asOneCheck,
  },
  vitestStage('unit'),
  vitestStage('browser'),
  { name: 'build', commands: [['vite', 'build', '--logLevel', 'warn']], count: asOneCheck },
  vitestStage('packages'),
  playwrightStage('e2e'),
  playwrightStage('quiet'),
  playwrightStage('monkey'),
];

try {
  const outcomes = [];
  for (const stage of chosenStages(process.argv.slice(2))) outcomes.push(await runStage(stage));
  console.log('');
  for (const outcome of outcomes) console.log(summary(outcome));
  const passed = sum(outcomes, 'passed');
  const failed = sum(outcomes, 'failed');
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
  console.log(`${passed} passed, ${failed} failed`);
} finally {
  rmSync(reports, { recursive: true, force: true });
}

function chosenStages(names) {
  const unknown = names.find((name) => !stages.some((stage) => stage.name === name));
  if (unknown)
    throw new Error(`invalid stage; must be one of ${stages.map(({ name }) => name).join(', ')}: ${unknown}`);
  return names.length > 0 ? stages.filter(({ name }) => names.includes(name)) : stages;
}

async function runStage({ name, commands, count, together = 1, env = {} }) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const results = [];
  const waiting = [...commands];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results.push(count(await run(next, env)));
  };
  await Promise.all(Array.from({ length: together }, worker));
  const seconds = (performance.now() - start) / 1000;
  const outcome = { name, seconds, passed: sum(results, 'passed'), failed: sum(results, 'failed') };
  console.log(summary(outcome));
  return outcome;
}

/** Runs a program of node_modules/.bin and resolves to whether it succeeded. */
function run([program, ...args], env) {
  const shell = process.platform === 'win32';
  const file = path.join(root, 'node_modules', '.bin', shell ? `${program}.cmd` : program);
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      shell,
      timeout: patience,
    });
    child.on('error', (error) => {
      console.error(`${program}: ${error.message}`);
      resolve(false);
    });
    child.on('exit', (code, signal) => {
      if (signal) console.error(`${program}: ended by ${signal}`);
      resolve(code === 0);
    });
  });
}

function asOneCheck(succeeded) {
  return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** name: of the stage, and of its project in config/vitest.config.ts. */
function vitestStage(name) {
  const file = path.join(reports, `${name}.json`);
  // Nothing else runs meanwhile: no core is spared.
  const report = ['--maxWorkers=100%', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return {
    name,
    commands: [['vitest', 'run', '--config', 'config/vitest.config.ts', '--project', name, ...report]],
    count: (succeeded) =>
      fromReport(succeeded, file, ({ numPassedTests, numFailedTests, testResults }) => {
        // A file that does not load fails without a failed test.
        const unloaded = testResults.filter(
          ({ status, assertionResults }) =>
            status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
        );
        return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
      }),
  };
}

/** name: of the stage, and of its project in config/playwright.config.ts. */
function playwrightStage(name) {
  const file = path.join(reports, `${name}.json`);
  const report = '--reporter=list,json';
  return {
    name,
    commands: [['playwright', 'test', '--config', 'config/playwright.config.ts', '--project', name, report]],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    count: (succeeded) =>
      fromReport(succeeded, file, ({ stats, errors }) => ({
        passed: stats.expected,
        failed: stats.unexpected + stats.flaky + errors.length,
      })),
  };
}

/** Counts of a JSON report. A stage that ended badly has at least one failure, whatever its report says or lacks. */
function fromReport(succeeded, file, read) {
  let counts = { passed: 0, failed: 0 };
  try {
    counts = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(`no report: ${error.message}`);
    succeeded = false;
  }
  return { ...counts, failed: succeeded ? counts.failed : Math.max(1, counts.failed) };
}

function summary({ name, passed, failed, seconds }) {
  return `${failed === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(8)} ${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s`;
}

function sum(rows, key) {
  return rows.reduce((total, row) => total + row[key], 0);
}

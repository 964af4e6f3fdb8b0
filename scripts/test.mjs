// npm test: the tier `test`. `node scripts/test.mjs check|test|deep` runs a tier, `node scripts/test.mjs types lint` stages
// by name. Every stage runs, even if another fails; reports stay in test-results/reports; the last line is "N passed, N failed".
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { readReport } from './testReports.mjs';
import { stages } from './testStages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = path.join(root, 'test-results', 'reports');
const tiers = ['check', 'test', 'deep'];
const isWindows = process.platform === 'win32';

/** Minutes after which a stage counts as hanging, where the table gives no others. */
const MINUTES = 15;
const SHOWN_SLOWEST = 20;
/** Milliseconds in which a program that is to end may stop what it started. */
const GRACE = 10_000;

mkdirSync(reports, { recursive: true });
/** Processes of the stages that run now. */
const running = new Set();
let interrupted = false;
// What has run is still counted.
for (const name of ['SIGINT', 'SIGTERM'])
  process.once(name, () => {
    interrupted = true;
    for (const child of running) end(child);
  });

const outcomes = await runAll(chosenStages(process.argv.slice(2)));
console.log('');
for (const test of slowest(outcomes))
  console.log(`${test.seconds.toFixed(1).padStart(7)} s  ${test.stage}: ${test.title}`);
console.log('');
for (const outcome of outcomes) console.log(summary(outcome));
const passed = sum(outcomes, 'passed');
const failed = sum(outcomes, 'failed');
const skipped = sum(outcomes, 'skipped');
process.exitCode = failed > 0 || passed + skipped === 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);

function chosenStages(names) {
  const tier = names.length === 0 ? 'test' : names.length === 1 && tiers.find((one) => one === names[0]);
  if (tier) return stages.filter((stage) => stage.tiers.includes(tier));
  const unknown = names.find((name) => !stages.some((stage) => stage.name === name));
  if (unknown)
    throw new Error(
      `invalid stage; must be one of ${[...tiers, ...stages.map(({ name }) => name)].join(', ')}: ${unknown}`,
    );
  return stages.filter(({ name }) => names.includes(name));
}

/** Runs stages in their order, at the same time while there are cores for them; resolves to their outcomes. */
async function runAll(chosen) {
  const cores = Math.max(2, availableParallelism());
  const waiting = [...chosen];
  const started = new Map();
  const outcomes = [];
  let busy = 0;
  const mayStart = ({ cores: needed, after = [] }) =>
    busy + Math.min(needed, cores) <= cores &&
    after.every(
      (name) => !chosen.some((one) => one.name === name) || outcomes.some((one) => one.name === name),
    );
  while ((waiting.length > 0 && !interrupted) || started.size > 0) {
    const nextIndex = () => (interrupted ? -1 : waiting.findIndex(mayStart));
    for (let next = nextIndex(); next !== -1; next = nextIndex()) {
      const [stage] = waiting.splice(next, 1);
      const needed = Math.min(stage.cores, cores);
      busy += needed;
      const ended = runStage(stage).then((outcome) => {
        busy -= needed;
        outcomes.push(outcome);
        started.delete(stage);
      });
      started.set(stage, ended);
    }
    await Promise.race(started.values());
  }
  return outcomes.toSorted((a, b) => position(a, chosen) - position(b, chosen));
}

function position({ name }, chosen) {
  return chosen.findIndex((stage) => stage.name === name);
}

async function runStage({ name, command, report, minutes = MINUTES, env = {} }) {
  console.log(`── ${name}`);
  const file = path.join(reports, `${name}.json`);
  rmSync(file, { force: true });
  const start = performance.now();
  const reporters = {
    vitest: ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    playwright: ['--reporter=list,json'],
  };
  const args = [...command, ...(report ? reporters[report] : [])];
  const succeeded = await run(name, args, minutes, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const counts = report
    ? readReport(report, file, succeeded)
    : { passed: Number(succeeded), failed: Number(!succeeded), tests: [] };
  const outcome = { name, seconds: (performance.now() - start) / 1000, ...counts };
  console.log(summary(outcome));
  return outcome;
}

/** Runs a program; resolves to whether it succeeded. Each line that it writes carries the name of the stage. */
function run(name, [program, ...args], minutes, env) {
  const inBin = path.join(root, 'node_modules', '.bin', isWindows ? `${program}.cmd` : program);
  return new Promise((resolve) => {
    const child = spawn(program === 'node' ? process.execPath : inBin, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: isWindows && program !== 'node',
      // A separate process group, so that child processes end with it.
      detached: !isWindows,
    });
    running.add(child);
    for (const output of [child.stdout, child.stderr])
      createInterface({ input: output }).on('line', (line) => console.log(`${name.padEnd(8)} | ${line}`));
    const timer = setTimeout(() => {
      console.error(`${name}: ended, since it hung for ${minutes} minutes`);
      end(child);
    }, minutes * 60_000);
    const ended = (succeeded) => {
      clearTimeout(timer);
      running.delete(child);
      resolve(succeeded);
    };
    child.on('error', (error) => {
      console.error(`${program}: ${error.message}`);
      ended(false);
    });
    child.on('exit', (code, signal) => {
      if (signal) console.error(`${name}: ended by ${signal}`);
      ended(code === 0);
    });
  });
}

/** Ends a program and what it started: by SIGINT, so that it stops its servers and browsers, and after a while by SIGKILL. */
function end(child) {
  signal(child, 'SIGINT');
  setTimeout(() => signal(child, 'SIGKILL'), GRACE).unref();
}

function signal(child, name) {
  if (!running.has(child)) return;
  try {
    if (isWindows) child.kill(name);
    else process.kill(-child.pid, name);
  } catch {
    // It has ended by itself.
  }
}

function slowest(outcomes) {
  return outcomes
    .flatMap(({ name, tests }) => tests.map((test) => ({ stage: name, ...test })))
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, SHOWN_SLOWEST);
}

function summary({ name, passed, failed, skipped = 0, seconds }) {
  const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return `${failed === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(12)} ${counts}, ${seconds.toFixed(1)} s`;
}

function sum(rows, key) {
  return rows.reduce((total, row) => total + (row[key] ?? 0), 0);
}

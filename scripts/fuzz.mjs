// npm run fuzz [-- --minutes N] [--seed K] [--verbose] [--built]: random UI actions on the built page for N minutes,
// with the seed K, or with three seeds from the clock at the same time. A fault is printed with the last actions.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string' },
    /** Prints every action. */
    verbose: { type: 'boolean', default: false },
    /** Uses the build that is there. */
    built: { type: 'boolean', default: false },
  },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error(`invalid minutes; must be > 0: ${values.minutes}`);
if (values.seed !== undefined && !/^\d{1,9}$/.test(values.seed))
  throw new Error(`invalid seed; must be a whole number of at most 9 digits: ${values.seed}`);
const clock = Math.floor(Date.now() / 1000) % 1e9;
const seeds = values.seed ?? [clock, clock + 1, clock + 2].join();

if (!values.built) run('vite', ['build', '--logLevel', 'warn']);
run('playwright', ['test', '--config', 'config/playwright.config.ts', '--project', 'monkey'], {
  MONKEY_MINUTES: String(minutes),
  MONKEY_SEEDS: seeds,
  ...(values.verbose && { MONKEY_VERBOSE: '1' }),
});

function run(program, args, env = {}) {
  const shell = process.platform === 'win32';
  const file = path.join(root, 'node_modules', '.bin', shell ? `${program}.cmd` : program);
  const { status } = spawnSync(file, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
    shell,
  });
  if (status !== 0) process.exit(status ?? 1);
}

// `npm run lighthouse [-- --runs N]`: Lighthouse on the built site, the median of the runs. Run `npm run build` first.
// Fails unless accessibility, best practices and SEO are 100; performance, which depends on the machine, is only printed.
// Lighthouse is installed from tests/lighthouse; if that is impossible, the script prints a note and succeeds.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { findBrowser } from './browser.mjs';
import { installPackages } from './installPackages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const host = '127.0.0.1';
const pages = ['index.html', 'learn/index.html'];
/** Lighthouse has its own lock file, since it is larger than all other development dependencies together. */
const folder = 'tests/lighthouse';
const program = path.join(root, folder, 'node_modules', 'lighthouse', 'cli', 'index.js');
/** Options of its two devices; a telephone is its default. */
const presets = { desktop: ['--preset=desktop'], mobile: [] };
/** Categories whose score must be 100. */
const strict = ['accessibility', 'best-practices', 'seo'];
const categories = ['performance', ...strict];

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const runs = Number(values.runs);
if (!(Number.isInteger(runs) && runs >= 1))
  throw new Error(`invalid --runs; must be a whole number >= 1: ${values.runs}`);
if (!existsSync(path.join(root, 'dist', 'index.html')))
  throw new Error('the site is not built; run npm run build first');

try {
  await installPackages(folder);
} catch (error) {
  console.log(`skipped: ${error.message}`);
  process.exit(0);
}
const { executablePath, args } = await findBrowser();
const server = await preview({
  root,
  logLevel: 'warn',
  preview: { host, port: await freePort(), strictPort: true },
});
const site = `http://${host}:${server.httpServer.address().port}/`;
try {
  for (const page of pages)
    for (const preset of Object.keys(presets)) report(page, preset, await repeated(page, preset));
} finally {
  server.httpServer.closeAllConnections();
  await server.close();
}

/** The results of a page; each run has a new browser with empty caches. */
async function repeated(page, preset) {
  const results = [];
  for (let run = 0; run < runs; run++) {
    const port = await freePort();
    const browser = await chromium.launch({
      executablePath,
      args: [...args, `--remote-debugging-port=${port}`],
    });
    try {
      const options = [
        `--port=${port}`,
        `--only-categories=${categories.join()}`,
        '--output=json',
        '--quiet',
      ];
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [program, `${site}${page}`, ...options, ...presets[preset]],
        { maxBuffer: 2 ** 27 },
      );
      const lhr = JSON.parse(stdout);
      if (lhr.runtimeError) throw new Error(`${page}, ${preset}: ${lhr.runtimeError.message}`);
      results.push(lhr);
    } finally {
      await browser.close();
    }
  }
  return results;
}

function report(page, preset, results) {
  const scores = categories.map((name) => [
    name,
    median(results.map((lhr) => lhr.categories[name].score * 100)),
  ]);
  console.log(`${page}, ${preset}: ${scores.map(([name, score]) => `${name} ${score}`).join(', ')}`);
  const faults = new Set(results.flatMap(faultsOf));
  for (const fault of faults) console.log(`  ${fault}`);
  if (scores.some(([name, score]) => strict.includes(name) && score < 100)) process.exitCode = 1;
}

/** Failed audits of the strict categories, with the elements that fail them. */
function faultsOf({ categories: scored, audits }) {
  return strict
    .flatMap((name) => scored[name].auditRefs)
    .map(({ id }) => audits[id])
    .filter(({ score }) => score !== null && score < 1)
    .map(({ id, title, details }) => `${id}: ${title} ${JSON.stringify(details?.items ?? []).slice(0, 500)}`);
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const last = sorted.length - 1;
  return (sorted[Math.floor(last / 2)] + sorted[Math.ceil(last / 2)]) / 2;
}

async function freePort() {
  const probe = createServer();
  await new Promise((listening) => probe.listen(0, host, listening));
  const { port } = probe.address();
  await new Promise((closed) => probe.close(closed));
  return port;
}

// npm run lighthouse [-- --runs N]: median scores of Lighthouse on the built site (npm run build first).
// Fails unless accessibility, best practices and SEO are 100; performance is only reported, because it depends on the machine.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { findBrowser } from './browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const host = '127.0.0.1';
const pages = ['index.html', 'learn/index.html'];
/** Fetched by npx on demand: Lighthouse is larger than all dependencies of the project. */
const program = 'lighthouse@12.8.2';
/** Command line options of each device; Lighthouse defaults to a mobile device. */
const presets = { desktop: ['--preset=desktop'], mobile: [] };
/** Categories that must score 100. */
const strict = ['accessibility', 'best-practices', 'seo'];
const categories = ['performance', ...strict];

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const runs = Number(values.runs);
if (!(Number.isInteger(runs) && runs >= 1))
  throw new Error(`invalid --runs; must be a whole number >= 1: ${values.runs}`);
if (!existsSync(path.join(root, 'dist', 'index.html')))
  throw new Error('the site is not built; run npm run build first');

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

/** The results of a page. Each run starts a new browser with an empty cache. */
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
        'npx',
        ['--yes', program, `${site}${page}`, ...options, ...presets[preset]],
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

/** The failed audits of the strict categories, with their locations. */
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

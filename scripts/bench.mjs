// npm run bench [-- SECTION…] [--quick] [--write] [--out FILE] [--gpu]: measures speed in a real browser.
// A section is a folder tests/bench/<section> with a run.ts. --write updates docs/performance.md.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { findBrowser } from './browser.mjs';
import { installPackages } from './installPackages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = path.join(root, 'tests', 'bench');
const document = path.join(root, 'docs', 'performance.md');
const results = path.join(root, 'docs', 'performance');

/** Makes Chromium use the graphics card instead of software rendering. */
const graphicsCard = ['--enable-gpu', '--ignore-gpu-blocklist'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    out: { type: 'string', default: path.join(root, 'node_modules', '.cache', 'bench', 'results.json') },
    gpu: { type: 'boolean', default: false },
    /** ANGLE backend of Chromium: gl-egl, vulkan, metal, d3d11. */
    angle: { type: 'string', default: 'gl-egl' },
  },
});
const sections = chosenSections(positionals);

await installPackages('tests/bench');
// Does not reload when files are edited, and has its own cache so that other servers keep their pre-bundled packages.
const server = await createServer({
  configFile: path.join(folder, 'vite.config.ts'),
  logLevel: 'warn',
  cacheDir: path.join(root, 'node_modules', '.cache', 'bench', 'vite'),
  server: { port: 4600, hmr: false, watch: null },
});
await server.listen();
const browser = await launch();
try {
  const { asText } = await server.ssrLoadModule('/report/table.ts');
  const bench = {
    root,
    address: server.resolvedUrls.local[0],
    browser,
    quick: values.quick,
    progress: (line) => console.error(line),
  };
  const machine = await describeMachine(bench);
  for (const [name, value] of Object.entries(machine)) console.log(`${name}: ${value}`);
  const found = {};
  for (const name of sections) {
    const { run } = await server.ssrLoadModule(`/${name}/run.ts`);
    const begun = Date.now();
    found[name] = await run(bench);
    bench.progress(`${name}: ${Math.round((Date.now() - begun) / 1000)} s`);
    console.log('');
    for (const table of Object.values(found[name].tables)) console.log(asText(table));
  }
  const { targetTable } = await server.ssrLoadModule('/report/document.ts');
  const targets = Object.values(found).flatMap((report) => report.targets);
  if (targets.length > 0) console.log(asText(targetTable(targets)));
  mkdirSync(path.dirname(values.out), { recursive: true });
  writeFileSync(values.out, `${JSON.stringify({ machine, sections: found }, null, 1)}\n`);
  console.log(`All measurements: ${path.relative(process.cwd(), values.out)}`);
  if (values.write) await write(machine, found);
} finally {
  await browser.close();
  await server.close();
}

/** The sections named on the command line, or all of them. */
function chosenSections(names) {
  const known = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'run.ts')));
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) throw new Error(`invalid section; must be one of ${known.join(', ')}: ${unknown}`);
  return names.length > 0 ? names : known;
}

async function launch() {
  const { executablePath, args } = await findBrowser();
  if (!values.gpu) return chromium.launch({ executablePath, args });
  return chromium.launch({
    executablePath,
    args: [...args, `--use-angle=${values.angle}`, ...graphicsCard],
    ignoreDefaultArgs: ['--enable-unsafe-swiftshader'],
  });
}

/** The properties of the machine that results depend on. */
async function describeMachine({ address }) {
  const page = await browser.newPage();
  await page.goto(`${address}worker/index.html`);
  await page.waitForFunction(() => 'harness' in globalThis);
  const renderer = await page.evaluate(() => globalThis.harness.renderer());
  await page.close();
  const processors = os.cpus();
  return {
    processor: `${processors[0].model.trim()}, ${processors.length} cores`,
    memory: `${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    system: `${os.type()} ${os.release()}, ${os.arch()}`,
    browser: `Chromium ${browser.version()}`,
    'WebGL renderer': renderer,
    Node: process.versions.node,
    date: new Date().toISOString().slice(0, 10),
  };
}

/** Writes one JSON file per section, its drawings, and the tables in docs/performance.md; those of a graphics card are separate. */
async function write(machine, found) {
  const { targetTable, machineTable, placed, withTables } = await server.ssrLoadModule('/report/document.ts');
  mkdirSync(results, { recursive: true });
  const suffix = values.gpu ? '-gpu' : '';
  for (const [name, report] of Object.entries(found)) {
    const { pictures, machine: more, ...rest } = report;
    const all = { machine: { ...machine, ...more }, ...rest };
    writeFileSync(path.join(results, `${name}${suffix}.json`), `${JSON.stringify(all)}\n`);
    for (const [file, drawing] of Object.entries(pictures)) {
      const { name: stem, ext } = path.parse(file);
      writeFileSync(path.join(results, `${stem}${suffix}${ext}`), drawing);
    }
  }
  const tables = {};
  const targets = { '': [], '-gpu': [] };
  for (const file of readdirSync(results).filter((name) => name.endsWith('.json'))) {
    const name = path.parse(file).name;
    const report = JSON.parse(readFileSync(path.join(results, file), 'utf8'));
    Object.assign(tables, placed(name, report));
    targets[name.endsWith('-gpu') ? '-gpu' : ''].push(...report.targets);
    tables[`${name}:machine`] = machineTable(report.machine);
  }
  for (const [kind, all] of Object.entries(targets))
    if (all.length > 0) tables[`targets${kind}`] = targetTable(all);
  writeFileSync(document, withTables(readFileSync(document, 'utf8'), tables));
  console.log(`Updated: ${path.relative(process.cwd(), document)}`);
}

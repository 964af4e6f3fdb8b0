import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { findBrowser } from '../scripts/browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Another one by E2E_PORT, where two checkouts are tested at once. */
const port = Number(process.env.E2E_PORT ?? 4399);
const baseURL = `http://127.0.0.1:${port}/`;
const { executablePath, args } = await findBrowser();

/** The page as it is built: run `npm run build` first. */
export default defineConfig({
  testDir: '../tests/e2e',
  outputDir: '../test-results',
  // Most of a test is waiting for the page: two share the cores of a small machine.
  workers: 2,
  fullyParallel: true,
  timeout: 120_000,
  // A busy machine is no fault of the page.
  expect: { timeout: 20_000 },
  reporter: 'list',
  // What is watched for smoothness has the machine to itself, and so have the monkeys: `npm test` runs one after the other.
  projects: [
    { name: 'e2e', testIgnore: /(quiet|monkey)\.spec/ },
    { name: 'quiet', testMatch: /quiet\.spec/, fullyParallel: false },
    { name: 'monkey', testMatch: /monkey\.spec/ },
  ],
  // What is kept offline is kept once, in the test of that; the others would fetch the whole site behind their backs.
  use: { baseURL, serviceWorkers: 'block', launchOptions: { executablePath, args } },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${port} --strictPort --host 127.0.0.1`,
    cwd: root,
    url: baseURL,
    reuseExistingServer: false,
  },
});

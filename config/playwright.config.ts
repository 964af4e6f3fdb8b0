import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { findBrowser } from '../scripts/browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** E2E_PORT selects another port, so that two checkouts can be tested concurrently. */
const port = Number(process.env.E2E_PORT ?? 4399);
const baseURL = `http://127.0.0.1:${port}/`;
const { executablePath, args } = await findBrowser();

/** Tests of the built page: run `npm run build` first. */
export default defineConfig({
  testDir: '../tests/e2e',
  outputDir: '../test-results/playwright',
  // Two pages share the cores of a small machine: while one loads, the other computes.
  workers: 2,
  fullyParallel: true,
  // Both are for what hangs: a busy machine makes tests slow, never wrong.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: 'list',
  projects: [
    { name: 'e2e', testIgnore: /\/deep\// },
    { name: 'deep', testMatch: /\/deep\//, testIgnore: /monkey\.spec/ },
    // One test opens three pages that train concurrently.
    { name: 'monkey', testMatch: /monkey\.spec/ },
  ],
  // The service worker would fetch the whole site in every test; the test of offline use allows it.
  use: { baseURL, serviceWorkers: 'block', launchOptions: { executablePath, args } },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${port} --strictPort --host 127.0.0.1`,
    cwd: root,
    url: baseURL,
    timeout: 300_000,
    reuseExistingServer: false,
  },
});

import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { findBrowser } from '../scripts/browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const baseURL = 'http://127.0.0.1:4399/';
const { executablePath, args } = await findBrowser();

/** The page as it is built: run `npm run build` first. */
export default defineConfig({
  testDir: '../tests/e2e',
  outputDir: '../test-results',
  workers: 1,
  timeout: 120_000,
  // A busy machine is no fault of the page.
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: { baseURL, launchOptions: { executablePath, args } },
  webServer: {
    command: 'node node_modules/vite/bin/vite.js preview --port 4399 --strictPort --host 127.0.0.1',
    cwd: root,
    url: baseURL,
    reuseExistingServer: false,
  },
});

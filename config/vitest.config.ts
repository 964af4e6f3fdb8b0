import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { assemblyScript } from '../scripts/assemblyscript.mjs';
import { type Browser, findBrowser } from '../scripts/browser.mjs';
import { elementLocales } from './i18n/plugins.ts';
import { preBundled } from './preBundled.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const unit: TestProjectInlineConfiguration = {
  plugins: [assemblyScript(), elementLocales()],
  test: {
    name: 'unit',
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    exclude: [
      '**/node_modules/**',
      'tests/bench/baselines/**',
      'tests/browser/**',
      'tests/e2e/**',
      'tests/packages/**',
    ],
    // Modules keep nothing that another file could find changed: each is loaded once.
    isolate: false,
    // A busy machine is no fault of the code.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
};

/** What `npm run build` left, as npm packs it. */
const packages: TestProjectInlineConfiguration = {
  test: {
    name: 'packages',
    environment: 'node',
    include: ['tests/packages/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
};

const inBrowser = ({ executablePath, args }: Browser): TestProjectInlineConfiguration => ({
  plugins: [react(), assemblyScript()],
  worker: { format: 'es', plugins: () => [assemblyScript()] },
  optimizeDeps: { include: preBundled },
  test: {
    name: 'browser',
    include: ['tests/browser/**/*.test.ts'],
    testTimeout: 120_000,
    // A browser draws for all its pages on one thread: files wait for each other.
    fileParallelism: false,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: { executablePath, args } }),
      instances: [{ browser: 'chromium' }],
    },
  },
});

// Without a browser the other tests still run.
const browser = await findBrowser().catch((error: Error) => {
  console.error(error.message);
  return null;
});

export default defineConfig({
  root,
  test: {
    projects: [unit, packages, ...(browser ? [inBrowser(browser)] : [])],
  },
});

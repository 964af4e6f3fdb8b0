import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { assemblyScript } from '../scripts/assemblyscript.mjs';
import { findBrowser } from '../scripts/browser.mjs';
import { elementLocales } from './i18n/plugins.ts';
import { preBundled } from './preBundled.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Milliseconds after which a test counts as hanging. A busy machine makes tests slow, never wrong. */
const HANGING = 300_000;

/** Read by tests/testSize.ts, in Node and in the browser. */
const env = { TEST_SIZE: process.env.TEST_SIZE ?? '0.05' };

const unit: TestProjectInlineConfiguration = {
  plugins: [assemblyScript(), elementLocales()],
  test: {
    name: 'unit',
    env,
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    exclude: [
      '**/node_modules/**',
      'tests/bench/baselines/**',
      'tests/browser/**',
      'tests/crossbrowser/**',
      'tests/e2e/**',
      'tests/packages/**',
      'tests/recipes/**',
    ],
    // Modules hold no state that a test changes, so that files of one worker share them.
    isolate: false,
    testTimeout: HANGING,
    hookTimeout: HANGING,
  },
};

/** What `npm run build` left, as npm packs it. */
const packages: TestProjectInlineConfiguration = {
  test: {
    name: 'packages',
    environment: 'node',
    include: ['tests/packages/**/*.test.ts'],
    testTimeout: HANGING,
    hookTimeout: HANGING,
  },
};

/** Follows the recipes of CONTRIBUTING.md in a copy of the tree. */
const recipes: TestProjectInlineConfiguration = {
  test: {
    name: 'recipes',
    environment: 'node',
    include: ['tests/recipes/**/*.test.ts'],
    testTimeout: HANGING,
    hookTimeout: HANGING,
  },
};

/** The built page in an installed browser other than Chromium: run `npm run build` first. */
const crossBrowser = (name: 'firefox' | 'webkit'): TestProjectInlineConfiguration => ({
  test: {
    name,
    env: { CROSS_BROWSER: name },
    environment: 'node',
    include: ['tests/crossbrowser/**/*.test.ts'],
    // One browser at a time: training in one makes the other slow.
    fileParallelism: false,
    expect: { poll: { interval: 100, timeout: 120_000 } },
    testTimeout: HANGING,
    hookTimeout: HANGING,
  },
});

/** Looks for the browser only when the project `browser` is requested. */
const browserProvider: Plugin = {
  name: 'browser-provider',
  async config() {
    const { executablePath, args } = await findBrowser();
    return { test: { browser: { provider: playwright({ launchOptions: { executablePath, args } }) } } };
  },
};

const browser: TestProjectInlineConfiguration = {
  plugins: [browserProvider, react(), assemblyScript()],
  worker: { format: 'es', plugins: () => [assemblyScript()] },
  optimizeDeps: { include: preBundled },
  test: {
    name: 'browser',
    env,
    include: ['tests/browser/**/*.test.ts'],
    testTimeout: HANGING,
    hookTimeout: HANGING,
    // One browser thread draws for all pages: files run one after the other.
    fileParallelism: false,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      instances: [{ browser: 'chromium' }],
    },
  },
};

export default defineConfig({
  root,
  test: {
    projects: [unit, packages, recipes, browser, crossBrowser('firefox'), crossBrowser('webkit')],
    // Kernels are compiled into one module: a change of any of them is a change of that module.
    forceRerunTriggers: ['**/package.json', '**/config/vitest.config.ts', '**/src/engine/wasm/assembly/**'],
  },
});

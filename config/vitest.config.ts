import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { assemblyScript } from '../scripts/assemblyscript.mjs';
import { type Browser, findBrowser } from '../scripts/browser.mjs';
import { preBundled } from './preBundled.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const unit: TestProjectInlineConfiguration = {
  plugins: [assemblyScript()],
  test: {
    name: 'unit',
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**', 'tests/e2e/**'],
    // A busy machine is no fault of the code.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
};

/** Tests that are about time: they have the machine to themselves, after the others. */
const quiet = ['tests/browser/trainer*.test.ts', 'tests/browser/webglLost.test.ts'];

const inBrowser = (
  { executablePath, args }: Browser,
  project: {
    readonly name: string;
    readonly include: string[];
    readonly exclude: string[];
    readonly alone: boolean;
  },
): TestProjectInlineConfiguration => ({
  plugins: [react(), assemblyScript()],
  worker: { format: 'es', plugins: () => [assemblyScript()] },
  optimizeDeps: { include: preBundled },
  test: {
    name: project.name,
    include: project.include,
    exclude: project.exclude,
    testTimeout: 120_000,
    fileParallelism: !project.alone,
    sequence: { groupOrder: project.alone ? 1 : 0 },
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
    projects: browser
      ? [
          unit,
          inBrowser(browser, {
            name: 'browser',
            include: ['tests/browser/**/*.test.ts'],
            exclude: quiet,
            alone: false,
          }),
          inBrowser(browser, { name: 'browser-quiet', include: quiet, exclude: [], alone: true }),
        ]
      : [unit],
    coverage: { provider: 'v8', include: ['src/**/*.{ts,tsx}'] },
  },
});

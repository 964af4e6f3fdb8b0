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

const inBrowser = ({ executablePath, args }: Browser): TestProjectInlineConfiguration => ({
  plugins: [react(), assemblyScript()],
  worker: { format: 'es', plugins: () => [assemblyScript()] },
  optimizeDeps: { include: preBundled },
  test: {
    name: 'browser',
    include: ['tests/browser/**/*.test.{ts,tsx}'],
    testTimeout: 120_000,
    // Some tests are about time: one at a time, or small machines fail them.
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
    projects: browser ? [unit, inBrowser(browser)] : [unit],
    coverage: { provider: 'v8', include: ['src/**/*.{ts,tsx}'] },
  },
});

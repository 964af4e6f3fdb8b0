import { playwright } from '@vitest/browser-playwright';
import { mergeConfig } from 'vitest/config';
import { findBrowser } from '../../scripts/browser.mjs';
import bench from './vite.config.ts';

const { executablePath, args } = await findBrowser();

/** Holds the baselines to the reference: `npx vitest run --config tests/bench/vitest.config.ts`. */
export default mergeConfig(bench, {
  test: {
    name: 'bench',
    include: ['baselines/**/*.test.ts'],
    globalSetup: './install.ts',
    testTimeout: 120_000,
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

import type { KnipConfig } from 'knip';

/**
 * `knip` finds files, exports and dependencies that nothing uses; `knip --production` reads only the patterns that end with
 * an exclamation mark, and so finds exports of src that only tests use. An export that its own file uses may be for a test.
 */
const config: KnipConfig = {
  workspaces: {
    '.': {
      entry: [
        'index.html!',
        'config/lessons.ts!',
        'src/cli/main.ts!',
        'src/embed/define.ts!',
        'src/engine/wasm/assembly/index.ts!',
        // docs/links.md is written from it, by a test.
        'src/experiment/document/meanings.ts!',
        'src/lessons/learn.ts!',
        'src/lessons/render.tsx!',
        'src/library/index.ts!',
        'src/offline/serviceWorker.ts!',
        'src/worker/trainer.worker.ts!',
        'scripts/*.mjs',
        'tests/**/*.{ts,tsx}',
      ],
      project: ['src/**/*.{ts,tsx,mdx}!', 'config/**/*.ts', 'scripts/**/*.mjs', 'tests/**/*.{ts,tsx}'],
      // scripts/mathFont.mjs reads a file of the font.
      ignoreDependencies: ['assemblyscript', '@fontsource/stix-two-math'],
      vitest: { config: ['config/vitest.config.ts'] },
      playwright: { config: ['config/playwright.config.ts'] },
    },
    // Loading its Vitest configuration looks for a browser.
    'tests/bench': { entry: ['**/*.ts'], project: ['**/*.ts'], vitest: false },
  },
  ignoreExportsUsedInFile: process.argv.includes('--production') ? true : { interface: true, type: true },
};

export default config;

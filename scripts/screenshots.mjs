// Pictures of the built page for the README: node scripts/screenshots.mjs, after npm run build.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { findBrowser } from './browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}docs/pictures/`;
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

const server = await preview({ root, logLevel: 'silent', preview: { port: 4500, host: '127.0.0.1' } });
const address = server.resolvedUrls?.local[0];
const { executablePath, args } = await findBrowser();
const browser = await chromium.launch({ executablePath, args });

/** Opens an experiment at a step, does what has to be done there, and takes the picture of the page. */
async function picture(name, viewport, colorScheme, step, fields = '', act = async () => {}) {
  const page = await browser.newPage({ viewport, colorScheme });
  const link = step === 0 ? 'view.autoplay=false' : `view.step=${step}`;
  await page.goto(`${address}#${link}${fields}`);
  const reached = (wanted) =>
    Number(document.querySelector('[class*=readout] output')?.textContent?.replaceAll(',', '')) === wanted;
  await page.waitForFunction(reached, step, { timeout: 120_000 });
  await act(page);
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `${folder}${name}.png` });
  await page.close();
}

await mkdir(folder, { recursive: true });
try {
  for (const viewport of sizes)
    for (const colorScheme of ['light', 'dark'])
      await picture(`playground-${colorScheme}-${viewport.width}`, viewport, colorScheme, 1500);
  await picture('playground', sizes[0], 'light', 1500);
  await picture('plane', sizes[0], 'light', 3000, '&dataset.id=moons');
  await picture('digits', sizes[0], 'light', 3000, '&dataset.id=digits');
  await picture('series', sizes[0], 'light', 3000, '&dataset.id=airline');
  await picture('prior-predictive', sizes[0], 'light', 0);
  await picture(
    'truth',
    sizes[0],
    'light',
    1500,
    '&dataset.id=two-clusters&network.hidden=20',
    async (page) => {
      await page.getByRole('button', { name: /^Compare with the truth/ }).click();
      await page.getByRole('button', { name: 'Hide' }).waitFor({ timeout: 240_000 });
    },
  );
} finally {
  await browser.close();
  await server.close();
}

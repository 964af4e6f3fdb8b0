// npm run screenshots [-- NAME …] [--out FOLDER]: the pictures of docs/pictures, or only those named, from the built page
// (npm run build first), into docs/pictures or another folder.
// npm run screenshots -- lessons [EXHIBIT …]: those that lessons show before an exhibit runs.
// npm run screenshots -- minute [VISITOR …]: the first minute of four visitors.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { findBrowser } from './browser.mjs';
import { takeLessonPictures } from './lessonPictures.mjs';
import { takeMinutePictures } from './minutePictures.mjs';
import { desktop, pictures } from './pictures.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: `${root}docs/pictures` } },
});
const folder = `${values.out}/`;
/** Milliseconds to wait for animations to finish. */
const ANIMATION_TIME = 1500;

const [first, ...others] = positionals;
const ofLessons = first === 'lessons';
const ofMinute = first === 'minute';
const names = first === undefined || ofLessons || ofMinute ? others : [first, ...others];
const unknown = ofLessons || ofMinute ? undefined : names.find((name) => !(name in pictures));
if (unknown)
  throw new Error(`invalid picture; must be one of ${Object.keys(pictures).join(', ')}: ${unknown}`);

const server = await preview({ root, logLevel: 'silent', preview: { port: 4500, host: '127.0.0.1' } });
const address = server.resolvedUrls?.local[0];
const { executablePath, args } = await findBrowser();
const browser = await chromium.launch({ executablePath, args });
await mkdir(`${folder}states`, { recursive: true });
try {
  if (ofLessons) await takeLessonPictures({ browser, address, root, names });
  else if (ofMinute) await takeMinutePictures({ browser, address, folder, names, settle: ANIMATION_TIME });
  else for (const name of names.length > 0 ? names : Object.keys(pictures)) await take(name, pictures[name]);
} finally {
  await browser.close();
  await server.close();
}

/** Opens the page, puts it into the given state and takes a picture. */
async function take(name, { size = desktop, scheme = 'light', step = 0, fields = '', act, loading = false }) {
  const page = await browser.newPage({ viewport: size, colorScheme: scheme });
  // Without its scripts the page shows its stored picture.
  if (loading) await page.route(/\.js$/, () => {});
  const start = step === 0 ? 'view.autoplay=false' : `view.step=${step}`;
  await page.goto(`${address}#${start}${fields && `&${fields}`}`, { waitUntil: 'commit' });
  if (!loading) await page.waitForFunction(reached, step, { timeout: 120_000 });
  await act?.(page);
  await page.waitForTimeout(ANIMATION_TIME);
  await page.screenshot({ path: `${folder}${name}.png` });
  await page.close();
}

/** Runs in the page: whether the top bar shows this step. */
function reached(step) {
  const shown = document.querySelector('[data-step-count]')?.textContent;
  return shown !== undefined && Number(shown.replace(/\D/g, '')) === step;
}

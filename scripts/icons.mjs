// npm run icons: renders the PNG icons of public/ from public/favicon.svg in the browser of the tests.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowser } from './browser.mjs';

const folder = fileURLToPath(new URL('../public/', import.meta.url));
const svg = readFileSync(`${folder}favicon.svg`, 'utf8');

/** `inset`: margin on each side as a fraction of the width; a maskable icon may lose a tenth on each side. */
const icons = [
  { name: 'icon-192.png', size: 192, inset: 0, ground: 'transparent' },
  { name: 'icon-512.png', size: 512, inset: 0, ground: 'transparent' },
  { name: 'icon-maskable-512.png', size: 512, inset: 0.12, ground: '#fffefb' },
  { name: 'apple-touch-icon.png', size: 180, inset: 0.06, ground: '#fffefb' },
];

const { executablePath, args } = await findBrowser();
const browser = await chromium.launch({ executablePath, args });
try {
  const page = await browser.newPage();
  for (const { name, size, inset, ground } of icons) {
    await page.setViewportSize({ width: size, height: size });
    const side = Math.round(size * (1 - 2 * inset));
    await page.setContent(
      `<style>html { background: ${ground} } body { margin: ${(size - side) / 2}px } svg { display: block; width: ${side}px }</style>${svg}`,
    );
    await page.screenshot({ path: `${folder}${name}`, omitBackground: true });
    console.log(`public/${name}`);
  }
} finally {
  await browser.close();
}

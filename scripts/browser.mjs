import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {string[]} args - its command line arguments
 * @property {string} source - where it was found, for messages
 */

const commandNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
];

/**
 * Chromium features to disable: the address-bar popups, which are two extra pages in every window, and the features that
 * Playwright disables, because Chromium uses only the last `--disable-features` list.
 */
const featuresOff = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/** No background requests or first-run dialogs; on Linux, Chromium as root does not start with its sandbox. */
const baseArgs = [
  ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${featuresOff.join()}`,
];

/** Enables the software renderer that @sparticuz/chromium contains. */
const softwareGraphicsArgs = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--in-process-gpu',
];

const noBrowser =
  'No Chromium found: install one (Debian: apt-get install chromium; elsewhere: npx playwright install chromium) or set CHROMIUM_PATH.';

/**
 * The browser for tests and scripts: CHROMIUM_PATH, else an installed Chromium, Chrome or Edge, else Playwright's download,
 * else the copy in the npm package @sparticuz/chromium.
 *
 * @returns {Promise<Browser>}
 */
export async function findBrowser() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen && !isExecutable(chosen))
    throw new Error(`invalid CHROMIUM_PATH; must be executable: ${chosen}`);
  if (chosen) return { executablePath: chosen, args: baseArgs, source: 'CHROMIUM_PATH' };

  const system = systemPaths().find(isExecutable);
  if (system) return { executablePath: system, args: baseArgs, source: 'system' };

  const { chromium } = await import('@playwright/test');
  const downloaded = chromium.executablePath();
  if (isExecutable(downloaded)) return { executablePath: downloaded, args: baseArgs, source: 'Playwright' };

  if (process.platform === 'linux' && process.arch === 'x64') return bundledBrowser();
  throw new Error(noBrowser);
}

/** @returns {Promise<Browser>} */
async function bundledBrowser() {
  // Makes the package also unpack its shared libraries, which a minimal system lacks.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const { default: bundled } = await import('@sparticuz/chromium');
  bundled.setGraphicsMode = true;
  const executablePath = await bundled.executablePath();
  return { executablePath, args: [...baseArgs, ...softwareGraphicsArgs], source: '@sparticuz/chromium' };
}

function systemPaths() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return folders.filter(Boolean).flatMap((folder) => programs.map((program) => `${folder}\\${program}`));
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return commandNames.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

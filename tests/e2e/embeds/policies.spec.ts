import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { stepIn } from '../support/embedHost.ts';
import { type Host, serveHost } from '../support/hosts.ts';

// Hosts whose policy forbids what the element needs: browsers report that as console errors, so that these tests cannot use
// the fixture that refuses them.

/** A page with an element, whose `error` events are recorded, under a policy. {{site}} stands for the playground's site. */
async function open(page: Page, policy: string, attributes = ''): Promise<Host> {
  const site = test.info().project.use.baseURL ?? '';
  const html = `<!doctype html><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
    <script type="module" src="/bayes-playground.js"></script><script src="/record.js"></script>
    <bayes-playground ${attributes.replaceAll('{{site}}', site)}></bayes-playground>`;
  const record = `globalThis.faults = [];
    document.addEventListener('error', ({ target, detail }) => {
      if (target.localName === 'bayes-playground') faults.push(detail.message);
    }, { capture: true });`;
  const host = await serveHost(
    'dist',
    { '/host.html': html, '/record.js': record },
    { 'content-security-policy': policy.replaceAll('{{site}}', site) },
  );
  await page.goto(`${host.address}host.html`);
  return host;
}

const faults = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { faults: readonly string[] }).faults);
const start = (page: Page) => page.getByRole('button', { name: /^(Train this network|Dieses Netz)/ });
const words = (page: Page) => page.locator('bayes-playground').getByRole('status');

const forbidden = [
  ['script-src', "script-src 'self'", ''],
  ['script-src', "default-src 'self' 'unsafe-inline'; script-src 'self' 'nonce-abc'", ''],
  ['frame-src', "frame-src 'self'", 'src="{{site}}embed.html"'],
  ['frame-src', "default-src 'self'", 'src="{{site}}embed.html"'],
  ['require-trusted-types-for', "require-trusted-types-for 'script'", ''],
] as const;

for (const [directive, policy, attributes] of forbidden)
  test(`under "${policy}" the element names ${directive}, in its place and by an error event`, async ({
    page,
  }) => {
    const host = await open(page, policy, attributes);
    await start(page).click();
    await expect(words(page)).toHaveText(
      `The playground cannot start: the content security policy of this page forbids it (${directive}).`,
    );
    const [message, ...others] = await faults(page);
    expect(message).toMatch(new RegExp(`^${directive}: `));
    expect(others).toEqual([]);
    // Its picture is there again, and so is the way to start it.
    await expect(start(page)).toBeVisible();
    await expect(page.locator('bayes-playground').locator('iframe')).toHaveCount(0);
    await start(page).click();
    await expect.poll(async () => (await faults(page)).length).toBe(2);
    host.close();
  });

test('a script that is missing is named, in German too', async ({ page }) => {
  await page.route('**/embed-page.js', (route) => route.fulfill({ status: 404 }));
  const host = await open(page, "script-src 'self' 'unsafe-inline'", 'lang="de"');
  await start(page).click();
  await expect(words(page)).toHaveText(/^Die Spielwiese konnte nicht geladen werden: .*embed-page\.js/);
  expect(await faults(page)).toEqual([expect.stringMatching(/embed-page\.js/)]);
  host.close();
});

test('where the policy forbids its worker, the frame says so and the element gets an error event', async ({
  page,
}) => {
  const host = await open(page, "script-src 'self' 'unsafe-inline'; worker-src 'self'");
  await start(page).click();
  const text =
    'Training cannot start: the content security policy of this page forbids its worker (worker-src).';
  await expect.poll(() => faults(page)).toContain(text);
  const frame = page.locator('bayes-playground').frameLocator('iframe');
  await expect(frame.getByText(text).first()).toBeVisible();
  host.close();
});

test('under a strict policy that lists what the readme says, the element trains', async ({ page }) => {
  const embed = await readFile('dist/embed.html', 'utf8');
  const [, own = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(embed) ?? [];
  // The policy of the playground's page, and what the host needs for its own two scripts.
  const host = await open(page, own.replace('script-src', "script-src 'self'"));
  await start(page).click();
  const frame = page.locator('bayes-playground').frameLocator('iframe');
  await expect.poll(() => stepIn(frame)).toBeGreaterThan(20);
  await expect(frame.getByRole('heading', { name: 'Predictive' })).toBeVisible();
  expect(await faults(page)).toEqual([]);
  host.close();
});

test('where the policy forbids WebAssembly, the element trains in TypeScript', async ({ page }) => {
  const host = await open(page, "script-src 'self' 'unsafe-inline'; worker-src blob:");
  const backends: string[] = [];
  await page.exposeFunction('reportBackend', (name: string) => backends.push(name));
  await page.evaluate(() =>
    document.querySelector('bayes-playground')?.addEventListener('status', (event) => {
      const { backend } = (event as CustomEvent<{ backend: string }>).detail;
      (globalThis as unknown as { reportBackend: (name: string) => void }).reportBackend(backend);
    }),
  );
  await start(page).click();
  await expect.poll(() => stepIn(page.locator('bayes-playground').frameLocator('iframe'))).toBeGreaterThan(5);
  expect(backends).toContain('reference');
  expect(backends).not.toContain('wasm');
  host.close();
});

test('in browsers without constructed style sheets the element has its styles', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(globalThis, {
      CSSStyleSheet: class {
        constructor() {
          throw new TypeError('Illegal constructor');
        }
      },
    });
  });
  const host = await open(page, "script-src 'self' 'unsafe-inline'");
  await expect(start(page)).toHaveCSS('background-color', 'rgb(255, 254, 251)');
  await expect.poll(async () => (await start(page).boundingBox())?.height).toBeGreaterThan(200);
  host.close();
});

test('the picture of the element follows its theme, else the system', async ({ page }) => {
  const host = await open(page, "script-src 'self'");
  const light = 'rgb(255, 254, 251)';
  const dark = 'rgb(25, 27, 31)';
  const element = page.locator('bayes-playground');
  const theme = (value: string | null) =>
    element.evaluate((one, given) => {
      if (given === null) one.removeAttribute('theme');
      else one.setAttribute('theme', given);
    }, value);
  for (const [system, attribute, expected] of [
    ['light', null, light],
    ['dark', null, dark],
    ['dark', 'light', light],
    ['light', 'dark', dark],
  ] as const) {
    await page.emulateMedia({ colorScheme: system });
    await theme(attribute);
    await expect(start(page), `${system}, ${attribute}`).toHaveCSS('background-color', expected);
  }
  host.close();
});

import { callOnJson, type Driver, viewport } from './driver.ts';
import { end, findProgram, freePort, start } from './programs.ts';

/** The screen is larger than the window; the window has a bar of this height above its page. */
const SCREEN = '1600x1100x24';
const BAR = 60;
/** Milliseconds after which a page counts as hanging. */
const HANGING = 120_000;
/** Milliseconds after which the answer of a script is lost: its document was replaced. The next look asks again. */
const LOST = 20_000;
/** Errors of the page and what its policy refuses, which WebKit writes to the console of its process. */
const loggedError = /CONSOLE .*\b(ERROR|EXCEPTION)\b/;

/** WebKitGTK's MiniBrowser on a screen in memory, by WebDriver (https://www.w3.org/TR/webdriver2/). */
export async function openWebKit(): Promise<Driver> {
  const port = await freePort();
  const errors: string[] = [];
  const screen = ['-a', '-s', `-screen 0 ${SCREEN}`];
  const driver = start(
    findProgram('xvfb-run')!,
    [...screen, findProgram('WebKitWebDriver')!, `--port=${port}`],
    (line) => {
      if (loggedError.test(line)) errors.push(line.slice(0, 500));
    },
  );
  const site = `http://127.0.0.1:${port}`;
  while (driver.exitCode === null && !(await isReady(site)))
    await new Promise((again) => setTimeout(again, 50));
  const created = await call(site, 'POST', '/session', {
    capabilities: {
      alwaysMatch: {
        browserName: 'MiniBrowser',
        timeouts: { script: LOST, pageLoad: HANGING },
        'webkitgtk:browserOptions': {
          args: ['--automation', '--enable-write-console-messages-to-stdout=true'],
        },
      },
    },
  });
  const session = `${site}/session/${(created as { sessionId: string }).sessionId}`;
  const send = (path: string, body: object) => call(session, 'POST', path, body);
  await send('/window/rect', { width: viewport.width, height: viewport.height + BAR });

  return {
    async open(url) {
      await send('/url', { url: 'about:blank' });
      await send('/url', { url });
    },
    async evaluate(inPage, ...args) {
      const script = `const [given, done] = arguments;
        (${callOnJson(inPage)})(given).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const answer = await send('/execute/async', { script, args: [JSON.stringify(args)] });
      const { value, error } = answer as { value: string; error?: string };
      if (error !== undefined) throw new Error(error);
      return JSON.parse(value);
    },
    async act(device, actions) {
      const source =
        device === 'mouse'
          ? { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' } }
          : { type: 'key', id: 'keys' };
      await send('/actions', { actions: [{ ...source, actions }] });
    },
    takeErrors: () => errors.splice(0),
    async close() {
      await call(session, 'DELETE', '').catch(() => {});
      await end(driver);
    },
  };
}

async function isReady(site: string): Promise<boolean> {
  return fetch(`${site}/status`).then(
    () => true,
    () => false,
  );
}

async function call(base: string, method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(base + path, { method, body: body ? JSON.stringify(body) : null });
  const { value } = (await answer.json()) as { value: { error?: string; message?: string } | null };
  if (value?.error && value.message !== undefined) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

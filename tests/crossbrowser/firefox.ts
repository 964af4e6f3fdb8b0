import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { WebSocket } from 'ws';
import { callOnJson, type Driver, viewport } from './driver.ts';
import { end, findProgram, start } from './programs.ts';

/** No requests of its own, no first-run pages, and no sandbox of processes that a container refuses. */
const preferences = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.region.update.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
};

/** Logs what the content security policy refuses, which BiDi does not tell: for every new document. */
const logRefusals = `() => addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  console.error('policy: ' + violatedDirective + ' refused ' + blockedURI))`;

/** An installed Firefox, by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), which it speaks without a driver of its own. */
export async function openFirefox(): Promise<Driver> {
  const program = findProgram('firefox-esr', 'firefox')!;
  const profile = await mkdtemp(path.join(tmpdir(), 'firefox-'));
  const lines = Object.entries(preferences).map(
    ([key, value]) => `user_pref(${JSON.stringify([key, value]).slice(1, -1)});`,
  );
  await writeFile(path.join(profile, 'user.js'), lines.join('\n'));
  let heard: (address: string) => void;
  const address = new Promise<string>((resolve) => {
    heard = resolve;
  });
  const browser = start(
    program,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0', 'about:blank'],
    (line) => {
      const [, found] = /WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? [];
      if (found) heard(found);
    },
  );
  const errors: string[] = [];
  const send = await connect(`${await address}/session`, ({ method, params }) => {
    if (method === 'log.entryAdded' && params.level === 'error') errors.push(String(params.text));
  });
  await send('session.new', { capabilities: {} });
  await send('session.subscribe', { events: ['log.entryAdded'] });
  const { contexts } = (await send('browsingContext.getTree', {})) as { contexts: [{ context: string }] };
  const { context } = contexts[0];
  await send('script.addPreloadScript', { functionDeclaration: logRefusals });
  await send('browsingContext.setViewport', { context, viewport });

  return {
    async open(url) {
      await send('browsingContext.navigate', { context, url: 'about:blank', wait: 'complete' });
      await send('browsingContext.navigate', { context, url, wait: 'interactive' });
    },
    async evaluate(inPage, ...args) {
      const answer = (await send('script.callFunction', {
        functionDeclaration: callOnJson(inPage),
        arguments: [{ type: 'string', value: JSON.stringify(args) }],
        awaitPromise: true,
        target: { context },
      })) as Answer;
      if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
      return JSON.parse(answer.result.value);
    },
    async act(device, actions) {
      const source = device === 'mouse' ? { type: 'pointer', id: 'mouse' } : { type: 'key', id: 'keys' };
      await send('input.performActions', { context, actions: [{ ...source, actions }] });
    },
    takeErrors: () => errors.splice(0),
    async close() {
      await end(browser);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

type Answer =
  | { readonly type: 'success'; readonly result: { readonly value: string } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

interface BidiEvent {
  readonly method: string;
  readonly params: { readonly [key: string]: unknown };
}

/** Connects to a browser: a function that sends a command and resolves to its result. */
async function connect(address: string, onEvent: (event: BidiEvent) => void) {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  socket.on('message', (data) => {
    const message = JSON.parse(String(data));
    if (message.type === 'event') return onEvent(message);
    const command = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === 'error') command?.reject(new Error(`${message.error}: ${message.message}`));
    else command?.resolve(message.result);
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox has ended'));
  });
  return (method: string, params: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
}

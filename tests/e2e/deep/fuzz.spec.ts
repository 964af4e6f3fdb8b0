import { fileURLToPath } from 'node:url';
import type { Frame, Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { resolveExperiment } from '../../../src/experiment/document/resolve.ts';
import { type Chance, createChance } from '../../fuzz/chance.ts';
import { anyJson } from '../../fuzz/documents.ts';
import { isLarge, smallHash } from '../../fuzz/hashes.ts';
import { anyTable } from '../../fuzz/tables.ts';
import { drop } from '../../monkey/environment.ts';
import { expect, openPaused, take, timersFired, test as watchedTest } from '../support/playground.ts';

/**
 * Untrusted input for the built page: the page may refuse it, but raises no error, stays at its address and changes no
 * prototype.
 */
const SEED = 2026;

const test = watchedTest.extend<{ readonly stays: undefined }>({
  stays: [
    async ({ page, baseURL }, use) => {
      const left: string[] = [];
      page.on('framenavigated', (frame) => {
        const { origin, pathname, protocol } = new URL(frame.url());
        const here = `${origin}/` === baseURL && /^\/(host\.html|embed\.html)?$/.test(pathname);
        if (!here && protocol !== 'about:') left.push(frame.url());
      });
      await page.addInitScript(noteRoots);
      await use(undefined);
      expect(left).toEqual([]);
      for (const frame of page.frames()) expect(await polluted(frame)).toEqual([]);
    },
    { auto: true },
  ],
});

/** Runs in the page, before its first script. */
function noteRoots(): void {
  const roots = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
  const names = () => roots.flatMap((root, i) => Reflect.ownKeys(root).map((key) => `${i} ${String(key)}`));
  const before = new Set(names());
  Object.assign(globalThis, { polluted: () => names().filter((name) => !before.has(name)) });
}

const polluted = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() => (globalThis as unknown as { polluted: () => string[] }).polluted());

/** Seeded inputs, the same in every run. */
function inputs<T>(count: number, make: (chance: Chance) => T): T[] {
  return Array.from({ length: count }, (_, number) => make(createChance(SEED, number)));
}

/** Sets the hash, like a person who edits the address, and waits for a frame and a timer of the page. */
function setHash(page: Page, hash: string): Promise<void> {
  return page.evaluate(async (hash) => {
    location.hash = hash;
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 10)));
  }, hash);
}

/** The page still opens an experiment and trains it. */
async function trainsStill(page: Page, seed = 77): Promise<void> {
  await setHash(page, `seed=${seed}&view.autoplay=false&view.engine=reference`);
  await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeEnabled();
  await expect(page.locator('[class*=readout] output').first()).toHaveText('0');
  for (let step = 0; step < 5; step++) await take(page, 1);
}

test('after 40 hostile links in a row the page still trains', async ({ page }) => {
  await openPaused(page);
  for (const hash of inputs(40, smallHash)) await setHash(page, hash);
  await trainsStill(page);
});

test('a new page opens at each of eight hostile links', async ({ page }) => {
  for (const [number, hash] of inputs(208, smallHash).slice(200).entries()) {
    await page.goto(`./?opened=${number}#${hash}`);
    await expect(page.locator('main[data-opened=true], .shell-start').first()).toBeVisible();
    expect(await polluted(page.mainFrame())).toEqual([]);
  }
  await openPaused(page);
  await trainsStill(page);
});

test('after 30 dropped experiments and 15 dropped or pasted tables the page still trains', async ({
  page,
}) => {
  await openPaused(page);
  const dialog = page.getByRole('dialog');
  const closed = async () => {
    if (await dialog.isVisible()) await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  };
  for (const text of inputs(30, anyJson).filter(isLight)) {
    await drop({ page }, 'experiment.json', text);
    await timersFired(page, 20);
  }
  // The last file is opened last.
  await drop({ page }, 'experiment.json', JSON.stringify({ version: 1, seed: 987_654 }));
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('seed=987654');
  await closed();
  await trainsStill(page);

  const text = dialog.getByRole('textbox').first();
  const use = dialog.getByRole('button', { name: /^Use/ });
  const leaveOut = dialog.getByRole('checkbox', { name: /Leave out rows/ });
  const refusals = dialog.getByRole('alert').getByRole('listitem');
  const answered = () =>
    expect.poll(async () => (await refusals.count()) > 0 || (await dialog.count()) === 0).toBe(true);
  let taken = 0;
  let refused = 0;
  for (const [number, table] of inputs(15, anyTable).entries()) {
    await page.getByRole('button', { name: /Import CSV/ }).click();
    const before = await text.inputValue();
    if (number % 2) await text.fill(table);
    else {
      await drop({ page }, 'table.csv', table);
      await expect.poll(() => text.inputValue()).not.toBe(before);
    }
    await use.click();
    await answered();
    if ((await leaveOut.count()) > 0 && !(await leaveOut.isChecked())) {
      await leaveOut.check();
      await use.click();
      await answered();
    }
    if ((await dialog.count()) === 0) taken++;
    else refused++;
    await closed();
  }
  expect(taken).toBeGreaterThan(2);
  expect(refused).toBeGreaterThan(2);
  await trainsStill(page, 78);
});

/** Whether a text is not an experiment, or one that trains fast. */
function isLight(text: string): boolean {
  try {
    const resolved = resolveExperiment(JSON.parse(text));
    return 'faults' in resolved || !isLarge(resolved.experiment);
  } catch {
    return true;
  }
}

interface Answer {
  readonly source: string;
  readonly version: number;
  readonly type: string;
  readonly message?: string;
  readonly step?: number;
  readonly running?: boolean;
}

/** The page around an embed, which records the embed's messages. */
const host = `<!doctype html><title>host</title><link rel="icon" href="data:,">
<iframe sandbox="allow-scripts" width="800" height="600" src="embed.html#view.panels=predictive"></iframe>
<script>
  var messages = [];
  addEventListener('message', ({ source, data }) => {
    if (source === frames[0]) messages.push({ ...data, snapshot: undefined });
  });
</script>`;

test('an embed in a sandbox answers 300 hostile messages, limits the rate of 200 more, and still trains', async ({
  page,
}) => {
  await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body: host }));
  await page.goto('./host.html');
  await page.addScriptTag({ content: await hostProgram() });
  const messages = () => page.evaluate(() => (globalThis as unknown as { messages: Answer[] }).messages);
  await expect.poll(async () => (await messages()).some(({ type }) => type === 'ready')).toBe(true);

  const sent = await page.evaluate(async (seed) => {
    const { messageOf } = globalThis as unknown as { messageOf: (seed: number, number: number) => unknown };
    let sent = 0;
    for (let number = 0; number < 500; number++) {
      // The limit is sixty a second; the last 200 are sent together.
      if (number < 300) await new Promise((go) => setTimeout(go, 18));
      frames[0]!.postMessage(messageOf(seed, number), '*');
      sent++;
    }
    return sent;
  }, SEED);
  expect(sent).toBe(500);
  await expect
    .poll(async () => (await messages()).some(({ message }) => message?.includes('the rest is ignored')))
    .toBe(true);

  const answers = await messages();
  expect(answers.filter(({ type }) => type === 'error').length).toBeGreaterThan(50);
  for (const answer of answers) {
    expect(answer).toMatchObject({ source: 'bayes-playground', version: 1 });
    expect(['ready', 'snapshot', 'status', 'resize', 'error']).toContain(answer.type);
    if (answer.type === 'error') expect(answer.message).toMatch(/^[^:]{1,80}: .{1,8000}$/su);
  }

  // After a second messages are read again.
  await timersFired(page, 1200);
  await page.evaluate(() => {
    (globalThis as unknown as { messages: Answer[] }).messages.length = 0;
    const tell = (message: object) =>
      frames[0]!.postMessage({ source: 'bayes-playground', version: 1, ...message }, '*');
    tell({ type: 'set-experiment', experiment: { version: 1, view: { engine: 'reference' } } });
    tell({ type: 'pause' });
    tell({ type: 'reset' });
    tell({ type: 'step', steps: 5 });
  });
  const isPausedAtFive = ({ type, step, running }: Answer) => type === 'status' && step === 5 && !running;
  await expect.poll(async () => (await messages()).some(isPausedAtFive)).toBe(true);
});

/** The generator of messages as a script for the page. */
async function hostProgram(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('../support/hostMessages.ts', import.meta.url)),
        formats: ['iife'],
        name: 'program',
      },
    },
  });
  return (built as Rolldown.RolldownOutput[])[0]!.output[0].code;
}

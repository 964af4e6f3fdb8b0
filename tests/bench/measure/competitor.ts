import type { Page } from '@playwright/test';
import type { Experiment } from '../../../src/experiment/document/experiment.ts';
import { pythonWithTorch } from '../../export/pythonRunner.ts';
import { type ContenderId, contenderIds, contenders } from '../contenders.ts';
import type { Bench } from '../section.ts';
import { startTorch, type TorchStyle, torchProblem } from '../torch/process.ts';
import type { Harness } from '../worker/harness.ts';
import type { Ask, Numbers } from '../worker/protocol.ts';

/** An implementation in its own process or worker, where all times are taken. */
export interface Competitor {
  readonly id: ContenderId;
  /** Seconds until the first step is computed, including the compilation of its programs. */
  readonly prepare: (experiment: Experiment) => Promise<number>;
  /** Seconds for this many steps. */
  readonly train: (steps: number) => Promise<number>;
  /** Draw calls of a step, and seconds of JavaScript to submit one. */
  readonly inspect: (repeats: number) => Promise<Numbers>;
  readonly dispose: () => Promise<unknown>;
}

/** All contenders that can run here, and the machine's peak. */
export interface Field {
  readonly competitors: readonly Competitor[];
  /** Multiply-adds per second. */
  readonly peak: (milliseconds: number) => Promise<number>;
  /** Version of PyTorch; null if it is not installed. */
  readonly torchVersion: string | null;
  readonly close: () => Promise<void>;
}

/** Starts the requested contenders; those in the browser run in workers of one page. */
export async function openField(bench: Bench, wanted: readonly ContenderId[] = contenderIds): Promise<Field> {
  const page = await bench.browser.newPage();
  await page.goto(`${bench.address}worker/index.html`);
  await page.waitForFunction(() => 'harness' in globalThis);
  const inPython = wanted.filter((id) => contenders[id].where === 'python');
  const python = inPython.length > 0 ? pythonWithTorch() : null;
  const torches = python ? inPython.map((id) => ({ id, torch: startTorch(python) })) : [];
  if (inPython.length > 0 && !python)
    bench.progress('No python3 here has torch: PyTorch is left out (Debian: apt-get install python3-torch).');
  const version = await torches[0]?.torch.ask({ version: true });
  const inBrowser = wanted.filter((id) => contenders[id].where === 'browser');
  return {
    competitors: [
      ...inBrowser.map((id) => browserCompetitor(page, id)),
      ...torches.map(({ id, torch }) => torchCompetitor(id, torch)),
    ],
    peak: async (milliseconds) => (await ask(page, 'peak', { kind: 'peak', milliseconds })).perSecond!,
    torchVersion: version ? String(version.version) : null,
    close: async () => {
      for (const { torch } of torches) torch.close();
      await page.close();
    },
  };
}

function ask(page: Page, contender: string, question: Ask): Promise<Numbers> {
  return page.evaluate(
    ([name, what]) => (globalThis as unknown as { harness: Harness }).harness.ask(name, what),
    [contender, question] as const,
  );
}

function browserCompetitor(page: Page, id: ContenderId): Competitor {
  return {
    id,
    prepare: async (experiment) => (await ask(page, id, { kind: 'prepare', experiment })).seconds!,
    train: async (steps) => (await ask(page, id, { kind: 'train', steps })).seconds!,
    inspect: (repeats) => ask(page, id, { kind: 'inspect', repeats }),
    dispose: () => ask(page, id, { kind: 'dispose' }),
  };
}

function torchCompetitor(id: ContenderId, { ask: askTorch }: ReturnType<typeof startTorch>): Competitor {
  const style: TorchStyle = id === 'torch-loop' ? 'loop' : 'batched';
  return {
    id,
    prepare: async (experiment) => (await askTorch({ prepare: torchProblem(experiment, style) })).seconds,
    train: async (steps) => (await askTorch({ train: steps })).seconds,
    inspect: async () => ({}),
    dispose: async () => {},
  };
}

import { prepareProblem } from '../../../src/experiment/pictures/prepareProblem.ts';
import type { BrowserContender } from '../contenders.ts';
import { createPeak } from '../peak/peak.ts';
import { inspect } from './inspect.ts';
import type { Answer, Ask, Numbers } from './protocol.ts';
import { loadRunner, type Runner } from './runners.ts';

/** The part of a dedicated worker's global scope that this file uses; the worker's name is the contender. */
interface WorkerScope {
  readonly name: string;
  readonly addEventListener: (
    type: 'message',
    listener: (event: { readonly data: { readonly id: number; readonly ask: Ask } }) => void,
  ) => void;
  readonly postMessage: (answer: Answer) => void;
}

const scope = globalThis as unknown as WorkerScope;
const peak = createPeak();
let prepared: { readonly create: () => Runner; readonly runner: Runner } | null = null;

function running() {
  if (!prepared) throw new Error('nothing is prepared');
  return prepared;
}

async function secondsOf(act: () => Promise<unknown>): Promise<Numbers> {
  const begun = performance.now();
  await act();
  return { seconds: (performance.now() - begun) / 1000 };
}

async function answer(ask: Ask): Promise<Numbers> {
  switch (ask.kind) {
    case 'prepare': {
      const load = await loadRunner[scope.name as BrowserContender]();
      const problem = prepareProblem(ask.experiment);
      const create = () => load(problem);
      return secondsOf(async () => {
        prepared = { create, runner: create() };
        await prepared.runner.train(1);
      });
    }
    case 'train':
      return secondsOf(() => running().runner.train(ask.steps));
    case 'inspect':
      return inspect(running().create, running().runner, ask.repeats);
    case 'peak':
      return { perSecond: peak.multiplyAddsIn(ask.milliseconds) };
    case 'dispose':
      prepared?.runner.dispose();
      prepared = null;
      return {};
  }
}

scope.addEventListener('message', ({ data: { id, ask } }) => {
  answer(ask).then(
    (numbers) => scope.postMessage({ ask: id, numbers }),
    (error: unknown) => scope.postMessage({ ask: id, fault: String(error) }),
  );
});

import { afterEach, expect, test, vi } from 'vitest';
import { createHandlers } from '../../src/embed/commandHandlers.ts';
import { handleHostCommands, tellHost } from '../../src/embed/messageChannel.ts';
import { type Command, MAX_STEPS, SOURCE, VERSION } from '../../src/embed/messages.ts';
import { readMessage } from '../../src/embed/protocol.ts';
import { MAX_A_SECOND } from '../../src/embed/rateLimit.ts';
import { withinEmbed } from '../../src/embed/sentExperiment.ts';
import { defaultExperiment } from '../../src/experiment/document/defaults.ts';
import { resolveExperiment } from '../../src/experiment/document/resolve.ts';
import { createPlayground, type Playground } from '../../src/store/playground.ts';
import type { Trainer } from '../../src/worker/trainer.ts';
import type { Chance } from './chance.ts';
import { check } from './checks.ts';
import { fuzz } from './fuzz.ts';
import { anyMessage, anyTrap } from './messages.ts';

afterEach(() => void vi.unstubAllGlobals());

/** Maximum characters of a reply to a host. */
const MAX_ANSWER_LENGTH = 8000;

function judgeFault(fault: string): void {
  check(/^[^:]{1,80}: ./su.test(fault), `a fault without place or reason: ${fault.slice(0, 200)}`);
  check(fault.length <= MAX_ANSWER_LENGTH, `a fault of ${fault.length} characters`);
}

function judgeCommand(command: Command): void {
  if (command.type === 'set-experiment')
    check('experiment' in resolveExperiment(command.experiment), 'the experiment is legal');
  if (command.type === 'step')
    check(Number.isInteger(command.steps) && command.steps >= 1 && command.steps <= MAX_STEPS, 'whole steps');
  if (command.type === 'get-snapshot') check(`${command.id}`.length <= 200, 'a name of moderate length');
}

test('any message is a legal command, a fault with its place and reason, or not addressed to a playground', () => {
  const found = { command: 0, fault: 0, none: 0 };
  const make = (chance: Chance) => (chance.of(0.05) ? anyTrap(chance) : anyMessage(chance));
  const count = fuzz(15_000, make, (data) => {
    const reading = readMessage(data);
    if (reading === null) {
      found.none++;
    } else if ('fault' in reading) {
      found.fault++;
      judgeFault(reading.fault);
    } else {
      found.command++;
      judgeCommand(reading.command);
    }
  });
  expect(Math.min(found.command, found.fault)).toBeGreaterThan(count / 4);
  expect(found.none).toBeGreaterThan(count / 30);
});

/** A message of any window, and the milliseconds since the previous one. */
interface Sent {
  readonly after: number;
  /** Whether it comes from a window that is not the parent. */
  readonly foreign: boolean;
  readonly data: unknown;
}

/** Twenty messages as a window receives them, as structured clones; some hosts pause between them. */
function anyConversation(chance: Chance): readonly Sent[] {
  const pause = chance.pick([0, 5, 40]);
  return chance.list(20, 20, () => ({
    after: chance.whole(0, pause),
    foreign: chance.of(0.05),
    data: structuredClone(anyMessage(chance)),
  }));
}

test('every answer in an exchange is legal, and so is every request to the trainer', () => {
  let now = 0;
  const answers: { readonly type: string; readonly message?: string }[] = [];
  const trained: (number | null)[] = [];
  const readAt: number[] = [];
  const parent = { postMessage: (message: (typeof answers)[number]) => answers.push(message) };
  let dispatch: (event: object) => void = () => undefined;
  vi.stubGlobal('window', {
    parent,
    addEventListener: (_: string, listener: typeof dispatch) => (dispatch = listener),
  });
  vi.stubGlobal('performance', { now: () => now });

  let experiment = defaultExperiment();
  let playground: Playground | null = null;
  const trainer = new Proxy({} as Trainer, {
    get: (_, name) => (steps: number | null) => void (name === 'train' && trained.push(steps)),
  });
  const start = () => (playground ??= createPlayground({ createTrainer: () => trainer, experiment }));
  const acts = createHandlers(
    {
      started: () => playground,
      start,
      open: (sent) => {
        experiment = withinEmbed(sent, experiment);
        playground?.loadExperiment(experiment);
      },
    },
    tellHost,
  );
  const noted = Object.fromEntries(
    Object.entries(acts).map(([type, act]) => [
      type,
      (command: Command) => {
        readAt.push(now);
        (act as (command: Command) => void)(command);
      },
    ]),
  ) as unknown as typeof acts;
  handleHostCommands(noted);

  const count = fuzz(250, anyConversation, (conversation) => {
    const commandsBefore = readAt.length;
    const answersBefore = answers.length;
    for (const { after, foreign, data } of conversation) {
      now += after;
      dispatch({ source: foreign ? {} : parent, data });
    }
    const answered = answers.length - answersBefore;
    const heard = conversation.filter(({ foreign }) => !foreign).length;
    check(
      readAt.length - commandsBefore + answered <= 2 * heard,
      'messages of other windows are neither obeyed nor answered',
    );
    // After a fast exchange the rate limit may leave this one no message to read.
    if (conversation.at(-1)!.after > 5) now += 1000;
  });

  for (const answer of answers) {
    expect(answer).toMatchObject({ source: SOURCE, version: VERSION, type: 'error' });
    judgeFault(answer.message ?? '');
  }
  expect(answers.length).toBeGreaterThan(2 * count);
  expect(readAt.length).toBeGreaterThan(2 * count);
  for (const [i, time] of readAt.entries())
    check(
      !(readAt[i + MAX_A_SECOND]! - time < 1000),
      `more than ${MAX_A_SECOND} are executed within a second`,
    );
  expect(answers.some(({ message }) => message?.includes('the rest is ignored'))).toBe(true);
  expect(trained.length).toBeGreaterThan(count / 3);
  for (const steps of trained)
    check(steps === null || (Number.isInteger(steps) && steps >= 1), `${steps} steps were requested`);
});

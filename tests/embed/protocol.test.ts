import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_BYTES, withEnvelope } from '../../src/embed/messages.ts';
import { readMessage } from '../../src/embed/protocol.ts';
import { createRateLimit } from '../../src/embed/rateLimit.ts';
import { withinEmbed } from '../../src/embed/sentExperiment.ts';
import { defaultExperiment } from '../../src/experiment/document/defaults.ts';
import { resolveExperiment } from '../../src/experiment/document/resolve.ts';

/** The fault of a message; '' if there is none, null if it is not addressed to a playground. */
function fault(data: unknown): string | null {
  const reading = readMessage(data);
  if (reading === null) return null;
  return 'fault' in reading ? reading.fault : '';
}

describe('a message to the playground', () => {
  test.each([
    { type: 'play' },
    { type: 'pause' },
    { type: 'reset' },
    { type: 'step', steps: 10 },
    { type: 'get-snapshot', id: 'a' },
    { type: 'get-snapshot', id: 7 },
  ])('$type is parsed unchanged', (command) => {
    expect(readMessage(withEnvelope(command))).toMatchObject({ command });
  });

  test('may contain an experiment as a document or as a link, whose defaults are filled in', () => {
    const document = { version: 1, prior: { sigma: 0.3 }, view: { panels: ['weights'] } };
    for (const experiment of [document, 'prior.sigma=0.3&view.panels=weights'])
      expect(readMessage(withEnvelope({ type: 'set-experiment', experiment }))).toMatchObject({
        command: {
          experiment: { prior: { sigma: 0.3 }, dataset: defaultExperiment().dataset },
          named: ['panels'],
        },
      });
  });

  test.each<[string, unknown]>([
    ['version: 2 is not 1', { type: 'play', source: 'bayes-playground', version: 2 }],
    ['version: undefined is not 1', { type: 'play', source: 'bayes-playground' }],
    ["source: undefined is not 'bayes-playground'", { type: 'play', version: 1 }],
    [
      "type: 'jump' is not one of set-experiment, play, pause, reset, step, get-snapshot",
      withEnvelope({ type: 'jump' }),
    ],
    ['play.loud: no such field', withEnvelope({ type: 'play', loud: true })],
    ['step.steps: missing', withEnvelope({ type: 'step' })],
    [
      'step.steps: 0.5 is not a whole number between 1 and 1000000',
      withEnvelope({ type: 'step', steps: 0.5 }),
    ],
    [
      "get-snapshot.id: '' is not a text of 1 to 200 characters or a number",
      withEnvelope({ type: 'get-snapshot', id: '' }),
    ],
    [
      "set-experiment: prior.sigma: -1 is not between 0.0001 and 100; seed: 'x' is not a number",
      withEnvelope({ type: 'set-experiment', experiment: { version: 1, prior: { sigma: -1 }, seed: 'x' } }),
    ],
    [
      'set-experiment: __proto__.polluted: no such field',
      withEnvelope({
        type: 'set-experiment',
        experiment: JSON.parse('{"version":1,"__proto__":{"polluted":1}}'),
      }),
    ],
    [
      `message: more than ${MAX_BYTES} bytes`,
      withEnvelope({ type: 'set-experiment', experiment: 'x'.repeat(MAX_BYTES / 2) }),
    ],
  ])('with a fault gets the reply %s', (expected, data) => {
    expect(fault(data)).toBe(expected);
  });

  test('is ignored if another program or a playground sent it', () => {
    for (const data of [
      null,
      'play',
      3,
      [],
      {},
      { type: 'click' },
      { source: 'react-devtools', type: 'play' },
    ])
      expect(readMessage(data)).toBeNull();
    expect(readMessage(withEnvelope({ type: 'error', message: 'x' }))).toBeNull();
  });

  test('of any content never throws and changes no prototype', () => {
    const key = fc.constantFrom(
      '__proto__',
      'constructor',
      'prototype',
      'source',
      'type',
      'experiment',
      'view',
      'steps',
    );
    const hostile = fc.dictionary(
      key,
      fc.oneof(fc.jsonValue(), fc.anything({ withBigInt: true, withMap: true })),
    );
    const near = fc.record(
      {
        type: fc.constantFrom('set-experiment', 'play', 'step', 'get-snapshot', '__proto__', 'toString'),
        experiment: fc.oneof(fc.jsonValue(), hostile, fc.string()),
        steps: fc.anything(),
        id: fc.anything(),
      },
      { requiredKeys: ['type'] },
    );
    const any = fc.oneof(fc.jsonValue(), fc.anything({ withNullPrototype: true }), hostile, near);
    fc.assert(
      fc.property(any, fc.boolean(), (data, seal) => {
        const reading = readMessage(seal ? withEnvelope(data as { type: string }) : data);
        if (reading && 'fault' in reading) expect(reading.fault).toMatch(/\w/);
        else if (reading?.command.type === 'set-experiment')
          expect(resolveExperiment(reading.command.experiment)).toHaveProperty('experiment');
      }),
      { seed: 2015, numRuns: 1500 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('with very many faults is answered briefly', () => {
    const fields = Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`field${i}`, i]));
    expect(fault(withEnvelope({ type: 'set-experiment', experiment: { version: 1, ...fields } }))).toMatch(
      /field19: no such field; and 130 more$/,
    );
    expect(fault(withEnvelope({ type: 'step', steps: 10n ** 500n }))).toMatch(
      /^step\.steps: 10{59}… is not a whole/,
    );
    const boxed = withEnvelope({ type: 'set-experiment', experiment: Object('x'.repeat(MAX_BYTES / 2)) });
    expect(fault(boxed)).toBe(`message: more than ${MAX_BYTES} bytes`);
  });

  test('with cycles or throwing getters is refused too', () => {
    const cyclic: Record<string, unknown> = { version: 1 };
    cyclic.dataset = { id: cyclic };
    expect(fault(withEnvelope({ type: 'set-experiment', experiment: cyclic }))).toMatch(/bytes/);
    const trap = new Proxy(withEnvelope({ type: 'play' }), {
      get: () => {
        throw new Error('trap');
      },
    });
    expect(fault(trap)).toBe('message: it cannot be read');
  });
});

test('an experiment without view settings keeps those of the embed', () => {
  const defaults = defaultExperiment();
  const shown = {
    ...defaults,
    view: { ...defaults.view, panels: ['predictive'] as const, theme: 'dark' as const },
  };
  const view = (experiment: unknown) => {
    const reading = readMessage(withEnvelope({ type: 'set-experiment', experiment }));
    if (!reading || 'fault' in reading || reading.command.type !== 'set-experiment')
      throw new Error('refused');
    return withinEmbed(reading.command, shown).view;
  };
  expect(view({ version: 1 })).toEqual({ ...shown.view, embed: true, autoplay: false });
  expect(view({ version: 1, view: { theme: 'light' } })).toMatchObject({
    theme: 'light',
    panels: ['predictive'],
  });
});

test('messages above the rate limit are ignored; the first of them is answered', () => {
  const allowance = createRateLimit(3);
  expect([0, 10, 20, 30, 40, 999].map(allowance)).toEqual(['yes', 'yes', 'yes', 'over', 'silent', 'silent']);
  expect([1000, 1005, 1010, 1011, 1012].map(allowance)).toEqual(['yes', 'over', 'yes', 'over', 'silent']);
});

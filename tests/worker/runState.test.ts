import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/math/random.ts';
import { type RunEvent, type RunState, transition } from '../../src/worker/runState.ts';

const states: Readonly<Record<RunState['kind'], RunState>> = {
  idle: { kind: 'idle' },
  training: { kind: 'training', stepsLeft: 10, order: 3 },
  finishing: { kind: 'finishing', since: 100, order: 3 },
  pausing: { kind: 'pausing', order: 3 },
};

const events: Readonly<Record<RunEvent['type'], RunEvent>> = {
  train: { type: 'train', steps: 5, order: 4, at: 200 },
  pause: { type: 'pause', order: 4 },
  stepped: { type: 'stepped', steps: 4, at: 200 },
  'rolled-back': { type: 'rolled-back', steps: 4 },
  reported: { type: 'reported' },
  stopped: { type: 'stopped' },
};

const idle: RunState = { kind: 'idle' };
const pausing: RunState = { kind: 'pausing', order: 4 };
const training = (stepsLeft: number, order: number): RunState => ({ kind: 'training', stepsLeft, order });

/** The state after each event in each state; null: the event changes nothing. */
const table: Readonly<Record<RunState['kind'], Readonly<Record<RunEvent['type'], RunState | null>>>> = {
  idle: {
    train: training(5, 4),
    pause: pausing,
    stepped: null,
    'rolled-back': null,
    reported: null,
    stopped: null,
  },
  training: {
    train: training(15, 4),
    pause: pausing,
    stepped: training(6, 3),
    'rolled-back': training(14, 3),
    reported: null,
    stopped: idle,
  },
  finishing: {
    train: training(5, 4),
    pause: pausing,
    stepped: null,
    'rolled-back': training(4, 3),
    reported: idle,
    stopped: idle,
  },
  pausing: {
    train: training(5, 4),
    pause: pausing,
    stepped: null,
    'rolled-back': null,
    reported: idle,
    stopped: idle,
  },
};

const kinds = Object.keys(states) as RunState['kind'][];
const types = Object.keys(events) as RunEvent['type'][];

describe.each(kinds)('a run that is %s', (kind) => {
  test.each(types)('is in the stated state after %s', (type) => {
    const after = transition(states[kind], events[type]);
    const expected = table[kind][type];
    if (expected) expect(after).toEqual(expected);
    else expect(after).toBe(states[kind]);
  });
});

test('every state can be reached from a new run, and returns to idle', () => {
  const reached = new Set<RunState['kind']>();
  const visit = (state: RunState): void => {
    if (reached.has(state.kind)) return;
    reached.add(state.kind);
    for (const event of [...Object.values(events), { ...events.stepped, steps: 1e6 } as RunEvent])
      visit(transition(state, event));
  };
  visit(idle);
  expect([...reached].toSorted()).toEqual(kinds.toSorted());
  for (const state of Object.values(states)) expect(transition(state, { type: 'stopped' })).toEqual(idle);
});

test('the last step, and a command without any, lead to finishing', () => {
  const finishing: RunState = { kind: 'finishing', since: 200, order: 3 };
  expect(transition(states.training, { type: 'stepped', steps: 10, at: 200 })).toEqual(finishing);
  expect(transition(states.training, { type: 'stepped', steps: 11, at: 200 })).toEqual(finishing);
  const none: RunEvent = { type: 'train', steps: 0, order: 4, at: 200 };
  expect(transition(idle, none)).toEqual({ kind: 'finishing', since: 200, order: 4 });
  expect(transition(states.training, none)).toEqual(training(10, 4));
  const nothingLost: RunEvent = { type: 'rolled-back', steps: 0 };
  expect(transition(states.finishing, nothingLost)).toEqual(states.finishing);
});

test('an unlimited run continues after any number of steps, until a command limits them', () => {
  const endless = transition(idle, { type: 'train', steps: null, order: 1, at: 0 });
  expect(endless).toEqual(training(Number.POSITIVE_INFINITY, 1));
  expect(transition(endless, { type: 'stepped', steps: 1e9, at: 5 })).toEqual(endless);
  expect(transition(endless, events.train)).toEqual(training(5, 4));
  expect(transition(states.training, { type: 'train', steps: null, order: 4, at: 0 })).toEqual(
    training(Number.POSITIVE_INFINITY, 4),
  );
});

test('on a random walk each order is answered at most once, and training always has steps left', () => {
  const random = createRandom(19, 0);
  const pick = (n: number) => Math.floor(random() * n);
  let state: RunState = idle;
  let order = 0;
  let answered = 0;
  let stopped = 0;
  for (let at = 0; at < 5000; at++) {
    const before = state;
    const candidates: RunEvent[] = [
      { type: 'train', steps: pick(4) === 0 ? null : pick(4), order: order + 1, at },
      { type: 'pause', order: order + 1 },
      { type: 'stepped', steps: pick(5), at },
      { type: 'rolled-back', steps: pick(3) },
      { type: 'reported' },
      { type: 'stopped' },
    ];
    const event = candidates[pick(candidates.length)]!;
    if (event.type === 'train' || event.type === 'pause') order = event.order;
    state = transition(state, event);
    if (state.kind === 'training') expect(state.stepsLeft).toBeGreaterThan(0);
    if (state.kind !== 'idle') expect(state.order).toBe(order);
    if (event.type === 'reported' && before.kind !== 'idle' && state.kind === 'idle') {
      // The report refers to the last order, which had no report before, and training is over.
      expect(before.kind).not.toBe('training');
      expect(order).toBeGreaterThan(Math.max(answered, stopped));
      answered = order;
    }
    if (event.type === 'stopped' && before.kind !== 'idle') stopped = order;
    if (state.kind === 'idle' && order > 0) expect(Math.max(answered, stopped)).toBe(order);
  }
  expect(answered).toBeGreaterThan(250);
});

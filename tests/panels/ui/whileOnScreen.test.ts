import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { whileOnScreen } from '../../../src/panels/ui/whileOnScreen.ts';
import type { PlaygroundState } from '../../../src/store/state.ts';

const training = { run: { kind: 'training', steps: null } } as unknown as PlaygroundState;
const paused = { run: { kind: 'paused', step: 3 } } as unknown as PlaygroundState;
const withHighlight = (state: PlaygroundState, pinnedHighlight: PlaygroundState['pinnedHighlight']) => ({
  ...state,
  pinnedHighlight,
});

function followed(first: PlaygroundState) {
  const store = createStore<PlaygroundState>(() => first);
  const seen = whileOnScreen(store);
  const notified: (readonly [PlaygroundState, PlaygroundState])[] = [];
  const stopListening = seen.store.subscribe((now, before) => notified.push([now, before]));
  const stopFollowing = seen.start();
  return { store, seen, notified, stopListening, stopFollowing };
}

test('a visible subscriber gets every notification', () => {
  const { store, notified } = followed(training);
  store.setState(withHighlight(training, 'total'), true);
  store.setState(paused, true);
  expect(notified.map(([now]) => now)).toEqual([withHighlight(training, 'total'), paused]);
});

test('an off-screen subscriber gets no notification while training, and one when it becomes visible', () => {
  const { store, seen, notified } = followed(training);
  seen.setVisible(false);
  for (const target of ['total', 'weights'] as const) store.setState(withHighlight(training, target), true);
  expect(notified).toEqual([]);
  // Reads are never deferred.
  expect(seen.store.getState().pinnedHighlight).toBe('weights');
  seen.setVisible(true);
  expect(notified).toEqual([[withHighlight(training, 'weights'), training]]);
  seen.setVisible(true);
  expect(notified).toHaveLength(1);
});

test('an off-screen subscriber is up to date when training stops', () => {
  const { store, seen, notified } = followed(training);
  seen.setVisible(false);
  store.setState(withHighlight(training, 'total'), true);
  store.setState(paused, true);
  store.setState(withHighlight(paused, 'weights'), true);
  expect(notified.map(([now]) => now)).toEqual([paused, withHighlight(paused, 'weights')]);
});

test('there are no notifications after unsubscribing or stopping', () => {
  const { store, notified, stopListening, stopFollowing } = followed(paused);
  stopListening();
  store.setState(training, true);
  stopFollowing();
  store.setState(paused, true);
  expect(notified).toEqual([]);
});

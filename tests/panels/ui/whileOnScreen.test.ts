import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { whileOnScreen } from '../../../src/panels/ui/whileOnScreen.ts';
import type { PlaygroundState } from '../../../src/store/state.ts';

const training = { run: { kind: 'training', steps: null } } as unknown as PlaygroundState;
const paused = { run: { kind: 'paused', step: 3 } } as unknown as PlaygroundState;
const withLight = (state: PlaygroundState, pinnedHighlight: PlaygroundState['pinnedHighlight']) => ({
  ...state,
  pinnedHighlight,
});

function followed(first: PlaygroundState) {
  const store = createStore<PlaygroundState>(() => first);
  const seen = whileOnScreen(store);
  const heard: (readonly [PlaygroundState, PlaygroundState])[] = [];
  const stopListening = seen.store.subscribe((now, before) => heard.push([now, before]));
  const stopFollowing = seen.start();
  return { store, seen, heard, stopListening, stopFollowing };
}

test('a visible subscriber gets every notification', () => {
  const { store, heard } = followed(training);
  store.setState(withLight(training, 'total'), true);
  store.setState(paused, true);
  expect(heard.map(([now]) => now)).toEqual([withLight(training, 'total'), paused]);
});

test('an off-screen subscriber gets no notification while training, and one when it becomes visible', () => {
  const { store, seen, heard } = followed(training);
  seen.setVisible(false);
  for (const light of ['total', 'weights'] as const) store.setState(withLight(training, light), true);
  expect(heard).toEqual([]);
  // Reads are never deferred.
  expect(seen.store.getState().pinnedHighlight).toBe('weights');
  seen.setVisible(true);
  expect(heard).toEqual([[withLight(training, 'weights'), training]]);
  seen.setVisible(true);
  expect(heard).toHaveLength(1);
});

test('an off-screen subscriber is up to date when training stops', () => {
  const { store, seen, heard } = followed(training);
  seen.setVisible(false);
  store.setState(withLight(training, 'total'), true);
  store.setState(paused, true);
  store.setState(withLight(paused, 'weights'), true);
  expect(heard.map(([now]) => now)).toEqual([paused, withLight(paused, 'weights')]);
});

test('there are no notifications after unsubscribing or stopping', () => {
  const { store, heard, stopListening, stopFollowing } = followed(paused);
  stopListening();
  store.setState(training, true);
  stopFollowing();
  store.setState(paused, true);
  expect(heard).toEqual([]);
});

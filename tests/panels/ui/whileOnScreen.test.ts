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
  const stopFollowing = seen.follow();
  return { store, seen, heard, stopListening, stopFollowing };
}

test('what is seen hears everything', () => {
  const { store, heard } = followed(training);
  store.setState(withLight(training, 'total'), true);
  store.setState(paused, true);
  expect(heard.map(([now]) => now)).toEqual([withLight(training, 'total'), paused]);
});

test('what is not seen hears nothing while the run trains, and catches up when it is seen again', () => {
  const { store, seen, heard } = followed(training);
  seen.setSeen(false);
  for (const light of ['total', 'weights'] as const) store.setState(withLight(training, light), true);
  expect(heard).toEqual([]);
  // Whoever asks is told the truth.
  expect(seen.store.getState().pinnedHighlight).toBe('weights');
  seen.setSeen(true);
  expect(heard).toEqual([[withLight(training, 'weights'), training]]);
  seen.setSeen(true);
  expect(heard).toHaveLength(1);
});

test('what is not seen is right when the run rests', () => {
  const { store, seen, heard } = followed(training);
  seen.setSeen(false);
  store.setState(withLight(training, 'total'), true);
  store.setState(paused, true);
  store.setState(withLight(paused, 'weights'), true);
  expect(heard.map(([now]) => now)).toEqual([paused, withLight(paused, 'weights')]);
});

test('whoever stops listening, or following, hears no more', () => {
  const { store, heard, stopListening, stopFollowing } = followed(paused);
  stopListening();
  store.setState(training, true);
  stopFollowing();
  store.setState(paused, true);
  expect(heard).toEqual([]);
});

import { expect, test } from 'vitest';
import { createReplay } from '../../src/bandit/replay.ts';

test('a replay buffer keeps the last observations', () => {
  const replay = createReplay(2, 3);
  const kept = () =>
    Array.from(replay.targets(), (target, row) => [
      ...replay.inputs().slice(2 * row, 2 * row + 2),
      target,
    ]).sort();
  expect(kept()).toEqual([]);
  for (let i = 1; i <= 2; i++) replay.add([i, -i], 10 * i);
  expect(replay.size()).toBe(2);
  expect(kept()).toEqual([
    [1, -1, 10],
    [2, -2, 20],
  ]);
  for (let i = 3; i <= 5; i++) replay.add([i, -i], 10 * i);
  expect(replay.size()).toBe(3);
  expect(kept()).toEqual([
    [3, -3, 30],
    [4, -4, 40],
    [5, -5, 50],
  ]);
});

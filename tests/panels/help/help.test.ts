import { describe, expect, test } from 'vitest';
import type { CurvePredictive, Snapshot } from '../../../src/experiment/pictures/snapshot.ts';
import {
  MIN_ANNOUNCEMENT_INTERVAL,
  nextAnnouncement,
  runText,
} from '../../../src/panels/help/announcements.ts';
import { shortcutOf, shortcuts } from '../../../src/panels/help/shortcuts.ts';
import { bandTones } from '../../../src/panels/views/curve/sonification.ts';

describe('announcements', () => {
  const first = { text: 'a', kind: 'training', at: 1000 };

  test('come at most every five seconds during training', () => {
    expect(nextAnnouncement(first, 'b', 'training', 1000 + MIN_ANNOUNCEMENT_INTERVAL - 1)).toBe(first);
    expect(nextAnnouncement(first, 'b', 'training', 1000 + MIN_ANNOUNCEMENT_INTERVAL).text).toBe('b');
  });

  test('come immediately when the run changes its state, and never repeat a text', () => {
    expect(nextAnnouncement(first, 'paused', 'paused', 1001).text).toBe('paused');
    expect(nextAnnouncement(first, 'a', 'paused', 9000)).toBe(first);
  });

  test('state step and cost', () => {
    const snapshot = {
      step: 1240,
      freeEnergy: { complexityCost: 10, likelihoodCost: 2.34 },
    } as unknown as Snapshot;
    expect(runText({ run: { kind: 'training', steps: null }, snapshot })).toBe(
      'Training, step 1,240, cost 12.3 nats.',
    );
    expect(runText({ run: { kind: 'idle' }, snapshot: null })).toBe('At the beginning: the prior.');
  });
});

test('every key belongs to one shortcut only', () => {
  const keys = Object.values(shortcuts).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const [id, { key }] of Object.entries(shortcuts)) expect(shortcutOf(key.toUpperCase())).toBe(id);
  expect(shortcutOf('Tab')).toBeNull();
});

test('the band is sonified from left to right: mean as pitch, uncertainty as a second voice above it', () => {
  const curve = {
    x: Float64Array.of(0, 1, 2),
    mean: Float64Array.of(0, 5, 10),
    epistemicSigma: Float64Array.of(0, 5, 1),
  } as unknown as CurvePredictive;
  const tones = bandTones(curve, [0, 10], 3);
  expect(tones.map(({ time }) => time)).toEqual([0, 1.5, 3]);
  expect(tones.map(({ frequency }) => frequency)).toEqual([220, 440, 880]);
  expect(tones[0]!.upper).toBe(220);
  expect(tones[1]!.upper).toBe(880);
  // Values beyond the plot are clamped to its edge.
  expect(tones[2]!.upper).toBe(880);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { setFields } from '../../src/experiment/document/changes.ts';
import { experimentDomains, experimentPoints } from '../../src/experiment/pictures/data.ts';
import { editedPoints, pointEdits } from '../../src/store/pointEdits.ts';
import {
  cancelGesture,
  dataOf,
  endGesture,
  remember,
  stepThrough,
  type UndoStacks,
} from '../../src/store/undo.ts';
import { smallExperiment } from '../worker/experimentForTests.ts';

const place = fc.record({
  x: fc.double({ min: -2, max: 2, noNaN: true }),
  y: fc.double({ min: -2, max: 2, noNaN: true }),
});
const edits = fc.oneof(
  place.map((at) => pointEdits.add(at)),
  fc.tuple(fc.nat(9), place).map(([index, at]) => pointEdits.move(index, at)),
  fc.nat(9).map((index) => pointEdits.delete(index)),
  fc.constant(pointEdits.clear()),
);

const edited = { editsPoints: true, keepsLikelihood: true };

test('undo and redo restore the data exactly after any edit', () => {
  fc.assert(
    fc.property(
      fc.array(edits, { maxLength: 20 }),
      fc.array(fc.boolean(), { maxLength: 30 }),
      (done, travels) => {
        const seen = [smallExperiment];
        let stacks: UndoStacks = { past: [], future: [] };
        for (const edit of done) {
          const before = seen.at(-1)!;
          stacks = remember(stacks, { ...dataOf(before), ...edited, gesture: null });
          seen.push({ ...before, dataset: { ...before.dataset, points: edit(before.dataset.points) } });
        }
        let at = seen.length - 1;
        for (const back of travels) {
          const travelled = stepThrough(stacks, back ? 'undo' : 'redo', dataOf(seen[at]!));
          const expected = seen[at + (back ? -1 : 1)];
          expect(travelled?.change.dataset).toBe(expected?.dataset);
          if (!travelled) continue;
          stacks = travelled.stacks;
          at += back ? -1 : 1;
        }
      },
    ),
  );
});

const generated = {
  ...smallExperiment,
  dataset: { ...smallExperiment.dataset, id: 'cubic' as const, points: [] },
};

test('an edit keeps the axes and every other point', () => {
  fc.assert(
    fc.property(edits, (edit) => {
      const before = experimentPoints(generated);
      const resolved = setFields(generated, editedPoints(generated, edit));
      if ('faults' in resolved) throw new Error(resolved.faults[0]!.message);
      const after = resolved.experiment;
      expect(after.dataset).toMatchObject({ id: 'custom', points: edit(before) });
      expect(experimentDomains(after, after.dataset.points)).toEqual(experimentDomains(generated, before));
    }),
  );
});

test('the moves of one drag are undone together, those of the next separately', () => {
  const [a, b, c] = [
    { ...smallExperiment.dataset },
    { ...smallExperiment.dataset },
    { ...smallExperiment.dataset },
  ];
  const change = (dataset: typeof a) => ({ ...smallExperiment, dataset, ...edited, gesture: 'move 3' });
  let stacks = remember(remember({ past: [], future: [] }, change(a)), change(b));
  expect(stacks.past.map(({ dataset }) => dataset)).toEqual([a]);
  stacks = remember(endGesture(stacks), change(c));
  expect(stacks.past).toHaveLength(2);
  expect(stacks.past[1]!.dataset).toBe(c);
});

test('a new change clears what could be redone', () => {
  const change = { ...dataOf(smallExperiment), ...edited, gesture: null };
  const travelled = stepThrough(remember({ past: [], future: [] }, change), 'undo', dataOf(smallExperiment))!;
  expect(travelled.stacks.future).toHaveLength(1);
  expect(remember(travelled.stacks, change).future).toHaveLength(0);
});

test('a cancelled drag leaves the stacks as they were, and what could be redone', () => {
  const change = { ...dataOf(smallExperiment), ...edited, gesture: null };
  const before: UndoStacks = { past: [change], future: [{ ...change }] };
  const drag = { ...dataOf(smallExperiment), ...edited, gesture: 'move 3' };
  const moved = remember(remember(before, drag), { ...drag, dataset: { ...drag.dataset } });
  expect(moved.future).toEqual([]);
  const cancelled = cancelGesture(moved)!;
  expect(cancelled.change.dataset).toBe(drag.dataset);
  expect(cancelled.stacks).toEqual(before);
  // A drag that has ended is undone, not cancelled.
  expect(cancelGesture(endGesture(moved))).toBeNull();
  expect(cancelGesture(before)).toBeNull();
});

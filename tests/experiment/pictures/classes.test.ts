import { describe, expect, it } from 'vitest';
import { setFields } from '../../../src/experiment/document/changes.ts';
import { defaultExperiment } from '../../../src/experiment/document/defaults.ts';
import type { Experiment } from '../../../src/experiment/document/experiment.ts';
import { prepareProblem } from '../../../src/experiment/pictures/prepareProblem.ts';
import { customTableLimits, suggestRoles, toCustomTable } from '../../../src/import/customTable.ts';
import { readTable } from '../../../src/import/readTable.ts';
import { trainResolved } from '../../../src/library/index.ts';
import { replacedPoints } from '../../../src/store/pointEdits.ts';

/** An experiment with three inputs and the given labels, one a row. */
function experimentWith(labels: readonly string[]): Experiment {
  const rows = labels.map((label, i) => `${i * 0.7},${(i * 5) % 7},${(i * 3) % 5},${label}`);
  const parsed = readTable(['a,b,c,kind', ...rows].join('\n'), customTableLimits);
  if ('faults' in parsed) throw new Error('no table');
  const reading = toCustomTable(parsed.table, suggestRoles(parsed.table));
  if ('faults' in reading) throw new Error('no points');
  const base = defaultExperiment();
  const set = setFields(base, replacedPoints(base, reading.data));
  if ('faults' in set) throw new Error(set.faults.map(({ message }) => message).join());
  return set.experiment;
}

const heldOutOf = (experiment: Experiment) => prepareProblem(experiment).heldOut;

describe('a class that only held-out rows have', () => {
  // Which rows are held out depends on their number and the seed, not on their labels.
  const places = Array.from({ length: 20 }, (_, i) => i);
  const heldOut = new Set(
    heldOutOf(experimentWith(places.map((i) => (i % 2 ? 'no' : 'yes')))).map(({ x }) => x[0]),
  );
  const rare = places.find((i) => heldOut.has(i * 0.7))!;
  const labels = places.map((i) => (i === rare ? 'rare' : i % 2 ? 'no' : 'yes'));

  it('has an output, its name and a finite score', async () => {
    const experiment = experimentWith(labels);
    const problem = prepareProblem(experiment);
    expect(problem.points.some(({ y }) => y === 1)).toBe(false);
    expect(experiment.dataset.classNames).toEqual(['no', 'rare', 'yes']);
    expect([problem.classes, problem.outputCount]).toEqual([3, 3]);
    const model = await trainResolved(experiment, { steps: 5, backend: 'cpu' });
    const metrics = await model.evaluate(problem.heldOut);
    expect(Number.isFinite(metrics.logLikelihood)).toBe(true);
  });

  it('has an output too if it is the last one of more than the plane distinguishes', () => {
    const many = places.map((i) => (i === rare ? 'z' : ['a', 'b', 'c', 'd', 'e'][i % 5]!));
    const problem = prepareProblem(experimentWith(many));
    expect(problem.points.some(({ y }) => y === 5)).toBe(false);
    expect(problem.classes).toBe(6);
  });
});

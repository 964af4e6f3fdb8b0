import { describe, expect, test } from 'vitest';
import { type DatasetId, datasets } from '../../src/model/datasets/index.ts';
import { convergenceOf } from '../../src/store/convergence.ts';
import { addToHistory, type HistoryEntry } from '../../src/store/history.ts';
import { addMoment, type Moment, momentOf } from '../../src/store/timeline.ts';
import { experimentWith, startRun } from '../experiment/wasmRun.ts';
import { sized } from '../testSize.ts';

/** Steps between two snapshots, about as on the page at full speed. */
const INTERVAL = 50;
/** A run that has not settled by this step has no settling step to compare with. */
const MAX_STEPS = 20_000;

/** Steps over which F is averaged to find where it settled. */
const SMOOTHING = 450;
/** F has settled where it stays within this many nats of its last value, and the scatter of its estimate. */
const SETTLED = 1;

/** Trains as the page does, beyond the step at which the run comes to rest. rest, settled: steps, null: not by MAX_STEPS. */
async function follow(fields: Readonly<Record<string, unknown>>) {
  const run = startRun(experimentWith(fields));
  let history: readonly HistoryEntry[] = [];
  let moments: readonly Moment[] = [];
  let rest: number | null = null;
  const costs: number[] = [];
  for (let step = INTERVAL; step <= MAX_STEPS; step += INTERVAL) {
    const snapshot = await run.advance(step);
    costs.push(snapshot.freeEnergy.total);
    if (rest !== null) {
      if (step >= 2 * rest) break;
      continue;
    }
    history = addToHistory(history, snapshot);
    moments = addMoment(moments, momentOf(snapshot, null));
    if (convergenceOf({ history, moments, since: 0, klWeight: 1, continued: false })) rest = step;
  }
  run.dispose();
  return { rest, settled: settledStep(costs) };
}

function settledStep(costs: readonly number[]): number {
  const half = Math.floor(SMOOTHING / INTERVAL / 2);
  const smooth = costs.map((_, i) => mean(costs.slice(Math.max(0, i - half), i + half + 1)));
  const tail = costs.slice(-60);
  const end = mean(tail);
  const scatter = Math.sqrt(mean(tail.map((cost) => (cost - end) ** 2)));
  return INTERVAL * (1 + smooth.findLastIndex((cost) => Math.abs(cost - end) > SETTLED + scatter) + 1);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const curves = Object.entries(datasets).flatMap(([id, { kind }]) =>
  kind === 'curve' ? [id as DatasetId] : [],
);
const runs = curves.flatMap((id) => [1, 2, 3, 4, 5].map((seed) => ({ id, seed })));

describe('a run rests within twice the steps at which F settled', () => {
  test.each(runs.slice(0, sized(runs.length)))('$id, seed $seed', async ({ id, seed }) => {
    const { rest, settled } = await follow({ 'dataset.id': id, seed });
    if (process.env.CONVERGENCE_TABLE) console.info(`| ${id} | ${seed} | ${settled} | ${rest ?? '–'} |`);
    if (rest === null) expect(2 * settled).toBeGreaterThan(MAX_STEPS);
    else expect(rest).toBeLessThanOrEqual(2 * settled);
  });
});

test('the same data in millimetres and in metres rest at the same step', async () => {
  const inUnit = async (unit: number) => {
    const points = Array.from({ length: 12 }, (_, i) => ({ x: [i * unit], y: Math.sin(i) * unit }));
    const { rest } = await follow({
      'dataset.id': 'custom',
      'dataset.points': points,
      'likelihood.noise': 0.3 * unit,
      'likelihood.learn': false,
    });
    return rest;
  };
  const metres = await inUnit(1);
  expect(metres).not.toBeNull();
  expect(await inUnit(1000)).toBe(metres);
});

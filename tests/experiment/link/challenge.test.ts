import { describe, expect, test } from 'vitest';
import { createWasmEngine } from '../../../src/engine/wasm/index.ts';
import { setFields } from '../../../src/experiment/document/changes.ts';
import { initialState } from '../../../src/experiment/engine/state.ts';
import { judgeGoal, readGoal } from '../../../src/experiment/link/challenge.ts';
import { challengeLink, challenges } from '../../../src/experiment/link/challenges.ts';
import { decodeLink } from '../../../src/experiment/link/link.ts';
import { experimentPoints } from '../../../src/experiment/pictures/data.ts';
import { observe } from '../../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../../src/experiment/pictures/prepareProblem.ts';
import type { Snapshot } from '../../../src/experiment/pictures/snapshot.ts';
import { calibrationOf } from '../../../src/experiment/scores/calibration.ts';
import { loadDataset } from '../../../src/model/datasets/index.ts';

test('a goal is parsed as links write it', () => {
  const goal = { quantity: 'epistemic', x: 0.5, relation: 'below', bound: 0.1 } as const;
  expect(readGoal('epistemic_0.5_below_0.1')).toEqual(goal);
  expect(readGoal('points_below_3')).toEqual({ quantity: 'points', x: null, relation: 'below', bound: 3 });
});

test.each([
  '',
  'epistemic_below_0.1',
  'points_1_below_3',
  'rmse_under_1',
  'rmse_below_one',
  'toString_below_1',
  'mean_x_above_1',
])('%s is not a goal', (text) => {
  expect(readGoal(text)).toBeNull();
});

test('a bad goal in a link is refused by name; the others are kept', () => {
  const { experiment, notices } = decodeLink('view.challenge=rmse_below_1,nonsense&seed=9');
  expect(experiment.view.challenge).toEqual([]);
  expect(experiment.seed).toBe(9);
  expect(notices.map(({ message }) => message).join()).toMatch(/view\.challenge.*epistemic_0\.5_below_0\.1/);
});

test('a curve is interpolated between its inputs, and reaching a bound exactly counts', () => {
  const predictive = {
    kind: 'curve',
    x: Float64Array.of(0, 1),
    mean: Float64Array.of(1, 3),
    epistemicSigma: Float64Array.of(0.2, 0.4),
    aleatoricSigma: Float64Array.of(0.1, 0.1),
  };
  const seen = { snapshot: { predictive } as unknown as Snapshot, newPoints: 3 };
  expect(judgeGoal(readGoal('mean_0.25_above_1.5')!, seen)).toEqual({ value: 1.5, reached: true });
  expect(judgeGoal(readGoal('points_below_3')!, seen)?.reached).toBe(true);
  expect(judgeGoal(readGoal('points_below_2')!, seen)?.reached).toBe(false);
  expect(judgeGoal(readGoal('mean_7_above_0')!, seen)).toBeNull();
});

/** The actions that solve each challenge. */
const solutions: Readonly<Record<keyof typeof challenges, Readonly<Record<string, unknown>>>> = {
  'reach-out': {},
  'stay-unsure': { 'prior.sigma': 1 },
  'small-network': { 'network.hidden': [10] },
  'cheap-weights': { 'network.hidden': [6] },
};

describe('every challenge', () => {
  test.each(Object.entries(challenges))(
    '%s can be solved, and is not solved at the start',
    async (key, challenge) => {
      const { experiment: initial, notices } = decodeLink(challengeLink(challenge));
      expect(notices).toEqual([]);
      await loadDataset(initial.dataset.id);
      const base = experimentPoints(initial);
      const added = key === 'reach-out' ? farPoints : [];
      const changes = {
        ...solutions[key as keyof typeof challenges],
        ...(added.length > 0 && { 'dataset.id': 'custom', 'dataset.points': [...base, ...added] }),
      };
      const solved = setFields(initial, changes);
      if ('faults' in solved) throw new Error(solved.faults.map(({ message }) => message).join());
      const evaluate = async (experiment: typeof initial, newPoints: number) => {
        const problem = prepareProblem(experiment);
        const engine = createWasmEngine()(problem, initialState(problem));
        await engine.train(3000, Number.POSITIVE_INFINITY);
        const picture = await observe(problem, engine, async () => {});
        const calibration = await calibrationOf(problem, engine, picture.predictive, async () => {});
        const snapshot = { ...picture, calibration } as unknown as Snapshot;
        return challenge.goals.map((text) => judgeGoal(readGoal(text)!, { snapshot, newPoints }));
      };
      const values = await evaluate(solved.experiment, added.length);
      expect(
        values.map((goal) => goal?.reached),
        JSON.stringify(values),
      ).toEqual(challenge.goals.map(() => true));
      expect((await evaluate(initial, 0)).every((goal) => goal?.reached)).toBe(false);
    },
    60_000,
  );
});

const farPoints = [0.75, 0.95, 1.15].map((x) => ({ x: [x], y: 0.6 }));

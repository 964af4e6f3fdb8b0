import { expect, test } from 'vitest';
import { setFields } from '../../src/experiment/document/changes.ts';
import { defaultExperiment } from '../../src/experiment/document/defaults.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import { multiplyAdds } from '../../src/model/networks/index.ts';
import { createReferenceEngine } from '../../src/reference/index.ts';
import { replyTimeout } from '../../src/worker/replyTimeout.ts';

const SECOND = 1000;
/** Multiply-adds a second on the slowest machine that must not time out. */
const SLOW = 1e8;

test.each(['blundell', 'moons'])(
  'the timeout allows one draw of a picture of %s on a slow machine',
  async (id) => {
    const resolved = setFields(defaultExperiment(), {
      'dataset.id': id,
      'dataset.size': 2,
      // Large enough that the minimum timeout of any worker would not suffice.
      'network.hidden': [320, 320],
      'inference.samples': 1,
      'prediction.samples': 1,
    });
    if ('faults' in resolved) throw new Error(resolved.faults.map(({ message }) => message).join());
    const problem = prepareProblem(resolved.experiment);
    const engine = createReferenceEngine(problem, initialState(problem));
    await engine.train(1, 0);
    let longest = 0;
    await observe(
      problem,
      {
        ...engine,
        outputs: (inputs, first, count, kept) => {
          longest = Math.max(longest, (inputs.length / problem.inputCount) * count);
          return engine.outputs(inputs, first, count, kept);
        },
      },
      async () => {},
    );
    expect(longest).toBeGreaterThan(100);
    const work = longest * multiplyAdds(problem.plan);
    expect(replyTimeout(resolved.experiment)).toBeGreaterThan((SECOND * work) / SLOW);
  },
);

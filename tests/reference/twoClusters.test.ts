import { expect, it } from 'vitest';
import { createWasmEngine } from '../../src/engine/wasm/index.ts';
import { resolveExperiment } from '../../src/experiment/document/resolve.ts';
import { initialState } from '../../src/experiment/engine/state.ts';
import { observe } from '../../src/experiment/pictures/observe.ts';
import { prepareProblem } from '../../src/experiment/pictures/prepareProblem.ts';
import type { MethodKind } from '../../src/model/methods/index.ts';
import { createReferenceEngine } from '../../src/reference/index.ts';
import { curveOf } from '../experiment/document/curve.ts';
import { isFullSize } from '../testSize.ts';

/** Epistemic standard deviation along x of the two clusters, with twenty hidden units. */
async function epistemic(method: MethodKind, samples: number, steps: number) {
  const resolved = resolveExperiment({
    version: 1,
    dataset: { id: 'two-clusters' },
    network: { hidden: [20] },
    inference: { method, samples },
  });
  if ('faults' in resolved) throw new Error(resolved.faults[0]!.message);
  const problem = prepareProblem(resolved.experiment);
  const create = method === 'hmc' ? createReferenceEngine : createWasmEngine();
  const engine = create(problem, initialState(problem));
  for (let taken = 0; taken < steps; ) taken += await engine.train(steps - taken, 1e9);
  const { x, epistemicSigma } = curveOf(await observe(problem, engine, async () => {}));
  const mean = (low: number, high: number) => {
    const inside = epistemicSigma.filter((_, i) => x[i]! >= low && x[i]! <= high);
    return inside.reduce((sum, sigma) => sum + sigma, 0) / inside.length;
  };
  return { gap: mean(-0.8, 0.8), clusters: (mean(-2, -1.3) + mean(1.3, 2)) / 2 };
}

// HMC takes 5 s; the test tier has the same comparison in the page (tests/e2e/run/overlay.spec.ts).
it.runIf(isFullSize)(
  'between two clusters mean field is more confident than the exact posterior (Foong et al. 2020, §3)',
  async () => {
    const q = await epistemic('bayes-by-backprop', 4, 2500);
    const truth = await epistemic('hmc', 2, 700);
    // HMC widens its band between the clusters, q narrows it there: by a factor of about ten.
    expect(truth.gap).toBeGreaterThan(2 * truth.clusters);
    expect(q.gap).toBeLessThan(0.5 * truth.gap);
  },
);

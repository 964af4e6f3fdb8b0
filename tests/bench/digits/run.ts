import { createWasmEngine } from '../../../src/engine/wasm/index.ts';
import { setFields } from '../../../src/experiment/document/changes.ts';
import { defaultExperiment } from '../../../src/experiment/document/defaults.ts';
import { initialState } from '../../../src/experiment/engine/state.ts';
import type { Metrics } from '../../../src/experiment/pictures/snapshot.ts';
import { prepareProblem } from '../../../src/experiment/problem/problem.ts';
import { evaluatePredictions } from '../../../src/experiment/scores/evaluate.ts';
import { pruningCurve } from '../../../src/experiment/scores/pruningCurve.ts';
import { loadDataset, type Point } from '../../../src/model/datasets/index.ts';
import { inverted, letterImage, letterNames, noiseImage } from '../../../src/plots/images/imageActs.ts';
import type { RunSection, Target } from '../section.ts';

/** Steps of the convolutional and of the dense network. */
const STEPS = 12_000;
const DENSE_STEPS = 3000;
const digit = { height: 8, width: 8, brightest: 16 };

/** How good the digits' networks are, as the page trains them, and how long that takes; the split of seed 1. */
export const run: RunSection = async (bench) => {
  await loadDataset('digits');
  bench.progress('digits: the convolutional network');
  const steps = bench.quick ? 300 : STEPS;
  const { problem, engine, seconds } = await trained({}, steps);
  const scores = await evaluatePredictions(problem, engine, problem.heldOut);
  const surprise = async (images: readonly (readonly number[])[]) => {
    const points: Point[] = images.map((x) => ({ x, y: 0 }));
    return (await evaluatePredictions(problem, engine, points)).mutualInformation!;
  };
  const heldOut = problem.heldOut.map(({ x }) => x);
  const strange = {
    noise: await surprise(heldOut.map((_, i) => noiseImage(digit, i + 1))),
    letters: await surprise(letterNames.map((letter) => letterImage(letter, digit))),
    inverted: await surprise(heldOut.map((image) => inverted(image, digit))),
  };
  engine.dispose();

  bench.progress('digits: the dense network, pruned');
  const dense = await trained({ 'network.kind': 'dense' }, bench.quick ? 300 : DENSE_STEPS);
  const curve = (await pruningCurve(dense.problem, dense.engine, async () => {}))!;
  dense.engine.dispose();
  const whole = curve.accuracy[0]!;
  const pruned = curve.accuracy[curve.fractions.indexOf(0.75)]!;

  const ratios = Object.entries(strange).map(
    ([name, value]) => [name, value / scores.mutualInformation!] as const,
  );
  const least = ratios.reduce((a, b) => (b[1] < a[1] ? b : a));
  return {
    targets: targets(scores, seconds, least, whole - pruned),
    tables: {
      digits: {
        title: 'Digits',
        head: ['', 'measured'],
        rows: [
          ['steps of the convolutional network', steps.toLocaleString('en-GB')],
          ['seconds of training, one thread', seconds.toFixed(1)],
          ['accuracy on 359 held-out digits', percent(scores.accuracy!)],
          ['expected calibration error', scores.calibrationError.toFixed(4)],
          ['mean log p(y), nats', scores.logLikelihood.toFixed(3)],
          ['mutual information on digits, nats', scores.mutualInformation!.toFixed(4)],
          ...Object.entries(strange).map(([name, value]): [string, string] => [
            `the same on ${name}`,
            value.toFixed(3),
          ]),
          ['accuracy of the dense network', percent(whole)],
          ['the same with 75 % of its weights pruned', percent(pruned)],
        ],
      },
    },
    pictures: {},
    data: {
      scores,
      seconds,
      strange,
      pruning: { fractions: [...curve.fractions], accuracy: [...curve.accuracy] },
    },
  };
};

async function trained(changes: Readonly<Record<string, unknown>>, steps: number) {
  const resolved = setFields(defaultExperiment(), { 'dataset.id': 'digits', ...changes });
  if ('faults' in resolved) throw new Error(resolved.faults.map(({ message }) => message).join('; '));
  const problem = prepareProblem(resolved.experiment);
  const engine = createWasmEngine()(problem, initialState(problem));
  const begun = performance.now();
  for (let left = steps; left > 0; ) left -= await engine.train(left, 1000);
  return { problem, engine, seconds: (performance.now() - begun) / 1000 };
}

function targets(
  { accuracy, calibrationError }: Metrics,
  seconds: number,
  [strangest, ratio]: readonly [string, number],
  cost: number,
): Target[] {
  return [
    {
      claim: 'digits, convolutional: accuracy on the held-out fifth of seed 1',
      target: '≥ 97.5 %',
      measured: percent(accuracy!),
      met: accuracy! >= 0.975,
    },
    {
      claim: 'the same, expected calibration error',
      target: '≤ 0.03',
      measured: calibrationError.toFixed(4),
      met: calibrationError <= 0.03,
    },
    {
      claim: 'the same, seconds of training on one thread',
      target: '< 60 s',
      measured: `${seconds.toFixed(1)} s`,
      met: seconds < 60,
    },
    {
      claim: 'mutual information on non-digits against digits, least of noise, letters and inverted digits',
      target: '≥ 3×',
      measured: `${ratio.toFixed(1)}× (${strangest})`,
      met: ratio >= 3,
    },
    {
      claim: 'digits, dense: accuracy lost by pruning 75 % of the weights',
      target: '≤ 1 point',
      measured: `${(100 * cost).toFixed(2)} points`,
      met: cost <= 0.01 + 1e-9,
    },
  ];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

import { rounded, spreadOf, withSpread } from '../report/numbers.ts';
import type { Table } from '../report/table.ts';
import type { RunSection, Target } from '../section.ts';
import { serveBuiltPage } from './builtPage.ts';
import { type FlatOut, measureFlatOut, measurePauses } from './flatOut.ts';
import { measureResting, type Resting } from './resting.ts';
import { type Soak, soak } from './soak.ts';
import { measureStartUp } from './startUp.ts';

/**
 * Growth of the process, from the first to the last measurement, that counts as flat, allowing for garbage collection.
 */
const FLAT = 1.1;

/** Fraction of a core that a hidden page may use. */
const RESTS = 0.01;

/** Steps at which memory is measured, starting when the timeline has filled its budget. */
const SOAKED = [100_000, 150_000, 200_000, 300_000];

/** The built page: time to training, smoothness, and memory growth. */
export const run: RunSection = async (bench) => {
  const { address, close } = await serveBuiltPage(bench.root);
  try {
    bench.progress('page: start-up');
    const startUp = await measureStartUp(bench, address, bench.quick ? 2 : 7);
    bench.progress('page: flat out');
    const watched = bench.quick ? 2000 : 10_000;
    const fluent = await measureFlatOut(bench, address, 1, watched);
    const throttled = await measureFlatOut(bench, address, 4, watched);
    bench.progress('page: pauses');
    const pauses = await measurePauses(bench, address, bench.quick ? 3 : 15);
    bench.progress('page: hidden');
    const resting = await measureResting(bench, address, bench.quick ? 2000 : 10_000);
    bench.progress('page: soak');
    const grown = await soak(bench, address, bench.quick ? [500, 1500] : SOAKED);
    const step = spreadOf(startUp.step);
    const targets: Target[] = [
      atMost('opening the page to its first training step (built, local, cold)', step.median, 1000, 'ms'),
      {
        claim: 'longest task of the main thread while training',
        target: '< 50 ms',
        measured: fluent.longestTask === null ? 'under 50 ms' : `${rounded(fluent.longestTask)} ms`,
        met: fluent.longestTask === null,
      },
      atLeast('frames a second while training', fluent.framesPerSecond, 55),
      atLeast('the same with the main thread slowed down four times', throttled.framesPerSecond, 30),
      atMost('a click on Pause to rest, slowest', Math.max(...pauses), 50, 'ms'),
      {
        claim: 'a core’s time that a hidden page takes',
        target: '< 1 %',
        measured: `${rounded(100 * resting.hidden)} % (${rounded(100 * resting.training)} % while it trained)`,
        met: resting.hidden < RESTS,
      },
      {
        claim: 'the same of a page of three embeds, scrolled away',
        target: '< 1 %',
        measured: `${rounded(100 * resting.offScreen)} % (${rounded(100 * resting.onScreen)} % while they trained)`,
        met: resting.offScreen < RESTS,
      },
      ...(grown ? [flatness(grown)] : []),
    ];
    const tables = {
      page: pageTable(withSpread(step), startUp.paint, [fluent, throttled], pauses, resting, grown),
    };
    return { targets, tables, pictures: {}, data: { startUp, fluent, throttled, pauses, resting, grown } };
  } finally {
    await close();
  }
};

function atMost(claim: string, value: number, most: number, unit: string): Target {
  return { claim, target: `≤ ${most} ${unit}`, measured: `${rounded(value)} ${unit}`, met: value <= most };
}

function atLeast(claim: string, value: number, least: number): Target {
  return { claim, target: `≥ ${least}`, measured: rounded(value), met: value >= least };
}

function flatness({ steps, resident, notFinite }: Soak): Target {
  const growth = resident.at(-1)! / resident[0]!;
  return {
    claim: `memory of page and worker, step ${rounded(steps[0]!)} to ${rounded(steps.at(-1)!)}; costs that are not finite`,
    target: 'flat; 0',
    measured: `×${growth.toFixed(2)}; ${notFinite}`,
    met: growth <= FLAT && notFinite === 0,
  };
}

function pageTable(
  firstStep: string,
  paint: readonly number[],
  watched: readonly FlatOut[],
  pauses: readonly number[],
  { training, hidden, onScreen, offScreen }: Resting,
  grown: Soak | null,
): Table {
  const looks = grown?.steps.map((step, i): [string, string] => [
    `memory at step ${step.toLocaleString('en-GB')}, MiB`,
    rounded(grown.resident[i]!),
  ]);
  return {
    title: 'The page',
    head: ['', 'measured'],
    rows: [
      ['first paint, ms', withSpread(spreadOf(paint))],
      ['first training step, ms', firstStep],
      ...watched.flatMap(({ throttle, framesPerSecond, stepsPerSecond, backend }) => [
        [`frames a second, main thread slowed ${throttle}×`, rounded(framesPerSecond)],
        [`steps a second meanwhile, ${backend}`, rounded(stepsPerSecond)],
      ]),
      ['Pause to rest, ms', withSpread(spreadOf(pauses))],
      ['cores of the page’s process, training', rounded(training)],
      ['the same, hidden', rounded(hidden)],
      ['the same of three embeds, training', rounded(onScreen)],
      ['the same of three embeds, scrolled away', rounded(offScreen)],
      ...(looks ?? []),
    ],
  };
}

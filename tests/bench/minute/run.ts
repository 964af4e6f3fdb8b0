import { serveBuiltPage } from '../page/builtPage.ts';
import { rounded, spreadOf, withSpread } from '../report/numbers.ts';
import type { RunSection, Target } from '../section.ts';
import { type Answers, measureActions } from './actions.ts';
import { measureOpening } from './opening.ts';

/** Milliseconds that opening the page, and each action, may take. */
const MAX_OPENING = 1500;
const MAX_ANSWER = 250;

/** The first minute on the built page: until the band visibly moves, and until each typical action is answered. */
export const run: RunSection = async (bench) => {
  const { address, close } = await serveBuiltPage(bench.root);
  try {
    bench.progress('minute: opening');
    const opening = await measureOpening(bench, address, bench.quick ? 2 : 5);
    bench.progress('minute: actions');
    const answers = await measureActions(bench, address, bench.quick ? 1 : 5);
    const moved = spreadOf(opening.moved);
    const medians = Object.entries(answers).flatMap(([name, times]) => {
      const known = times.filter((time) => time !== null);
      return known.length > 0 ? [{ name, spread: spreadOf(known) }] : [];
    });
    const slowest = medians.reduce((most, one) => (one.spread.median > most.spread.median ? one : most));
    const targets: Target[] = [
      {
        claim: 'opening the page to a band that has visibly moved from the prior',
        target: `≤ ${rounded(MAX_OPENING)} ms`,
        measured: `${rounded(moved.median)} ms`,
        met: moved.median <= MAX_OPENING,
      },
      {
        claim: 'a typical action to changed pixels while training, slowest median',
        target: `≤ ${MAX_ANSWER} ms`,
        measured: `${rounded(slowest.spread.median)} ms, ${slowest.name}`,
        met: slowest.spread.median <= MAX_ANSWER,
      },
    ];
    const actions = {
      title: 'The first minute',
      head: ['', 'ms'],
      rows: [
        ['opening → prior', withSpread(spreadOf(opening.prior))],
        ['opening → moved band', withSpread(moved)],
        ...medians.map(({ name, spread }) => [name, withSpread(spread)]),
        ...missingIn(answers).map((name) => [name, '–']),
      ],
    };
    return { targets, tables: { actions }, pictures: {}, data: { opening, answers } };
  } finally {
    await close();
  }
};

/** Actions that never had an answer. */
function missingIn(answers: Answers): readonly string[] {
  return Object.keys(answers).filter((name) => answers[name]!.every((time) => time === null));
}

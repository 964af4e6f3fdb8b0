import { expect, test } from '@playwright/test';
import { runMonkeyTest } from '../../monkey/monkeyTest.ts';

/** `npm run fuzz` sets other values. */
const minutes = Number(process.env.MONKEY_MINUTES ?? 1.5);
const seeds = (process.env.MONKEY_SEEDS ?? '1,2,3').split(',').map(Number);

/** Minimum number of actions for each seed: after these the heap has been measured and axe has run. */
const MIN_ACTIONS = 60;

test(`random UI actions for ${minutes} minutes cause no fault: seeds ${seeds.join(', ')}`, async ({
  browser,
  baseURL,
}) => {
  const milliseconds = minutes * 60_000;
  test.setTimeout(milliseconds * 1.5 + 600_000);
  const reports = await Promise.all(
    seeds.map((seed) =>
      runMonkeyTest({
        browser,
        address: baseURL ?? '',
        seed,
        milliseconds,
        minActions: MIN_ACTIONS,
        ...(process.env.MONKEY_VERBOSE && { onProgress: (line) => console.log(`${seed}: ${line}`) }),
      }),
    ),
  );
  for (const { seed, actions, heap, faults, last } of reports) {
    console.log(
      `seed ${seed}: ${actions} actions, heap ${heap.map((size) => size.toFixed(1)).join(', ')} MB`,
    );
    if (faults.length > 0) console.log(['The last actions:', ...last, ...faults].join('\n  '));
  }
  expect(reports.flatMap(({ seed, faults }) => faults.map((fault) => `seed ${seed}: ${fault}`))).toEqual([]);
  for (const { actions, heap } of reports) {
    expect(actions).toBeGreaterThanOrEqual(MIN_ACTIONS);
    expect(heap.length).toBeGreaterThan(0);
  }
});

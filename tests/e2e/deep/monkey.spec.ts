import { expect, test } from '@playwright/test';
import { runMonkey } from '../../monkey/monkey.ts';

/** Others are given by `npm run fuzz`. */
const minutes = Number(process.env.MONKEY_MINUTES ?? 1.5);
const seeds = (process.env.MONKEY_SEEDS ?? '1,2,3').split(',').map(Number);

/**
 * Acts of each. Three at once did 80 in 90 seconds on two busy cores: most machines are past this when the time is over.
 * The heap has then been measured, and axe has looked.
 */
const MIN_ACTIONS = 60;

test(`whatever is done to the page for ${minutes} minutes, it holds: seeds ${seeds.join(', ')}`, async ({
  browser,
  baseURL,
}) => {
  const milliseconds = minutes * 60_000;
  test.setTimeout(milliseconds * 1.5 + 600_000);
  const reports = await Promise.all(
    seeds.map((seed) =>
      runMonkey({
        browser,
        address: baseURL ?? '',
        seed,
        milliseconds,
        minActions: MIN_ACTIONS,
        ...(process.env.MONKEY_ALOUD && { onProgress: (line) => console.log(`${seed}: ${line}`) }),
      }),
    ),
  );
  for (const { seed, acts, heap, faults, last } of reports) {
    console.log(`seed ${seed}: ${acts} acts, heap ${heap.map((size) => size.toFixed(1)).join(', ')} MB`);
    if (faults.length > 0) console.log(['The last acts:', ...last, ...faults].join('\n  '));
  }
  expect(reports.flatMap(({ seed, faults }) => faults.map((fault) => `seed ${seed}: ${fault}`))).toEqual([]);
  for (const { acts, heap } of reports) {
    expect(acts).toBeGreaterThanOrEqual(MIN_ACTIONS);
    expect(heap.length).toBeGreaterThan(0);
  }
});

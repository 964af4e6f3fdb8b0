import type { Page } from '@playwright/test';
import { pictureKindOf } from '../../src/experiment/document/pictureKind.ts';
import { decodeLink } from '../../src/experiment/link/link.ts';
import { violationsIn } from '../e2e/support/axe.ts';
import { type TestSession, withTimeout } from './session.ts';

/** Checks between two actions. Each resolves to the faults it found. */

/** A timer in the page, ms, longer than the delay with which the address follows the experiment. */
const SETTLING = 450;
/** Time limit of axe, ms. */
const AXE_TIMEOUT = 240_000;
/** Limit of the page's heap in megabytes. */
const MAX_HEAP = 100;

/**
 * Resolves when the timers that the page has set before have fired: independent of the load, since it waits on the
 * page's own clock.
 */
const settled = (page: Page): Promise<void> =>
  withTimeout(
    'a timer',
    page.evaluate((delay) => new Promise<void>((fired) => setTimeout(fired, delay)), SETTLING),
  );

/** NaN, Infinity and similar words on the screen, in attributes and in boxes; an empty page; another address. */
export async function checkScreen({ page, address }: TestSession): Promise<readonly string[]> {
  const here = page.url().split('#')[0]!.split('?')[0];
  if (here !== address) return [`the page went to ${page.url()}`];
  return withTimeout('its text', page.evaluate(numberless));
}

/** Runs in the page. */
function numberless(): string[] {
  const root = document.getElementById('root');
  if (!root?.firstElementChild) return ['the page is empty'];
  const wrong = /\b(NaN|Infinity|undefined)\b|\[object |[∞]/;
  const said: string[] = document.body.innerText.split('\n').filter((line) => wrong.test(line));
  for (const element of document.body.querySelectorAll('*'))
    for (const { name, value } of element.attributes)
      if (wrong.test(value)) said.push(`${element.tagName} ${name}="${value}"`);
  for (const input of document.body.querySelectorAll('input, textarea, select'))
    if (wrong.test((input as HTMLInputElement).value))
      said.push(`a box: ${(input as HTMLInputElement).value}`);
  return said.map((text) => text.slice(0, 300));
}

/** Custom points as the address and the history hold them; null where the data set is not custom. */
export async function ownPoints({
  page,
}: TestSession): Promise<{ readonly text: string | null; readonly faults: string[] }> {
  await settled(page);
  const { hash, kept, drawn } = await withTimeout(
    'the address',
    page.evaluate(() => ({
      hash: location.hash,
      kept: history.state?.points as string | undefined,
      drawn: document.querySelectorAll('[data-plot=predictive] [data-index]').length,
    })),
  );
  const { experiment } = decodeLink(hash, kept ?? null);
  const { id, points } = experiment.dataset;
  if (id !== 'custom') return { text: null, faults: [] };
  const kind = pictureKindOf(experiment);
  const inPlot = kind === 'curve' || kind === 'plane';
  const faults =
    inPlot && drawn > 0 && drawn !== points.length
      ? [`${drawn} points are drawn; the address has ${points.length}`]
      : [];
  return { text: JSON.stringify(points), faults };
}

/** Accessibility violations that axe finds. */
export async function checkWithAxe({ page }: TestSession): Promise<readonly string[]> {
  await settled(page);
  const violations = await withTimeout('axe', violationsIn(page), AXE_TIMEOUT);
  return violations.map(([rule, element]) => `axe: ${rule}: ${element?.slice(0, 200)}`);
}

/** The page's heap in megabytes after a garbage collection. */
export async function measureHeap({
  cdp,
}: TestSession): Promise<{ readonly megabytes: number; readonly faults: string[] }> {
  await withTimeout('a garbage collection', cdp.send('HeapProfiler.collectGarbage'));
  const { usedSize } = await withTimeout('its heap', cdp.send('Runtime.getHeapUsage'));
  const megabytes = usedSize / 1e6;
  return { megabytes, faults: megabytes < MAX_HEAP ? [] : [`the heap has ${megabytes.toFixed(1)} MB`] };
}

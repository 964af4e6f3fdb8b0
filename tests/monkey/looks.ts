import { pictureKindOf } from '../../src/experiment/document/pictureKind.ts';
import { decodeLink } from '../../src/experiment/link/link.ts';
import { violationsIn } from '../e2e/support/axe.ts';
import { answered, type MonkeySession } from './session.ts';

/** What a monkey looks for in the page. Each answers with what is wrong. */

/** Milliseconds in which the address follows the experiment, and then some. */
const DEBOUNCE = 450;
/** Milliseconds that axe may take, which looks at everything. */
const AXE_PATIENCE = 120_000;
/** Megabytes that the page's heap may have. */
const MAX_HEAP = 100;

/** Numbers on the screen, or in what is drawn or said to a screen reader, that are none. */
export async function lookAtScreen({ page, address }: MonkeySession): Promise<readonly string[]> {
  const here = page.url().split('#')[0]!.split('?')[0];
  if (here !== address) return [`the page went to ${page.url()}`];
  return answered('its text', page.evaluate(numberless));
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

/** The points of a person's own data, as the address and the history keep them; null: the data are not their own. */
export async function ownPoints({
  page,
}: MonkeySession): Promise<{ readonly text: string | null; readonly faults: string[] }> {
  await page.waitForTimeout(DEBOUNCE);
  const { hash, kept, drawn } = await answered(
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

/** What axe finds. */
export async function lookWithAxe({ page }: MonkeySession): Promise<readonly string[]> {
  await page.waitForTimeout(DEBOUNCE);
  const violations = await answered('axe', violationsIn(page), AXE_PATIENCE);
  return violations.map(([rule, element]) => `axe: ${rule}: ${element?.slice(0, 200)}`);
}

/** Megabytes of the page's heap once everything that nobody holds is gone. */
export async function heapOf({
  cdp,
}: MonkeySession): Promise<{ readonly megabytes: number; readonly faults: string[] }> {
  await answered('garbage', cdp.send('HeapProfiler.collectGarbage'));
  const { usedSize } = await answered('its heap', cdp.send('Runtime.getHeapUsage'));
  const megabytes = usedSize / 1e6;
  return { megabytes, faults: megabytes < MAX_HEAP ? [] : [`the heap has ${megabytes.toFixed(1)} MB`] };
}

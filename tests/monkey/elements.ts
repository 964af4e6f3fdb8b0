import type { ElementHandle } from '@playwright/test';
import type { Chance } from '../fuzz/chance.ts';
import { type TestSession, withTimeout } from './session.ts';

/** Selectors of elements, by the action that uses them. */
const selectors = {
  press:
    'button, summary, label:has(input[type=checkbox], input[type=radio]), input[type=checkbox], a[href^="#"]',
  write: 'input:not([type]), input[type=text], input[type=number], textarea',
  slide: 'input[type=range], [role=slider]',
  choose: 'select',
  plot: 'figure, svg[role], canvas, [data-plot] [class*=surface]',
  mark: '[data-plot] [data-index]',
} as const;
export type Kind = keyof typeof selectors;

/** An element that can be operated now. */
export interface Found {
  readonly element: ElementHandle<Element>;
  readonly name: string;
  /** Its centre in the viewport and its size, CSS pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Whether operating it may change custom points. */
  readonly editsData: boolean;
}

/** Regions in which custom points are created or changed. */
const editors =
  'dialog, details[data-concept=data], [data-plot], section:has([data-plot=predictive]), [class*=SimpleControls_fields], [class*=Doors_row], [aria-label=Challenges], [data-monkey=edits]';

/**
 * One of the elements of a kind, or null. The choice depends on their names and on `chance`, not on their number, so
 * that a notice which appears earlier in another run changes few choices.
 */
export async function findOne({ page }: TestSession, chance: Chance, kind: Kind): Promise<Found | null> {
  const found = await withTimeout(`what there is to ${kind}`, page.evaluateHandle(collect, selectors[kind]));
  const names = await found.evaluate((all) => all.map(({ name }) => name));
  const index = strongest(names, chance);
  if (index === null) return null;
  const element = (await found.evaluateHandle((all, i) => all[i]!.element, index)).asElement();
  if (!element) return null;
  const place = await withTimeout('where an element stands', element.evaluate(standing, editors));
  return { element: element as ElementHandle<Element>, name: names[index]!, ...place };
}

/** Index of the name with the greatest salted hash. */
function strongest(names: readonly string[], chance: Chance): number | null {
  const salt = Math.floor(chance.random() * 2 ** 24);
  let best: number | null = null;
  let greatest = -1;
  for (const [index, name] of names.entries()) {
    const strength = hash(name, salt);
    if (strength > greatest) [best, greatest] = [index, strength];
  }
  return best;
}

/** 32-bit hash of a text: FNV-1a, with the finalizer of murmur3, so that neighbouring salts give unrelated values. */
function hash(text: string, salt: number): number {
  let bits = 0x811c9dc5 ^ salt;
  for (let i = 0; i < text.length; i++) bits = Math.imul(bits ^ text.charCodeAt(i), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Runs in the page: the elements of a selector that can be operated, in the open dialog where there is one, with unique names. */
function collect(selector: string): { readonly element: Element; readonly name: string }[] {
  const dialogs = [...document.querySelectorAll('dialog')].filter((dialog) => dialog.matches(':modal'));
  const times = new Map<string, number>();
  return [...(dialogs.at(-1) ?? document.body).querySelectorAll(selector)].flatMap((element) => {
    const { width, height } = element.getBoundingClientRect();
    const shown = element.checkVisibility({ visibilityProperty: true }) && width > 0 && height > 0;
    if (!shown || element.matches(':disabled, [aria-disabled=true]')) return [];
    const label =
      element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent;
    const said = (label ?? element.textContent ?? '').replace(/[\d,.%]+/g, '#').trim();
    const name = `${element.tagName.toLowerCase()} “${said.slice(0, 40)}”`;
    const time = times.get(name) ?? 0;
    times.set(name, time + 1);
    return [{ element, name: time === 0 ? name : `${name} ${time + 1}` }];
  });
}

/** Runs in the page: scrolls an element into view, and returns whether it, or what covers it, edits data. */
function standing(element: Element, editors: string) {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const { x, y, width, height } = element.getBoundingClientRect();
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  const hit = document.elementFromPoint(middleX, middleY);
  const editsData = [element, hit].some((one) => one?.closest(editors) != null);
  return { x: middleX, y: middleY, width, height, editsData };
}

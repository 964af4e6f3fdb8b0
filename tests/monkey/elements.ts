import type { ElementHandle } from '@playwright/test';
import type { Chance } from '../fuzz/chance.ts';
import { answered, type MonkeySession } from './session.ts';

/** What is looked for, by what is done with it. */
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

/** An element that can be operated now, where it stands and what it is called. */
export interface Found {
  readonly element: ElementHandle<Element>;
  readonly name: string;
  /** The middle of it on the screen, and its size. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Whether it is among what data are edited with. */
  readonly editsData: boolean;
}

/** Where data of a person's own are made, changed, opened and dropped. */
const editors =
  'dialog, details[data-concept=data], [data-plot], section:has([data-plot=predictive]), [aria-label=Challenges], [data-monkey=edits]';

/**
 * One of the elements of a kind; null: there is none. The choice hangs on their names and the chance alone, not on how many
 * there are: a notice that comes a moment earlier in another run changes few choices.
 */
export async function findOne({ page }: MonkeySession, chance: Chance, kind: Kind): Promise<Found | null> {
  const found = await answered(`what there is to ${kind}`, page.evaluateHandle(collect, selectors[kind]));
  const names = await found.evaluate((all) => all.map(({ name }) => name));
  const index = strongest(names, chance);
  if (index === null) return null;
  const element = (await found.evaluateHandle((all, i) => all[i]!.element, index)).asElement();
  if (!element) return null;
  const place = await answered('where an element stands', element.evaluate(standing, editors));
  return { element: element as ElementHandle<Element>, name: names[index]!, ...place };
}

/** The name with the greatest number, of numbers that hang on the name and the chance. */
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

/** 32 bits of a text (FNV-1a), mixed so that neighbouring salts have nothing in common (murmur3's last step). */
function hash(text: string, salt: number): number {
  let bits = 0x811c9dc5 ^ salt;
  for (let i = 0; i < text.length; i++) bits = Math.imul(bits ^ text.charCodeAt(i), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Runs in the page: what of a selector can be operated, the open dialog's only where there is one; names told apart. */
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

/** Runs in the page: brings an element into view; and tells whether it, or what covers it, edits data. */
function standing(element: Element, editors: string) {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const { x, y, width, height } = element.getBoundingClientRect();
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  const hit = document.elementFromPoint(middleX, middleY);
  const editsData = [element, hit].some((one) => one?.closest(editors) != null);
  return { x: middleX, y: middleY, width, height, editsData };
}

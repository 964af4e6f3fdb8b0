import { expect, vi } from 'vitest';
import type { Action, Driver } from './driver.ts';

/** Keys that are no character, as WebDriver encodes them. */
const keys: Readonly<Record<string, string>> = {
  Enter: '\uE007',
  Delete: '\uE017',
  Escape: '\uE00C',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

/** Milliseconds between two looks at the page; and after which it counts as hanging: a busy machine makes it slow. */
export const looks = { interval: 100, timeout: 120_000 };

type Spot = readonly [x: number, y: number];

/** An open page, with what a person does in it. */
export interface Page extends Driver {
  /** The place of an element once it is in sight and rests there: by CSS selector, and by its label or text. */
  readonly find: (selector: string, name?: string) => Promise<Spot>;
  readonly click: (selector: string, name?: string) => Promise<void>;
  readonly clickAt: (spot: Spot) => Promise<void>;
  /** Presses at a place, moves by a distance in pixels, and lets go. */
  readonly drag: (from: Spot, by: Spot) => Promise<void>;
  readonly focus: (selector: string, name?: string) => Promise<void>;
  /** Presses a key with a name, or types characters. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** The text on the screen. */
  readonly text: (selector?: string) => Promise<string>;
  readonly count: (selector: string) => Promise<number>;
  readonly attribute: (selector: string, name: string) => Promise<string | null>;
}

export function pageOf(driver: Driver): Page {
  const { evaluate, act } = driver;
  const moveTo = (x: number, y: number): Action => ({
    type: 'pointerMove',
    x: Math.round(x),
    y: Math.round(y),
    duration: 20,
  });
  const down = { type: 'pointerDown', button: 0 } as const;
  const up = { type: 'pointerUp', button: 0 } as const;
  const clickAt = ([x, y]: Spot) => act('mouse', [moveTo(x, y), down, up]);

  async function find(selector: string, name = ''): Promise<Spot> {
    let last = '';
    const spot = await vi.waitUntil(async () => {
      const place = await evaluate(showElement, selector, name);
      const rests = place !== null && String(place) === last;
      last = String(place);
      return rests ? place : null;
    }, looks);
    return spot as Spot;
  }

  return {
    ...driver,
    find,
    click: async (selector, name) => clickAt(await find(selector, name)),
    clickAt,
    drag: ([x, y], [dx, dy]) => {
      const parts = [0.2, 0.4, 0.6, 0.8, 1];
      return act('mouse', [
        moveTo(x, y),
        down,
        ...parts.map((part) => moveTo(x + dx * part, y + dy * part)),
        up,
      ]);
    },
    async focus(selector, name = '') {
      await expect
        .poll(() => evaluate(focusElement, selector, name), { message: `${selector} ${name} has the focus` })
        .toBe(true);
    },
    press: (...names) =>
      act(
        'keys',
        names.flatMap((name): readonly Action[] => {
          const value = keys[name] ?? name;
          return [
            { type: 'keyDown', value },
            { type: 'keyUp', value },
          ];
        }),
      ),
    text: (selector = 'body') =>
      evaluate((css) => document.querySelector<HTMLElement>(css)?.innerText ?? '', selector),
    count: (selector) => evaluate((css) => document.querySelectorAll(css).length, selector),
    attribute: (selector, name) =>
      evaluate((css, key) => document.querySelector(css)?.getAttribute(key) ?? null, selector, name),
  };
}

/** Scrolls an element into view; its centre in pixels, or null while it is not there or something covers it. */
function showElement(selector: string, name: string): [number, number] | null {
  const element = [...document.querySelectorAll<HTMLElement>(selector)].find((one) => {
    const label = (one as HTMLInputElement).labels?.[0]?.textContent;
    const names = [one.getAttribute('aria-label'), label, one.innerText].map((text) => text?.trim());
    return one.getClientRects().length > 0 && (name === '' || names.includes(name));
  });
  if (!element) return null;
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const { x, y, width, height } = element.getBoundingClientRect();
  const centre: [number, number] = [x + width / 2, y + height / 2];
  const top = document.elementFromPoint(...centre);
  return top !== null && (element.contains(top) || top.contains(element)) ? centre : null;
}

/** Gives an element the focus; whether it is there and has it. */
function focusElement(selector: string, name: string): boolean {
  const element = [...document.querySelectorAll<HTMLElement>(selector)].find((one) => {
    const label = (one as HTMLInputElement).labels?.[0]?.textContent;
    return name === '' || [one.getAttribute('aria-label'), label].some((text) => text?.trim() === name);
  });
  element?.focus();
  return element !== undefined && document.activeElement === element;
}

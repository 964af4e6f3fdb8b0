import type { Page } from '@playwright/test';
import type { Bench } from '../section.ts';

/** How an element answers an action: by another text of it, another value, another number of them, or other markup. */
type Answer = 'text' | 'value' | 'count' | 'markup';

/** A typical action while training. */
interface Action {
  readonly name: string;
  /** What it is done to: a selector, and the text of the element where that is needed. */
  readonly target: readonly [selector: string, text?: string];
  readonly act: 'click' | 'key' | { readonly choose: string } | 'nudge';
  /** The element that answers, and how. */
  readonly answer: readonly [selector: string, Answer];
}

const step = '[class*=readout] output';
const train = '[class*=primary]';
const plot = '[data-plot=predictive]';
/** The slider beside the number box of this name. */
const priorWidth = 'input[type=range]:has(~ [aria-label^="Prior width"], ~ * [aria-label^="Prior width"])';
const dialogs = 'dialog[open], [popover]:popover-open, [role=dialog]';

export const actions: readonly Action[] = [
  { name: 'pause', target: [train], act: 'click', answer: [train, 'markup'] },
  { name: 'train', target: [train], act: 'click', answer: [train, 'markup'] },
  { name: 'slower', target: ['input[value=slow]'], act: 'click', answer: ['input[value=slow]', 'value'] },
  {
    name: 'flat out',
    target: ['input[value=flat-out]'],
    act: 'click',
    answer: ['input[value=flat-out]', 'value'],
  },
  { name: 'rewind', target: ['button', 'Rewind'], act: 'click', answer: [step, 'text'] },
  { name: 'train again', target: [train], act: 'click', answer: [train, 'markup'] },
  {
    name: 'new seed',
    target: ['button', 'New seed'],
    act: 'click',
    answer: [`${plot} [data-index="1"]`, 'markup'],
  },
  {
    name: 'prior width',
    target: [priorWidth],
    act: 'nudge',
    answer: [priorWidth, 'value'],
  },
  {
    name: 'look back',
    target: ['input[aria-valuetext][aria-label="Moment of the run"]'],
    act: 'nudge',
    answer: [step, 'text'],
  },
  { name: 'train from there', target: [train], act: 'click', answer: [train, 'markup'] },
  { name: 'one step', target: ['body'], act: 'key', answer: [step, 'text'] },
  {
    name: 'add a point',
    target: [`${plot} [class*=surface]`],
    act: 'click',
    answer: [`${plot} [data-index]`, 'count'],
  },
  { name: 'undo', target: ['button', 'Undo'], act: 'click', answer: [`${plot} [data-index]`, 'count'] },
  {
    name: 'slow motion',
    target: ['button[aria-label="Slow motion"]'],
    act: 'click',
    answer: ['#slow-title', 'count'],
  },
  {
    name: 'out of slow motion',
    target: ['button[aria-label="Slow motion"]'],
    act: 'click',
    answer: ['#slow-title', 'count'],
  },
  { name: 'guess', target: ['button', 'Guess…'], act: 'click', answer: [plot, 'markup'] },
  { name: 'reveal', target: ['button', 'Reveal'], act: 'click', answer: [plot, 'markup'] },
  {
    name: 'side by side',
    target: ['button[aria-label="Side by side"]'],
    act: 'click',
    answer: [dialogs, 'count'],
  },
  { name: 'bandit', target: ['button[aria-label*="andit"]'], act: 'click', answer: [dialogs, 'count'] },
  { name: 'cubic', target: ['select'], act: { choose: 'cubic' }, answer: [plot, 'markup'] },
  { name: 'moons', target: ['select'], act: { choose: 'moons' }, answer: [plot, 'markup'] },
  { name: 'airline', target: ['select'], act: { choose: 'airline' }, answer: [plot, 'markup'] },
  { name: 'digits', target: ['select'], act: { choose: 'digits' }, answer: [plot, 'markup'] },
];

/** Milliseconds from an action to the frame after its answer; null: the page has no such element, or no answer came. */
export type Answers = Readonly<Record<string, readonly (number | null)[]>>;

/** Milliseconds between two actions. */
const PAUSE = 1000;

/** Every action while the page trains, in this order, and all again. */
export async function measureActions({ browser }: Bench, address: string, rounds: number): Promise<Answers> {
  const found: Record<string, (number | null)[]> = {};
  for (let round = 0; round < rounds; round++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${address}#view.stop=never`);
    await page.locator(`${plot} canvas`).waitFor();
    await page.waitForTimeout(5 * PAUSE);
    for (const action of actions) {
      found[action.name] = [...(found[action.name] ?? []), await measure(page, action)];
      await page.keyboard.press('Escape');
      await page.waitForTimeout(PAUSE);
    }
    await context.close();
  }
  return found;
}

/** Acts and waits in the page itself, so that nothing but the page is measured. */
function measure(page: Page, action: Action): Promise<number | null> {
  return page.evaluate(async ({ target: [selector, text], act, answer: [answering, by] }) => {
    const limit = 20_000;
    const readers = {
      text: (all: readonly Element[]) => all[0]?.textContent ?? '',
      value: (all: readonly Element[]) => {
        const input = all[0] as HTMLInputElement | undefined;
        return input ? `${input.value} ${input.checked}` : '';
      },
      count: (all: readonly Element[]) => String(all.length),
      markup: (all: readonly Element[]) => all[0]?.outerHTML ?? '',
    };
    const read = () => readers[by]([...document.querySelectorAll(answering)]);
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const target = [...document.querySelectorAll<HTMLElement>(selector)].find(
      (element) => text === undefined || element.textContent?.trim() === text,
    );
    if (!target) return null;
    const before = read();
    const begun = performance.now();
    if (act === 'click') {
      const { x, y, width, height } = target.getBoundingClientRect();
      const at = {
        bubbles: true,
        clientX: x + width * 0.3,
        clientY: y + height * 0.2,
        pointerId: 1,
        button: 0,
      };
      target.dispatchEvent(new PointerEvent('pointerdown', { ...at, isPrimary: true }));
      target.dispatchEvent(new PointerEvent('pointerup', { ...at, isPrimary: true }));
      target.dispatchEvent(new MouseEvent('click', at));
    } else if (act === 'key') target.dispatchEvent(new KeyboardEvent('keydown', { key: '.', bubbles: true }));
    else {
      const input = target as HTMLInputElement | HTMLSelectElement;
      const value = act === 'nudge' ? String(Number(input.value) * 0.7) : act.choose;
      const prototype = Object.getPrototypeOf(input) as object;
      Object.getOwnPropertyDescriptor(prototype, 'value')!.set!.call(input, value);
      input.dispatchEvent(new Event(act === 'nudge' ? 'input' : 'change', { bubbles: true }));
    }
    while (read() === before) {
      await frame();
      if (performance.now() - begun > limit) return null;
    }
    // The callback of the next frame runs once this one is on the screen.
    await frame();
    return performance.now() - begun;
  }, action);
}

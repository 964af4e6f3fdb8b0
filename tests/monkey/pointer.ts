import type { Chance } from '../fuzz/chance.ts';
import { type Found, findOne, type Kind } from './elements.ts';
import { type Action, type Done, edits, harmless, type TestSession, withTimeout } from './session.ts';

const done = (what: string, { name, editsData }: Found): Done => ({
  what: `${what} ${name}`,
  changesPoints: editsData,
});

/** A position in an element, sometimes just outside. */
const placeIn = (chance: Chance, { x, y, width, height }: Found) => ({
  x: x + (chance.random() - 0.5) * width * 1.04,
  y: y + (chance.random() - 0.5) * height * 1.04,
});

/** An action on one element of a kind. */
function upon(
  kind: Kind,
  weight: number,
  perform: (session: TestSession, chance: Chance, found: Found) => Promise<Done>,
): Action {
  return {
    weight,
    perform: async (session, chance) => {
      const found = await findOne(session, chance, kind);
      return found && (await perform(session, chance, found));
    },
  };
}

async function drag(
  session: TestSession,
  chance: Chance,
  from: { x: number; y: number },
  far: number,
): Promise<void> {
  const { mouse } = session.page;
  await withTimeout('a drag', mouse.move(from.x, from.y));
  await withTimeout('a drag', mouse.down());
  for (let leg = chance.whole(1, 4); leg > 0; leg--) {
    const [x, y] = [from.x + (chance.random() - 0.5) * far, from.y + (chance.random() - 0.5) * far];
    await withTimeout('a drag', mouse.move(x, y, { steps: 3 }));
  }
  // A key pressed during a drag.
  if (chance.of(0.1)) await session.page.keyboard.press(chance.pick(['Escape', 'Control+z', 'Delete', '.']));
  await withTimeout('a drag', mouse.up());
}

/** Actions with the mouse, and with the keyboard on the element under the pointer. */
export const pointerActions = {
  press: upon('press', 30, async ({ page }, chance, found) => {
    const clickCount = chance.of(0.1) ? 2 : 1;
    await withTimeout('a press', page.mouse.click(found.x, found.y, { clickCount }));
    return done(clickCount === 2 ? 'press twice' : 'press', found);
  }),
  clickPlot: upon('plot', 9, async ({ page }, chance, found) => {
    const { x, y } = placeIn(chance, found);
    const button = chance.of(0.05) ? 'right' : 'left';
    await withTimeout('a click', page.mouse.click(x, y, { button, clickCount: chance.of(0.1) ? 2 : 1 }));
    return done('click', found);
  }),
  dragPlot: upon('plot', 7, async (session, chance, found) => {
    await drag(session, chance, placeIn(chance, found), 400);
    return edits(`drag in ${found.name}`);
  }),
  dragMark: upon('mark', 6, async (session, chance, found) => {
    await drag(session, chance, found, 300);
    return edits(`drag ${found.name}`);
  }),
  keyMark: upon('mark', 4, async ({ page }, chance, found) => {
    await found.element.focus();
    const key = chance.pick(['ArrowUp', 'Shift+ArrowLeft', 'ArrowRight', 'Delete', 'Backspace', 'Home']);
    for (let times = chance.whole(1, 4); times > 0; times--) await page.keyboard.press(key);
    return edits(`${key} on ${found.name}`);
  }),
  slide: upon('slide', 7, async (session, chance, found) => {
    if (chance.of(0.5)) {
      await drag(session, chance, placeIn(chance, found), found.width * 2);
      return done('drag', found);
    }
    await found.element.focus();
    const key = chance.pick(['ArrowRight', 'ArrowLeft', 'PageUp', 'PageDown', 'Home', 'End']);
    for (let times = chance.whole(1, 5); times > 0; times--) await session.page.keyboard.press(key);
    return done(key, found);
  }),
  hover: upon('plot', 4, async ({ page }, chance, found) => {
    for (let times = 3; times > 0; times--) {
      const { x, y } = placeIn(chance, found);
      await withTimeout('pointing', page.mouse.move(x, y, { steps: 4 }));
    }
    return harmless(`point at ${found.name}`);
  }),
  wheel: upon('plot', 3, async ({ page }, chance, found) => {
    await page.mouse.move(found.x, found.y);
    await withTimeout('a wheel', page.mouse.wheel(chance.whole(-50, 50), chance.whole(-900, 900)));
    return harmless(`scroll over ${found.name}`);
  }),
} as const;

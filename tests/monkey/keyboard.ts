import { findOne } from './elements.ts';
import { type Action, type Done, harmless, withTimeout } from './session.ts';

/** Texts typed into a box; none contains a word that checkScreen looks for. */
const typed = [
  '',
  '0',
  '1',
  '3',
  '0.05',
  '12',
  '-1',
  '1e-3',
  '1e999',
  '99999999999999999999',
  '0,5',
  'ten',
  '½',
  '👩‍👩‍👧‍👦',
  '<b>bold</b>',
  '__proto__',
  '"',
  '1,2,3',
  '8'.repeat(300),
] as const;

const rows = [
  'x,y\n1,2\n2,3\n3,1.5',
  'a;b;c\n1,5;2;yes\n2;3;no\n3;4;yes\n0;1;no',
  '1\t2\n3',
  'x,y\n1,"2',
  '',
];

/** Keys with a function somewhere on the page, and some without. */
const strokes = [
  'Space',
  '.',
  'r',
  ',',
  ';',
  'n',
  'e',
  '0',
  'q',
  's',
  '?',
  'Tab',
  'Shift+Tab',
  'Enter',
  'Escape',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'Control+z',
  'Control+Shift+z',
  'Control+y',
  'Delete',
  'x',
  'F2',
] as const;

/** Keys that never change points, whatever has the focus. */
const calm = new Set<string>([
  '.',
  ',',
  ';',
  'n',
  'e',
  'q',
  's',
  '?',
  'Tab',
  'Shift+Tab',
  'Escape',
  'x',
  'F2',
]);

/** Actions with the keyboard. */
export const keyboardActions: Readonly<Record<'write' | 'choose' | 'stroke' | 'escape', Action>> = {
  write: {
    weight: 9,
    perform: async (session, chance) => {
      const found = await findOne(session, chance, 'write');
      if (!found) return null;
      const { keyboard } = session.page;
      const isLong = found.name.startsWith('textarea');
      const text = chance.pick<string>(isLong ? rows : typed);
      await withTimeout('focus', found.element.focus());
      await keyboard.press('Control+a');
      await withTimeout('typing', keyboard.insertText(text));
      const key = isLong ? 'Tab' : chance.pick(['Enter', 'Tab', 'Escape']);
      await keyboard.press(key);
      return { what: `type '${text.slice(0, 20)}', ${key}: ${found.name}`, changesPoints: found.editsData };
    },
  },
  choose: {
    weight: 8,
    perform: async (session, chance) => {
      const found = await findOne(session, chance, 'choose');
      if (!found) return null;
      const options = await found.element.evaluate((select) =>
        [...(select as HTMLSelectElement).options]
          .filter(({ disabled }) => !disabled)
          .map(({ value }) => value),
      );
      if (options.length === 0) return null;
      const option = chance.pick(options);
      // The select may have been removed meanwhile.
      await found.element.selectOption(option, { timeout: 3000 }).catch(() => undefined);
      return { what: `choose ${option} of ${found.name}`, changesPoints: found.editsData };
    },
  },
  stroke: {
    weight: 12,
    perform: async ({ page }, chance): Promise<Done> => {
      const keys = chance.list(1, 4, () => chance.pick(strokes));
      for (const key of keys) await withTimeout(`the key ${key}`, page.keyboard.press(key));
      return { what: `keys ${keys.join(' ')}`, changesPoints: keys.some((key) => !calm.has(key)) };
    },
  },
  escape: {
    weight: 5,
    perform: async ({ page }) => {
      await page.keyboard.press('Escape');
      return harmless('Escape');
    },
  },
};

import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import type { Chance } from '../fuzz/chance.ts';

/** Where a monkey plays: a page of its own, and what it knows of it. */
export interface MonkeySession {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly cdp: CDPSession;
  readonly address: string;
  /** Entries of the history behind the one shown, all of this page. */
  back: number;
}

/** Something that a monkey can do. */
export interface Act {
  /** How often it does it, compared with the others. */
  readonly weight: number;
  /** Does it, and says what it did; null: there was nothing to do it to. */
  readonly perform: (session: MonkeySession, chance: Chance) => Promise<Done | null>;
}

export interface Done {
  readonly what: string;
  /** Whether the points of a person's own data may be others after it. */
  readonly changesPoints: boolean;
}

/** What nothing of a person's data depends on. */
export const harmless = (what: string): Done => ({ what, changesPoints: false });
export const edits = (what: string): Done => ({ what, changesPoints: true });

/** Milliseconds after which the page counts as frozen: the machine may be busy with two other monkeys. */
const PATIENCE = 30_000;

/** The result of something that the page is asked; fails where it does not answer. */
export function answered<T>(what: string, asked: Promise<T>, patience = PATIENCE): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer for ${patience} ms: ${what}`)), patience);
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

/** What is asked while the page is being loaded anew is asked again when it is there. */
export async function steady<T>({ page }: MonkeySession, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Error) || !/context was destroyed|because of a navigation/.test(error.message))
      throw error;
    await page.locator('main[data-opened=true]').waitFor({ timeout: PATIENCE });
    return ask();
  }
}

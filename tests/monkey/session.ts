import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import type { Chance } from '../fuzz/chance.ts';

/** A page under test, and the state that the test tracks. */
export interface TestSession {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly cdp: CDPSession;
  readonly address: string;
  /** Number of history entries before the current one, all of this page. */
  back: number;
}

/** A random UI action, or a failure of the environment. */
export interface Action {
  /** Relative frequency. */
  readonly weight: number;
  /** Performs it and returns its description; null if no element allows it. */
  readonly perform: (session: TestSession, chance: Chance) => Promise<Done | null>;
}

export interface Done {
  readonly what: string;
  /** Whether it may change custom points. */
  readonly changesPoints: boolean;
}

/** An action that changes no custom points. */
export const harmless = (what: string): Done => ({ what, changesPoints: false });
/** An action that may change custom points. */
export const edits = (what: string): Done => ({ what, changesPoints: true });

/** Milliseconds after which the page counts as frozen; two other pages share the machine. */
const FROZEN = 120_000;

/** The result of a request to the page; rejects if it does not reply in time. */
export function withTimeout<T>(what: string, asked: Promise<T>, milliseconds = FROZEN): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer for ${milliseconds} ms: ${what}`)), milliseconds);
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

/** The result of a request, which is repeated once if a navigation interrupted it. */
export async function retriedAfterNavigation<T>({ page }: TestSession, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Error) || !/context was destroyed|because of a navigation/.test(error.message))
      throw error;
    await page.locator('main[data-opened=true]').waitFor({ timeout: FROZEN });
    return ask();
  }
}

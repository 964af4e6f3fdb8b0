import { test as base, expect, type FrameLocator, type Page } from '@playwright/test';

/** Pages of other sites that contain playgrounds. Fails on a console error or an uncaught error. */
export const test = base.extend<{ readonly watched: undefined }>({
  watched: [
    async ({ context }, use) => {
      const faults: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      context.on('weberror', (error) => faults.push(`uncaught: ${error.error().message}`));
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Records the messages of playgrounds to the page, with the index of their frame. Call before the page is opened. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const messages: { type: string; message?: string; running?: boolean; frame: number }[] = [];
    Object.assign(globalThis, { messages });
    addEventListener('message', ({ source, data }) => {
      const frames = Array.from({ length: window.length }, (_, i) => window[i]);
      const frame = frames.indexOf(source as Window);
      if (window === top) messages.push({ ...data, snapshot: undefined, frame });
    });
  });
}

/** A message of a playground. */
export interface EmbedMessage {
  readonly type: string;
  readonly frame: number;
  readonly message?: string;
  readonly running?: boolean;
}

export const embedMessages = (page: Page): Promise<EmbedMessage[]> =>
  page.evaluate(() => (globalThis as unknown as { messages: EmbedMessage[] }).messages);

/** The step count in a frame. */
export const stepIn = async (frame: FrameLocator): Promise<number> =>
  Number((await frame.locator('[class*=readout] output').first().textContent())?.replaceAll(',', ''));

/**
 * Presses a button of the host page by key. A click is sent to a point, and goes to the frame that was drawn there last
 * where the page has scrolled, or a frame above has grown, since.
 */
export const pressAround = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).press('Enter');

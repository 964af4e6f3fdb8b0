import type { Worker } from '@playwright/test';
import { type Act, answered, harmless, type MonkeySession } from './session.ts';

/** Notes every WebGL context of a worker from now on, so that it can be lost. */
export async function watchContexts(worker: Worker): Promise<void> {
  await worker
    .evaluate(() => {
      const store = globalThis as unknown as { contexts?: WebGL2RenderingContext[] };
      if (store.contexts || typeof OffscreenCanvas === 'undefined') return;
      const contexts: WebGL2RenderingContext[] = [];
      store.contexts = contexts;
      const original = OffscreenCanvas.prototype.getContext;
      OffscreenCanvas.prototype.getContext = function (this: OffscreenCanvas, ...args: never[]) {
        const context = (original as (...rest: never[]) => unknown).apply(this, args);
        if (context instanceof WebGL2RenderingContext) contexts.push(context);
        return context;
      } as typeof original;
    })
    // A worker may be gone before it is asked.
    .catch(() => undefined);
}

/** One of the page's workers; what it is made to do may end it. */
function strike({ page }: MonkeySession, which: number, blow: () => unknown): boolean {
  const workers = page.workers();
  const worker = workers[which % Math.max(1, workers.length)];
  void worker?.evaluate(blow).catch(() => undefined);
  return worker !== undefined;
}

/** What no page can prevent. Too many in half a minute, and training gives up, as it says. */
export const misfortunes: Readonly<Record<string, Act>> = {
  closeWorker: {
    weight: 1,
    perform: async (session, chance) =>
      strike(session, chance.whole(0, 9), () => (globalThis as unknown as { close: () => void }).close())
        ? harmless('a worker ends')
        : null,
  },
  hangWorker: {
    weight: 0.5,
    perform: async (session, chance) =>
      strike(session, chance.whole(0, 9), () => {
        for (;;);
      })
        ? harmless('a worker hangs')
        : null,
  },
  loseContext: {
    weight: 1,
    perform: async (session) => {
      for (let which = 0; which < session.page.workers().length; which++)
        strike(session, which, () => {
          const { contexts = [] } = globalThis as unknown as { contexts?: WebGL2RenderingContext[] };
          for (const context of contexts) context.getExtension('WEBGL_lose_context')?.loseContext();
        });
      return harmless('all contexts are lost');
    },
  },
  hide: {
    weight: 2,
    perform: async ({ page }, chance) => {
      const tell = (hidden: boolean) =>
        page.evaluate((hidden) => {
          Object.defineProperty(document, 'visibilityState', {
            get: () => (hidden ? 'hidden' : 'visible'),
            configurable: true,
          });
          document.dispatchEvent(new Event('visibilitychange'));
        }, hidden);
      await answered('hiding', tell(true));
      await page.waitForTimeout(chance.whole(50, 1500));
      await answered('showing', tell(false));
      return harmless('hidden for a while');
    },
  },
};

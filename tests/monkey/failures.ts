import type { Worker } from '@playwright/test';
import { type Action, harmless, type TestSession, withTimeout } from './session.ts';

/** Records every WebGL context that a worker creates, for `loseContext`. */
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
    // The worker may have ended meanwhile.
    .catch(() => undefined);
}

/** Runs a script in one of the page's workers, which may end it; false if there is no worker. */
function runInWorker({ page }: TestSession, which: number, program: () => unknown): boolean {
  const workers = page.workers();
  const worker = workers[which % Math.max(1, workers.length)];
  void worker?.evaluate(program).catch(() => undefined);
  return worker !== undefined;
}

/** Failures of the environment. After too many of them within half a minute training stops with a message. */
export const failures: Readonly<Record<string, Action>> = {
  closeWorker: {
    weight: 1,
    perform: async (session, chance) =>
      runInWorker(session, chance.whole(0, 9), () => (globalThis as unknown as { close: () => void }).close())
        ? harmless('a worker ends')
        : null,
  },
  hangWorker: {
    weight: 0.5,
    perform: async (session, chance) =>
      runInWorker(session, chance.whole(0, 9), () => {
        for (;;);
      })
        ? harmless('a worker hangs')
        : null,
  },
  loseContext: {
    weight: 1,
    perform: async (session) => {
      for (let which = 0; which < session.page.workers().length; which++)
        runInWorker(session, which, () => {
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
      await withTimeout('hiding', tell(true));
      await page.waitForTimeout(chance.whole(50, 1500));
      await withTimeout('showing', tell(false));
      return harmless('hidden for a while');
    },
  },
};

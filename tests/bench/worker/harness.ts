import type { Answer, Ask, Numbers } from './protocol.ts';

/** The page's side: one worker for each contender, so that none shares a backend, a heap or a context with another. */
export interface Harness {
  /** Sends a request to a contender, starting its worker first if needed. Rejects with the worker's error. */
  readonly ask: (contender: string, ask: Ask) => Promise<Numbers>;
  /** Ends all workers. */
  readonly close: () => void;
  readonly renderer: () => string;
}

const workers = new Map<string, Worker>();
let asked = 0;

function workerOf(contender: string): Worker {
  const started = workers.get(contender);
  if (started) return started;
  const worker = new Worker(new URL('./contender.worker.ts', import.meta.url), {
    type: 'module',
    name: contender,
  });
  workers.set(contender, worker);
  return worker;
}

const harness: Harness = {
  ask: (contender, ask) =>
    new Promise((resolve, reject) => {
      const worker = workerOf(contender);
      const id = ++asked;
      const hear = ({ data }: MessageEvent<Answer>) => {
        if (data.ask !== id) return;
        worker.removeEventListener('message', hear);
        if ('fault' in data) reject(new Error(data.fault));
        else resolve(data.numbers);
      };
      worker.addEventListener('message', hear);
      worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true });
      worker.postMessage({ id, ask });
    }),
  close: () => {
    for (const worker of workers.values()) worker.terminate();
    workers.clear();
  },
  renderer: () => {
    const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
    const names = gl?.getExtension('WEBGL_debug_renderer_info');
    return gl && names ? String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL)) : 'no WebGL 2';
  },
};

Object.assign(globalThis, { harness });

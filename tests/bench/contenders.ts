/** Something that trains, to be compared with others of its kind. */
export interface Contender {
  readonly label: string;
  /** The project's engines, TensorFlow.js as it is sold, and PyTorch on one thread. */
  readonly family: 'engine' | 'stock' | 'torch';
  readonly where: 'browser' | 'python';
  /** Whether it draws with WebGL: its draw calls are counted. */
  readonly webgl: boolean;
}

/** Everything that is compared, in the order of the tables. */
export const contenders = {
  reference: { label: 'reference', family: 'engine', where: 'browser', webgl: false },
  wasm: { label: 'wasm', family: 'engine', where: 'browser', webgl: false },
  webgl: { label: 'webgl', family: 'engine', where: 'browser', webgl: true },
  'tfjs-webgl': { label: 'tfjs on WebGL', family: 'engine', where: 'browser', webgl: true },
  'tfjs-cpu': { label: 'tfjs on the CPU', family: 'engine', where: 'browser', webgl: false },
  'naive-webgl': { label: 'naive TensorFlow.js, WebGL', family: 'stock', where: 'browser', webgl: true },
  'batched-webgl': { label: 'batched TensorFlow.js, WebGL', family: 'stock', where: 'browser', webgl: true },
  'batched-wasm': { label: 'batched TensorFlow.js, wasm', family: 'stock', where: 'browser', webgl: false },
  'batched-cpu': { label: 'batched TensorFlow.js, CPU', family: 'stock', where: 'browser', webgl: false },
  'torch-batched': { label: 'batched PyTorch', family: 'torch', where: 'python', webgl: false },
  'torch-loop': { label: 'PyTorch, a loop over samples', family: 'torch', where: 'python', webgl: false },
} as const satisfies Record<string, Contender>;

export type ContenderId = keyof typeof contenders;
export type BrowserContender = {
  [Id in ContenderId]: (typeof contenders)[Id]['where'] extends 'browser' ? Id : never;
}[ContenderId];

export const contenderIds = Object.keys(contenders) as ContenderId[];

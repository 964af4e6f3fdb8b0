/** An implementation that is timed against others. */
export interface Contender {
  readonly label: string;
  /** This project's engines, TensorFlow.js as published, and PyTorch on one thread. */
  readonly family: 'engine' | 'stock' | 'torch';
  readonly where: 'browser' | 'python';
  /** Whether it uses WebGL; its draw calls are then counted. */
  readonly webgl: boolean;
  /** Kinds of network that it can train here. */
  readonly networks: 'dense' | 'others' | 'all';
}

/** All contenders, in the order of the tables. */
export const contenders = {
  reference: { label: 'reference', family: 'engine', where: 'browser', webgl: false, networks: 'all' },
  wasm: { label: 'wasm', family: 'engine', where: 'browser', webgl: false, networks: 'all' },
  webgl: { label: 'webgl', family: 'engine', where: 'browser', webgl: true, networks: 'dense' },
  'tfjs-webgl': { label: 'tfjs on WebGL', family: 'engine', where: 'browser', webgl: true, networks: 'all' },
  'naive-webgl': {
    label: 'naive TensorFlow.js, WebGL',
    family: 'stock',
    where: 'browser',
    webgl: true,
    networks: 'all',
  },
  'naive-wasm': {
    label: 'naive TensorFlow.js, wasm',
    family: 'stock',
    where: 'browser',
    webgl: false,
    networks: 'others',
  },
  'naive-cpu': {
    label: 'naive TensorFlow.js, CPU',
    family: 'stock',
    where: 'browser',
    webgl: false,
    networks: 'others',
  },
  'batched-webgl': {
    label: 'batched TensorFlow.js, WebGL',
    family: 'stock',
    where: 'browser',
    webgl: true,
    networks: 'dense',
  },
  'batched-wasm': {
    label: 'batched TensorFlow.js, wasm',
    family: 'stock',
    where: 'browser',
    webgl: false,
    networks: 'dense',
  },
  'batched-cpu': {
    label: 'batched TensorFlow.js, CPU',
    family: 'stock',
    where: 'browser',
    webgl: false,
    networks: 'dense',
  },
  'torch-batched': {
    label: 'batched PyTorch',
    family: 'torch',
    where: 'python',
    webgl: false,
    networks: 'dense',
  },
  'torch-loop': {
    label: 'PyTorch, a loop over samples',
    family: 'torch',
    where: 'python',
    webgl: false,
    networks: 'dense',
  },
} as const satisfies Record<string, Contender>;

export type ContenderId = keyof typeof contenders;
export type BrowserContender = {
  [Id in ContenderId]: (typeof contenders)[Id]['where'] extends 'browser' ? Id : never;
}[ContenderId];

export const contenderIds = Object.keys(contenders) as ContenderId[];

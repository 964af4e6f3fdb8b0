/** Why an engine runs, in the words of the page. */
export const engineReasons = {
  first: 'Plain TypeScript: starts at once',
  pinnedReference: 'Plain TypeScript, as chosen',
  loading: 'Plain TypeScript until TensorFlow.js is ready',
  smallStep: (milliseconds: number) =>
    `Plain TypeScript: a step takes ${milliseconds.toFixed(1)} ms, less than handing it to WebGL`,
  method: 'Plain TypeScript: this method runs nowhere else',
  noWebgl: 'No WebGL here: plain TypeScript',
  distrusted: 'Plain TypeScript: WebGL stopped answering twice',
  notLoaded: 'Plain TypeScript: TensorFlow.js could not be loaded',
  webglFailedTest: 'Plain TypeScript: WebGL failed its self-test here',
  tfjsFailedTest: 'Plain TypeScript: TensorFlow.js failed its self-test here',
  stopped: 'Plain TypeScript: TensorFlow.js stopped with an error',
  webglFaster: (ratio: number) => `WebGL: ${ratio.toFixed(1)} times as fast here as plain TypeScript`,
  webglTooLittle: (ratio: number) => `Plain TypeScript: WebGL is only ${ratio.toFixed(1)} times as fast here`,
  referenceFaster: (ratio: number) => `Plain TypeScript: ${ratio.toFixed(1)} times as fast here as WebGL`,
  pinnedWebgl: 'TensorFlow.js on WebGL, as chosen',
  cpuNoWebgl: 'WebGL is not available, so TensorFlow.js runs on the CPU',
  cpuDistrusted: 'WebGL stopped answering twice, so TensorFlow.js runs on the CPU',
  cpuFailedTest: 'WebGL failed its self-test, so TensorFlow.js runs on the CPU',
} as const;

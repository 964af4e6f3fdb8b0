/**
 * What Vite bundles before it serves a page or a test. All TensorFlow.js entries in one go: found one at a time, they
 * would reload the page midway and leave it with two cores.
 */
export const preBundled = [
  '@tensorflow/tfjs',
  '@tensorflow/tfjs-core',
  '@tensorflow/tfjs-core/dist/register_all_gradients',
  '@tensorflow/tfjs-backend-webgl',
  '@tensorflow/tfjs-backend-webgl/dist/base',
  '@tensorflow/tfjs-backend-cpu',
  '@tensorflow/tfjs-backend-wasm',
  'd3',
  'd3-dsv',
  'd3-format',
  'fflate',
  'react',
  'react-dom/client',
  'react/jsx-dev-runtime',
  'valibot',
  'zustand',
  'zustand/vanilla',
];

/**
 * Packages that Vite bundles before it serves a page or a test. All TensorFlow.js entries are listed: one that Vite found
 * later would reload the page and load a second copy of the core.
 */
export const preBundled = [
  '@tensorflow/tfjs-core',
  '@tensorflow/tfjs-core/dist/register_all_gradients',
  '@tensorflow/tfjs-backend-webgl',
  '@tensorflow/tfjs-backend-webgl/dist/base',
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

import type { Backend } from '../experiment/engine/backends.ts';
import type { EngineCapabilities } from '../experiment/engine/engineCapabilities.ts';
import { tfjsCapabilities } from './tfjs/capabilities.ts';
import { wasmCapabilities } from './wasm/capabilities.ts';
import { webglCapabilities } from './webgl/capabilities.ts';

/** What each engine but the reference implements; known without loading the engine. */
export const engineCapabilities = {
  wasm: wasmCapabilities,
  webgl: webglCapabilities,
  'tfjs-webgl': tfjsCapabilities,
} as const satisfies Record<Exclude<Backend, 'reference'>, EngineCapabilities>;

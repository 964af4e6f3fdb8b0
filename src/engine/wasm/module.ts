/// <reference path="./assemblyImport.d.ts" />
import { bytes } from './assembly/index.ts?wasm';
import type { Kernels } from './kernels.ts';

/** The compiled kernels, without a memory. */
export interface WasmModule {
  readonly [Symbol.toStringTag]: string;
}

/** The part of the WebAssembly API used here; the library compiles without the DOM and Node types that declare it. */
interface Compiler {
  readonly validate: (bytes: Uint8Array) => boolean;
  readonly Module: new (bytes: Uint8Array) => WasmModule;
  readonly Instance: new (module: WasmModule) => { readonly exports: Kernels };
}

const compiler: Compiler | undefined = Reflect.get(globalThis, 'WebAssembly' as string);

let compiled: WasmModule | null = null;

/** Whether the kernels can run here: WebAssembly, its 128-bit vectors or the permission to compile may be missing. */
export function hasWasm(): boolean {
  return compiler?.validate(bytes) ?? false;
}

/** The compiled kernels; compiled synchronously at the first call, which some browsers refuse on the main thread. */
export function wasmModule(): WasmModule {
  if (!compiler) throw new Error('WebAssembly is not available; check hasWasm first');
  compiled ??= new compiler.Module(bytes);
  return compiled;
}

/** New kernels with their own memory. */
export function instantiate(module: WasmModule): Kernels {
  if (!compiler) throw new Error('WebAssembly is not available; check hasWasm first');
  return new compiler.Instance(module).exports;
}

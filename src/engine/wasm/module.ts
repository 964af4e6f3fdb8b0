/// <reference path="./assemblyImport.d.ts" />
import { bytes } from './assembly/index.ts?wasm';
import type { Kernels } from './kernels.ts';

/** The kernels, compiled, without a memory yet. */
export interface WasmModule {
  readonly [Symbol.toStringTag]: string;
}

/** What is used of WebAssembly: the library compiles without the types of browsers and of Node, which declare it. */
interface Compiler {
  readonly validate: (bytes: Uint8Array) => boolean;
  readonly Module: new (bytes: Uint8Array) => WasmModule;
  readonly Instance: new (module: WasmModule) => { readonly exports: Kernels };
}

const compiler: Compiler | undefined = Reflect.get(globalThis, 'WebAssembly' as string);

let compiled: WasmModule | null = null;

/** Whether this browser or Node runs the kernels: it may lack WebAssembly, its 128-bit vectors, or leave to compile. */
export function hasWasm(): boolean {
  return compiler?.validate(bytes) ?? false;
}

/** The kernels, compiled at the first call: at once, which older browsers refuse on a page's own thread. */
export function wasmModule(): WasmModule {
  if (!compiler) throw new Error('there is no WebAssembly here; ask hasWasm first');
  compiled ??= new compiler.Module(bytes);
  return compiled;
}

/** Fresh kernels with a memory of their own. */
export function instantiate(module: WasmModule): Kernels {
  if (!compiler) throw new Error('there is no WebAssembly here; ask hasWasm first');
  return new compiler.Instance(module).exports;
}

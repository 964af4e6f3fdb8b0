/** AssemblyScript compiled by the Vite plugin of scripts/assemblyscript.mjs. */
declare module '*?wasm' {
  export const bytes: Uint8Array;
}

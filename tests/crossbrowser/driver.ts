/** What can be sent to a function in the page, and what it can return. */
export type Sendable =
  | null
  | boolean
  | number
  | string
  | readonly Sendable[]
  | { readonly [key: string]: Sendable };

/** One action of a mouse or of the keys, in the form of WebDriver; both protocols have the same. */
export type Action =
  | { readonly type: 'pointerMove'; readonly x: number; readonly y: number; readonly duration: number }
  | { readonly type: 'pointerDown' | 'pointerUp'; readonly button: number }
  | { readonly type: 'keyDown' | 'keyUp'; readonly value: string };

/** A browser with one open page. */
export interface Driver {
  /** Opens an address in a new document, and resolves once that is parsed. */
  readonly open: (address: string) => Promise<void>;
  /** Calls a function in the page. It is sent as text: it sees nothing but its arguments. */
  readonly evaluate: <A extends readonly Sendable[], R>(
    inPage: (...args: A) => R | Promise<R>,
    ...args: A
  ) => Promise<R>;
  readonly act: (device: 'mouse' | 'keys', actions: readonly Action[]) => Promise<void>;
  /** What the page logged as an error, threw without catching, or did against its policy, since the last call. */
  readonly takeErrors: () => readonly string[];
  readonly close: () => Promise<void>;
}

export const viewport = { width: 1440, height: 900 };

/** Text of a function of one JSON text, which calls `inPage` with it and resolves to JSON. */
export function callOnJson(inPage: (...args: never) => unknown): string {
  return `async (given) => JSON.stringify((await (${inPage})(...JSON.parse(given))) ?? null)`;
}

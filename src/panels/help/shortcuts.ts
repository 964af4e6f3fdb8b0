/** Shortcuts that are active while no form control has the focus. */
export const shortcuts = {
  train: { key: ' ', shown: 'Space', says: 'train or pause' },
  step: { key: '.', shown: '.', says: 'one step' },
  rewind: { key: 'r', shown: 'r', says: 'rewind: the same initial weights and noise' },
  back: { key: ',', shown: ',', says: 'look one moment back' },
  on: { key: ';', shown: ';', says: 'look one moment on' },
  now: { key: 'n', shown: 'n', says: 'back to the present' },
  draw: { key: 'e', shown: 'e', says: 'the next draw of ε, frozen' },
  mean: { key: '0', shown: '0', says: 'ε = 0: the means' },
  whole: { key: 'q', shown: 'q', says: 'the whole of q, no single draw' },
  slowly: { key: 's', shown: 's', says: 'slow motion' },
  listen: { key: 'l', shown: 'l', says: 'listen to the band, from left to right' },
  full: { key: 'f', shown: 'f', says: 'full screen' },
  help: { key: '?', shown: '?', says: 'this help' },
} as const;

export type ShortcutId = keyof typeof shortcuts;

/** The shortcut of a KeyboardEvent.key; null if there is none. */
export function shortcutOf(key: string): ShortcutId | null {
  const ids = Object.keys(shortcuts) as ShortcutId[];
  return ids.find((id) => shortcuts[id].key === key.toLowerCase()) ?? null;
}

import type { ExhibitEntry } from './exhibit.ts';

/** Every exhibit by its name, which is that of its folder, its component and its stored pictures. */
export const exhibits = {
  oneWeight: {
    title: 'The exact posterior of one weight',
    height: 'tall',
    load: async () => (await import('./oneWeight/OneWeight.tsx')).OneWeight,
  },
} as const satisfies Record<string, ExhibitEntry>;

export type ExhibitName = keyof typeof exhibits;

/** The registry's entry of a name, whatever its own type. */
export function exhibitEntry(name: ExhibitName): ExhibitEntry {
  return exhibits[name];
}

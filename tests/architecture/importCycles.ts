import { importsOf, resolve, type Source } from '../../config/sourceFiles.ts';

/**
 * Groups of files that import each other, directly or through others, as `plots → panels → plots`. Type imports count.
 * groupOf: the group of a file, for instance its folder or itself; imports within a group do not count.
 */
export function importCycles(sources: readonly Source[], groupOf: (file: string) => string): string[] {
  const edges = new Map<string, Set<string>>();
  for (const source of sources) {
    const from = groupOf(source.file);
    const targets = importsOf(source).filter(({ specifier }) => specifier.startsWith('.'));
    for (const { specifier } of targets) {
      const to = groupOf(resolve(source.file, specifier));
      if (to !== from) edges.set(from, (edges.get(from) ?? new Set()).add(to));
    }
  }
  const cycles = new Set<string>();
  const settled = new Set<string>();
  const walk = (group: string, trail: readonly string[]): void => {
    if (trail.includes(group)) cycles.add([...trail.slice(trail.indexOf(group)), group].join(' → '));
    if (trail.includes(group) || settled.has(group)) return;
    for (const next of edges.get(group) ?? []) walk(next, [...trail, group]);
    settled.add(group);
  };
  for (const group of edges.keys()) walk(group, []);
  return [...cycles];
}

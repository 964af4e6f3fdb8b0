import type { Report, Target } from '../section.ts';
import { asMarkdown, type Table } from './table.ts';

/** The claims of all sections in one table. */
export function targetTable(targets: readonly Target[]): Table {
  return {
    title: 'Targets',
    head: ['claim', 'target', 'measured', ''],
    rows: targets.map(({ claim, target, measured, met }) => [
      claim,
      target,
      measured,
      met ? 'met' : '**missed**',
    ]),
  };
}

/** The machine of a run, line by line. */
export function machineTable(machine: Readonly<Record<string, string>>): Table {
  return { title: 'Machine', head: ['', ''], rows: Object.entries(machine) };
}

/**
 * The document with updated tables: text between `<!-- name -->` and `<!-- /name -->` is replaced. Places without a
 * table stay unchanged; tables without a place are left out.
 */
export function withTables(text: string, tables: Readonly<Record<string, Table>>): string {
  return Object.entries(tables).reduce(
    (document, [name, table]) =>
      document.replace(
        new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`),
        (_, open: string, close: string) => `${open}${asMarkdown(table)}\n${close}`,
      ),
    text,
  );
}

/** The tables of a section by the names of their places. */
export function placed(section: string, { tables }: Pick<Report, 'tables'>): Record<string, Table> {
  return Object.fromEntries(Object.entries(tables).map(([name, table]) => [`${section}:${name}`, table]));
}

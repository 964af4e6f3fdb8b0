import { importsOf, resolve, type Source } from '../../config/sourceFiles.ts';
import { importCycles } from './importCycles.ts';

/** What a folder may import in addition to itself. */
interface Row {
  readonly folders: readonly string[] | 'anything';
  readonly packages: readonly string[] | 'anything';
}

const registries = [
  'model/datasets',
  'model/priors',
  'model/likelihoods',
  'model/estimators',
  'model/networks',
  'model/methods',
  'model/optimizers',
];
const tensorflow = ['core', 'backend-webgl'].map((part) => `@tensorflow/tfjs-${part}`);
const registry: Row = { folders: ['i18n', 'math'], packages: [] };

/** The only file of the page's folders that may import engines; it has its own row. */
export const engineWorker = 'worker/trainer.worker.ts';
const engines = ['reference', 'engine'];

/** Allowed imports of each folder. ARCHITECTURE.md contains the same table; a test compares them. */
export const importTable: Readonly<Record<string, Row>> = {
  i18n: { folders: [], packages: ['d3-format'] },
  math: { folders: [], packages: [] },
  offline: { folders: [], packages: [] },
  'model/datasets': { folders: ['i18n', 'math'], packages: ['fflate'] },
  'model/priors': registry,
  'model/likelihoods': registry,
  'model/estimators': registry,
  'model/networks': registry,
  'model/methods': registry,
  'model/optimizers': registry,
  import: { folders: ['i18n', 'math', 'model/datasets'], packages: ['d3-dsv', 'fflate'] },
  experiment: { folders: ['i18n', 'math', ...registries], packages: ['valibot', 'fflate'] },
  reference: { folders: ['i18n', 'math', ...registries, 'experiment'], packages: [] },
  engine: { folders: ['i18n', 'math', ...registries, 'experiment'], packages: tensorflow },
  library: { folders: ['i18n', 'math', ...registries, 'experiment', ...engines], packages: [] },
  cli: {
    folders: ['i18n', 'math', ...registries, 'import', 'experiment', 'library'],
    packages: ['node:fs', 'node:path', 'node:util'],
  },
  export: { folders: ['i18n', 'math', ...registries, 'experiment'], packages: ['d3-dsv'] },
  bandit: { folders: ['i18n', 'math', ...registries, 'experiment'], packages: [] },
  worker: { folders: ['i18n', 'math', ...registries, 'experiment', 'bandit'], packages: [] },
  [engineWorker]: {
    folders: ['i18n', 'math', ...registries, 'experiment', 'bandit', ...engines],
    packages: [],
  },
  store: {
    folders: ['i18n', 'math', ...registries, 'experiment', 'bandit', 'worker'],
    packages: ['zustand'],
  },
  embed: {
    folders: ['i18n', ...registries, 'experiment', 'bandit', 'worker', 'store'],
    packages: ['valibot', 'virtual:element-locales', 'virtual:embed-page'],
  },
  plots: {
    folders: ['i18n', 'math', ...registries, 'experiment', 'bandit'],
    packages: ['d3', 'react'],
  },
  panels: {
    folders: ['i18n', 'store', 'plots', 'export', 'embed', ...registries, 'import', 'experiment', 'bandit'],
    packages: ['react', 'uqr', 'zustand'],
  },
  lessons: {
    folders: [
      'i18n',
      'math',
      ...registries,
      'experiment',
      'reference',
      'bandit',
      'worker',
      'store',
      'plots',
      'panels',
      'offline',
    ],
    packages: ['d3', 'mdx', 'react', 'react-dom', 'zustand'],
  },
  app: { folders: 'anything', packages: 'anything' },
};

/** Violations of the table, one sentence each. */
export function forbiddenImports(sources: readonly Source[]): string[] {
  return sources.flatMap((source) =>
    importsOf(source).flatMap(({ specifier, how }) => complaint(source.file, specifier, how)),
  );
}

function complaint(file: string, specifier: string, how: 'imports' | 'starts'): string[] {
  const folder = folderOf(file);
  const row = importTable[file] ?? importTable[folder];
  if (!row) return [`${file} is in no folder of the import table`];
  const breach = (rule: string) => [`${file} ${how} ${specifier}; ${rule}`];
  if (!specifier.startsWith('.')) {
    const name = packageOf(specifier);
    if (name.startsWith('@tensorflow/') && folder !== 'engine')
      return breach('only engine may import TensorFlow.js');
    const allowed = row.packages === 'anything' || row.packages.includes(name);
    return allowed ? [] : breach(`the packages of ${folder} are: ${list(row.packages)}`);
  }
  const target = resolve(file, specifier);
  if (target === engineWorker && how === 'imports') return breach('the worker is started, never imported');
  if (folderOf(target) === folder) return [];
  // Engines may be imported only by folders whose row names them, even from within an allowed parent.
  if (
    engines.includes(folderOf(target)) &&
    !(row.folders !== 'anything' && row.folders.includes(folderOf(target)))
  )
    return breach('only folders whose row names that engine may import it');
  const allowed =
    row.folders === 'anything' ? importTable[folderOf(target)] : row.folders.includes(folderOf(target));
  return allowed ? [] : breach(`${folder} may import: ${list(row.folders)}`);
}

/** Folders that import each other, as `plots → panels → plots`. */
export function folderCycles(sources: readonly Source[]): string[] {
  return importCycles(sources, folderOf);
}

/** The folder of src (of model, the one inside it), or '' for a file beside the folders, which no row allows. */
export function folderOf(file: string): string {
  const folders = file.split('/').slice(0, -1);
  return folders.slice(0, folders[0] === 'model' ? 2 : 1).join('/');
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function list(names: readonly string[] | 'anything'): string {
  if (names === 'anything') return names;
  return names.length > 0 ? names.join(', ') : 'nothing';
}

/** One row of the table in ARCHITECTURE.md; `packages` are the names that are not folders, as written there. */
export interface DocumentedRow {
  readonly folders: readonly string[] | 'anything';
  readonly packages: readonly string[];
}

/**
 * Reads the rows below `| folder | may import |`: names between commas, `the registries`, `nothing`, `anything`,
 * and two kinds of exception: `(engine: TensorFlow.js too)` and "; `trainer.worker.ts` alone: reference, engine".
 */
export function documentedTable(markdown: string): Record<string, DocumentedRow> {
  const table = /\| folder \| may import \|\n\|[-| ]+\|\n((?:\|.*\|(?:\n|$))+)/.exec(markdown)?.[1];
  if (!table) throw new Error('no table with the head `| folder | may import |`');
  const rows: Record<string, DocumentedRow> = {};
  for (const line of table.trim().split('\n')) {
    const [head = '', body = ''] = line.replaceAll('`', '').split('|').slice(1);
    const [common = '', exception] = body.split(';');
    const [, special, extra] = /\((\w+): (.*) too\)/.exec(common) ?? [];
    for (const folder of names(head)) {
      const own = folder === special ? names(extra ?? '') : [];
      rows[folder] = documentedRow([...names(common.replace(/\(.*\)/, '')), ...own]);
      const [, file, more] = /^\s*(\S+) alone:(.*)$/.exec(exception ?? '') ?? [];
      if (file) rows[`${folder}/${file}`] = documentedRow([...names(common), ...names(more ?? '')]);
    }
  }
  return rows;
}

function documentedRow(items: readonly string[]): DocumentedRow {
  if (items.includes('anything')) return { folders: 'anything', packages: [] };
  const expanded = items.flatMap((item) =>
    /^(the )?registries$/.test(item) ? registries : item === 'nothing' ? [] : [item],
  );
  return {
    folders: expanded.filter((item) => item in importTable),
    packages: expanded.filter((item) => !(item in importTable)),
  };
}

function names(cell: string): string[] {
  return cell.split(',').flatMap((name) => name.trim() || []);
}

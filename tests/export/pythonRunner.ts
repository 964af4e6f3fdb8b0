import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Parameters } from './expected.ts';

/** The system's Python may have torch where the first one on the path does not. */
const candidates = ['python3', '/usr/bin/python3'];
const environment = { ...process.env, OMP_NUM_THREADS: '1', PYTHONDONTWRITEBYTECODE: '1' };

/** The first Python that can import torch, or null. */
export function pythonWithTorch(): string | null {
  const works = (python: string) => {
    try {
      execFileSync(python, ['-c', 'import torch'], { stdio: 'ignore', env: environment });
      return true;
    } catch {
      return false;
    }
  };
  return candidates.find(works) ?? null;
}

/** Output of a Python process that runs `main.py` in a temporary folder with the given files. */
function runPython(python: string, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'exported-python-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    return execFileSync(python, ['main.py'], {
      cwd: folder,
      env: environment,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const runCommands = `
import contextlib, io, json, runpy, sys
printed = []
for command in json.load(open('commands.json')):
    sys.argv = command
    with contextlib.redirect_stdout(io.StringIO()) as output:
        runpy.run_path(command[0], run_name='__main__')
    printed.append(output.getvalue())
    with open(f'printed{len(printed) - 1}.json', 'w') as file:
        file.write(printed[-1])
print(json.dumps(printed))
`;

/**
 * Output of each script with its options, run in order in one Python process; script j can read the output of script
 * i < j as the file `printed{i}.json`.
 */
export function runScripts(
  python: string,
  scripts: readonly string[],
  options: (index: number) => readonly string[],
  files: Readonly<Record<string, string>> = {},
): readonly string[] {
  const commands = scripts.map((_, i) => [`script${i}.py`, ...options(i)]);
  const named = Object.fromEntries(scripts.map((script, i) => [`script${i}.py`, script]));
  return JSON.parse(
    runPython(python, {
      ...files,
      ...named,
      'commands.json': JSON.stringify(commands),
      'main.py': runCommands,
    }),
  );
}

/** Output of a script with --json. */
interface Results extends Parameters {
  readonly freeEnergy: number;
  readonly complexityCost: number;
  readonly likelihoodCost: number;
  readonly noise?: number;
  readonly accuracy?: number;
  readonly predictions?: readonly Readonly<
    Record<'x' | 'mean' | 'epistemic' | 'aleatoric' | 'lower' | 'upper', number>
  >[];
}

/** Results of each script at given parameters, through --parameters and --json. */
export function evaluateScripts(
  python: string,
  cases: readonly { readonly script: string; readonly parameters: Parameters }[],
): readonly Results[] {
  const files = Object.fromEntries(
    cases.map(({ parameters }, i) => [`parameters${i}.json`, JSON.stringify(parameters)]),
  );
  const scripts = cases.map(({ script }) => script);
  const options = (i: number) => ['--parameters', `parameters${i}.json`, '--json'];
  return runScripts(python, scripts, options, files).map((line) => JSON.parse(line));
}

/** Value of `result` after running `code` for each script, which is imported as the module `m`. */
export function runModules<Result>(
  python: string,
  scripts: readonly string[],
  code: string,
): readonly Result[] {
  const main = `import importlib, json, math, torch
results = []
for i in range(${scripts.length}):
    m = importlib.import_module(f'script{i}')
${code.replaceAll(/^/gm, '    ')}
    results.append(result)
print(json.dumps(results))
`;
  const named = Object.fromEntries(scripts.map((script, i) => [`script${i}.py`, script]));
  return JSON.parse(runPython(python, { ...named, 'main.py': main }));
}

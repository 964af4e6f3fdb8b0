import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { decodeText } from '../import/decodeText.ts';
import type { TableFault } from '../import/tableFaults.ts';
import { type Arguments, readArguments, usage } from './arguments.ts';
import { CommandFault } from './commandFault.ts';
import { runTraining } from './runTraining.ts';
import { tableFaultLine } from './tableFaultLine.ts';

/** Size of the largest table: what Node can decode to one string. */
const MAX_TABLE_BYTES = 5e8;

/** The part of `process` that the command uses. */
interface CommandProcess {
  readonly argv: readonly string[];
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown; isTTY?: boolean; columns?: number };
  exitCode?: number | string | null | undefined;
}

/** Entry point of `npm run train`. Exit status 0 with a result, or 1 with one line on standard error. */
export async function main(command: CommandProcess): Promise<void> {
  try {
    const given = readArguments(command.argv.slice(2));
    if ('help' in given) {
      command.stdout.write(usage);
      return;
    }
    const files = { experiment: readText(given.experiment), ...tablesOf(given) };
    requireWritable(given.out);
    const result = `${JSON.stringify(await runTraining(given, files, command.stderr), null, 2)}\n`;
    if (given.out === null) command.stdout.write(result);
    else writeAtomically(given.out, result);
    command.exitCode = 0;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    command.stderr.write(`${message.replace(/\s*\n\s*/g, ' ')}\n`);
    command.exitCode = 1;
  }
}

function tablesOf({ train, test }: Arguments): {
  readonly train: string | null;
  readonly test: string | null;
} {
  return {
    train: train === null ? null : readTableText(train),
    test: test === null ? null : readTableText(test),
  };
}

/** The text of a table in whatever encoding it has. */
function readTableText(file: string): string {
  const bytes = readBytes(file);
  if (bytes.length > MAX_TABLE_BYTES)
    refuse({ kind: 'tooManyBytes', bytes: bytes.length, most: MAX_TABLE_BYTES });
  const decoded = decodeText(bytes);
  return 'text' in decoded ? decoded.text : refuse({ kind: 'format', format: decoded.format });

  function refuse(fault: TableFault): never {
    throw new CommandFault(`${file}: ${tableFaultLine(fault)}`);
  }
}

function readText(file: string): string {
  return readBytes(file).toString('utf8');
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new CommandFault(`${file}: ${errorReason(error)}`);
  }
}

/** Fails before training if the result cannot be written. */
function requireWritable(out: string | null): void {
  if (out === null) return;
  const probe = `${out}.part`;
  try {
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new CommandFault(`--out ${out}: ${errorReason(error)}`);
  }
}

/** Writes to a temporary file and renames it, so that no partial result is left behind. */
function writeAtomically(out: string, text: string): void {
  const part = path.join(path.dirname(out), `.${path.basename(out)}.part`);
  try {
    writeFileSync(part, text);
    renameSync(part, out);
  } catch (error) {
    rmSync(part, { force: true });
    throw new CommandFault(`--out ${out}: ${errorReason(error)}`);
  }
}

function errorReason(error: unknown): string {
  const { code } = error as { readonly code?: string };
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'no such file or folder',
    EISDIR: 'is a folder, not a file',
    EACCES: 'permission denied',
    ENOTDIR: 'a part of its path is not a folder',
    ENOSPC: 'the disk is full',
  };
  return reasons[code ?? ''] ?? (error instanceof Error ? error.message : String(error));
}

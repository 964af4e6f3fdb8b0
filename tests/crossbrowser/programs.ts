import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** The path of the first of these programs that is installed. */
export function findProgram(...names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const paths = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return paths.find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts a program with a process group of its own, and calls `onLine` with each line that it writes. */
export function start(
  program: string,
  args: readonly string[],
  onLine: (line: string) => void,
): ChildProcess {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  // A run that is interrupted leaves no browser behind.
  process.once('exit', () => stop(child));
  for (const output of [child.stdout, child.stderr]) createInterface({ input: output }).on('line', onLine);
  return child;
}

/** Ends a program and all that it started, and resolves when it has ended. */
export async function end(child: ChildProcess): Promise<void> {
  const exited = new Promise((resolve) => child.once('exit', resolve));
  if (stop(child)) await exited;
}

/** Asks a program that still runs, and all that it started, to end; whether it still ran. */
function stop({ pid, exitCode, signalCode }: ChildProcess): boolean {
  const runs = exitCode === null && signalCode === null;
  if (runs) process.kill(-pid!, 'SIGTERM');
  return runs;
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening));
  const { port } = probe.address() as { port: number };
  await new Promise((closed) => probe.close(closed));
  return port;
}

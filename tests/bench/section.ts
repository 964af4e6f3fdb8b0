import type { Browser } from '@playwright/test';
import type { Table } from './report/table.ts';

/** What a section of the benchmark is given. */
export interface Bench {
  /** The repository's folder, with a slash at the end. */
  readonly root: string;
  /** Address of the development server that serves tests/bench, with a slash at the end. */
  readonly address: string;
  readonly browser: Browser;
  /** Fewer and shorter rounds: whether it runs at all, not how fast. */
  readonly quick: boolean;
  /** Tells the person who waits what is going on. */
  readonly progress: (line: string) => void;
}

/** A claim about speed, what it has to be, and what it was. */
export interface Target {
  readonly claim: string;
  readonly target: string;
  readonly measured: string;
  readonly met: boolean;
}

/** What a section has found. */
export interface Report {
  readonly targets: readonly Target[];
  /** By the name of their place in docs/performance.md, `<!-- section:name -->`. */
  readonly tables: Readonly<Record<string, Table>>;
  /** Drawings for docs/performance, by file name. */
  readonly pictures: Readonly<Record<string, string>>;
  /** What else there is to know of the machine, by name. */
  readonly machine?: Readonly<Record<string, string>>;
  /** Everything measured, for JSON. */
  readonly data: unknown;
}

/** What `tests/bench/<section>/run.ts` exports as `run`. */
export type RunSection = (bench: Bench) => Promise<Report>;

import type { Browser } from '@playwright/test';
import type { Table } from './report/table.ts';

/** Context of a section of the benchmark. */
export interface Bench {
  /** The repository's folder, with a slash at the end. */
  readonly root: string;
  /** Address of the development server that serves tests/bench, with a slash at the end. */
  readonly address: string;
  readonly browser: Browser;
  /** Fewer and shorter rounds: a functional check, not a measurement. */
  readonly quick: boolean;
  /** Reports progress to the user. */
  readonly progress: (line: string) => void;
}

/** A claim about speed: target and measured value. */
export interface Target {
  readonly claim: string;
  readonly target: string;
  readonly measured: string;
  readonly met: boolean;
}

/** Results of a section. */
export interface Report {
  readonly targets: readonly Target[];
  /** Tables by the name of their place in docs/performance.md, `<!-- section:name -->`. */
  readonly tables: Readonly<Record<string, Table>>;
  /** Drawings for docs/performance, by file name. */
  readonly pictures: Readonly<Record<string, string>>;
  /** Further facts about the machine, by name. */
  readonly machine?: Readonly<Record<string, string>>;
  /** All measurements, for JSON. */
  readonly data: unknown;
}

/** What `tests/bench/<section>/run.ts` exports as `run`. */
export type RunSection = (bench: Bench) => Promise<Report>;

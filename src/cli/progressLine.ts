import { formatCount } from './commandFault.ts';

/** Minimum time between two redraws on a terminal in ms. */
const REDRAW_INTERVAL = 100;
/** Number of lines on a stream that is no terminal. */
const PLAIN_LINES = 10;
/** Assumed width of a terminal that does not report one, in columns. */
const DEFAULT_COLUMNS = 80;
/** Width of the progress bar in columns; below the minimum it is omitted. */
const MAX_BAR_WIDTH = 30;
const MIN_BAR_WIDTH = 5;
/** ANSI control: start of the line; erase to the end of the line. */
const START_OF_LINE = '\r';
const CLEAR_REST = '\u001b[K';

/** Output stream, such as process.stderr. */
export interface ProgressStream {
  write(text: string): void;
  readonly isTTY?: boolean;
  /** Width of the terminal in columns. */
  readonly columns?: number;
}

/** Progress reporter. */
export interface Progress {
  /** Reports the number of finished steps and a note such as `F 123.4`, which may be empty. */
  readonly update: (step: number, note: string) => void;
  /** Completes the line that is being redrawn. To be called before any other output. */
  readonly done: () => void;
}

/**
 * Creates a reporter for `total` ≥ 1 steps that start now. A terminal gets one line, redrawn at most ten times per
 * second; any other stream one line per 10 %. now: clock in ms with any origin.
 */
export function createProgress(stream: ProgressStream, total: number, now: () => number): Progress {
  if (!(total >= 1)) throw new Error(`invalid total; must be ≥ 1: ${total}`);
  const start = now();
  const describe = (step: number, note: string) => statusOf(step, total, now() - start, note);
  return stream.isTTY ? redrawnLine(stream, describe, now) : plainLines(stream, describe, total);
}

/** Content of a progress line. */
interface Status {
  /** Fraction of finished steps, 0 … 1. */
  readonly share: number;
  readonly text: string;
}

type Describe = (step: number, note: string) => Status;

function redrawnLine(stream: ProgressStream, describe: Describe, now: () => number): Progress {
  let latest: Status | null = null;
  let drawnAt = Number.NEGATIVE_INFINITY;
  const draw = (status: Status) => {
    const line = withBar(status, (stream.columns ?? DEFAULT_COLUMNS) - 1);
    stream.write(`${START_OF_LINE}${line}${CLEAR_REST}`);
  };
  return {
    update: (step, note) => {
      latest = describe(step, note);
      if (now() - drawnAt < REDRAW_INTERVAL) return;
      drawnAt = now();
      draw(latest);
    },
    done: () => {
      if (!latest) return;
      draw(latest);
      stream.write('\n');
      latest = null;
    },
  };
}

function plainLines(stream: ProgressStream, describe: Describe, total: number): Progress {
  let written = 0;
  return {
    update: (step, note) => {
      const reached = Math.floor((PLAIN_LINES * step) / total);
      if (reached <= written) return;
      written = reached;
      stream.write(`${describe(step, note).text}\n`);
    },
    done: () => {},
  };
}

function statusOf(step: number, total: number, milliseconds: number, note: string): Status {
  const share = Math.min(1, step / total);
  const perSecond = milliseconds > 0 ? (1000 * step) / milliseconds : 0;
  const parts = [
    `${String(Math.floor(100 * share)).padStart(3)} %`,
    `${formatCount(step)} / ${formatCount(total)}`,
    ...(perSecond > 0 ? [formatSpeed(perSecond)] : []),
    ...(perSecond > 0 && step < total ? [`${formatDuration((total - step) / perSecond)} left`] : []),
    ...(note === '' ? [] : [note]),
  ];
  return { share, text: parts.join('  ') };
}

/** Adds a progress bar in the space that the text leaves of `width` columns. */
function withBar({ share, text }: Status, width: number): string {
  const room = Math.min(MAX_BAR_WIDTH, width - text.length - 1);
  if (room < MIN_BAR_WIDTH) return text.slice(0, Math.max(0, width));
  const filled = Math.floor(share * room);
  return `${'█'.repeat(filled)}${'░'.repeat(room - filled)} ${text}`;
}

function formatSpeed(perSecond: number): string {
  const digits = perSecond < 10 ? 1 : 0;
  return `${perSecond.toLocaleString('en-GB', { maximumFractionDigits: digits })} steps/s`;
}

/** 0:07, 12:30, 1:02:03; rounded up, so that 0:00 appears only at the end. */
function formatDuration(seconds: number): string {
  const whole = Math.ceil(seconds);
  const pair = (count: number) => String(count).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${pair(minutes)}:${pair(whole % 60)}` : `${minutes}:${pair(whole % 60)}`;
}

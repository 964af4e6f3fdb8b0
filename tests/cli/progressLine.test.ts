import { describe, expect, it } from 'vitest';
import { createProgress } from '../../src/cli/progressLine.ts';

/** A stream that records its output, and a clock that the test advances. */
function watched(terminal: { isTTY?: boolean; columns?: number }, total: number) {
  const written: string[] = [];
  const clock = { milliseconds: 5000 };
  const stream = { ...terminal, write: (text: string) => void written.push(text) };
  const progress = createProgress(stream, total, () => clock.milliseconds);
  const update = (milliseconds: number, step: number, note = '') => {
    clock.milliseconds = 5000 + milliseconds;
    progress.update(step, note);
  };
  return { written, update, done: progress.done };
}

/** The visible content of a terminal line. */
const shown = (written: string) => {
  expect([written.at(0), written.slice(-3)]).toEqual(['\r', '\u001b[K']);
  return written.slice(1, -3);
};

describe('progress on a terminal', () => {
  it('shows a bar, percent, steps, speed, time left and a note on one line', () => {
    const { written, update } = watched({ isTTY: true, columns: 100 }, 3000);
    update(2000, 1000, 'F 123.4');
    expect(written).toHaveLength(1);
    expect(shown(written[0]!)).toBe(
      `${'█'.repeat(10)}${'░'.repeat(20)}  33 %  1,000 / 3,000  500 steps/s  0:04 left  F 123.4`,
    );
  });

  it('is redrawn at most ten times per second', () => {
    const { written, update } = watched({ isTTY: true, columns: 100 }, 10_000);
    for (let millisecond = 0; millisecond < 1000; millisecond++) update(millisecond, millisecond);
    expect(written).toHaveLength(10);
  });

  it('ends with the last step and a line end, once', () => {
    const { written, update, done } = watched({ isTTY: true, columns: 100 }, 100);
    update(1000, 50);
    update(1001, 100, 'F 1');
    done();
    done();
    expect(written).toHaveLength(3);
    expect(shown(written[1]!)).toBe(`${'█'.repeat(30)} 100 %  100 / 100  100 steps/s  F 1`);
    expect(written[2]).toBe('\n');
  });

  it('is shorter than the terminal, so that it does not wrap', () => {
    for (const columns of [1, 2, 10, 40, 60, 61, 80, 200]) {
      const { written, update } = watched({ isTTY: true, columns }, 3000);
      update(2000, 1000, 'F 123.4');
      expect(shown(written[0]!).length).toBeLessThan(columns);
    }
  });

  it('omits the bar only if there is no room for it', () => {
    const bars = [50, 80].map((columns) => {
      const { written, update } = watched({ isTTY: true, columns }, 3000);
      update(2000, 1000, 'F 123.4');
      return written[0]!.includes('░');
    });
    expect(bars).toEqual([false, true]);
  });

  it.each([
    [1000, 1, '0:09 left'],
    [999, 9, '0:01 left'],
    [75_000, 1, '11:15 left'],
    [1_110_000, 1, '2:46:30 left'],
  ])('at %d ms a step, step %d of 10 shows %s', (pace, step, left) => {
    const { written, update } = watched({ isTTY: true, columns: 100 }, 10);
    update(pace * step, step);
    expect(shown(written[0]!).split('  ')).toContain(left);
  });

  it('has no speed or time left before the first step', () => {
    const { written, update } = watched({ isTTY: true, columns: 100 }, 10);
    update(0, 0);
    update(500, 0);
    expect(written.map(shown)).toEqual(Array(2).fill(`${'░'.repeat(30)}   0 %  0 / 10`));
  });
});

describe('progress elsewhere', () => {
  it('is a plain line at each tenth', () => {
    const { written, update, done } = watched({}, 3000);
    for (let step = 0; step <= 3000; step += 50) update(step, step, 'F 2');
    done();
    expect(written).toHaveLength(10);
    expect(written[0]).toBe(' 10 %  300 / 3,000  1,000 steps/s  0:03 left  F 2\n');
    expect(written[9]).toBe('100 %  3,000 / 3,000  1,000 steps/s  F 2\n');
    expect(written.join('')).toMatch(/^(\P{Cc}+\n)+$/u);
  });

  it('is one line when several tenths pass together, and none when none does', () => {
    const { written, update } = watched({}, 10);
    update(10, 7);
    update(20, 7);
    expect(written).toHaveLength(1);
  });
});

it('progress without an update writes nothing', () => {
  for (const terminal of [{ isTTY: true }, {}]) {
    const { written, done } = watched(terminal, 10);
    done();
    expect(written).toEqual([]);
  }
});

it('progress over no steps is refused', () => {
  for (const total of [0, -1, Number.NaN]) expect(() => watched({}, total)).toThrow('invalid total');
});

it('the progress line accepts the standard error of Node', () => {
  expect(createProgress(process.stderr, 1, () => 0)).toBeDefined();
});

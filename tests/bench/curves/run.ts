import type { ContenderId } from '../contenders.ts';
import { type Field, openField } from '../measure/competitor.ts';
import { type CaseResult, type Effort, measureCase } from '../measure/measureCase.ts';
import { rounded, spreadOf } from '../report/numbers.ts';
import type { Table } from '../report/table.ts';
import type { Bench, RunSection } from '../section.ts';
import { drawLines, type Line } from './drawing.ts';
import { type Sweep, sweeps } from './sweeps.ts';

const usual: Effort = { rounds: 3, milliseconds: 200, inspects: false };
const quickly: Effort = { rounds: 2, milliseconds: 50, inspects: false };

/** The lines that are drawn, in the order of the tables, and their styles. */
const drawn = {
  wasm: { label: 'wasm', colour: '#0b7a55', dashed: false },
  reference: { label: 'reference', colour: '#5b6470', dashed: false },
  webgl: { label: 'webgl', colour: '#7a3db8', dashed: false },
  'tfjs-webgl': { label: 'tfjs on WebGL', colour: '#b5500f', dashed: false },
  'batched-wasm': { label: 'stock tfjs on wasm', colour: '#2463b0', dashed: true },
} as const satisfies Partial<Record<ContenderId, Omit<Line, 'points'>>>;

const ids = Object.keys(drawn) as (keyof typeof drawn)[];

interface At {
  readonly value: number;
  readonly result: CaseResult;
}

/** Steps per second of each engine as the network or the data grow. */
export const run: RunSection = async (bench) => {
  const field = await openField(bench, ids);
  const found: Record<string, readonly At[]> = {};
  try {
    for (const [name, sweep] of Object.entries(sweeps)) found[name] = await measureSweep(bench, field, sweep);
  } finally {
    await field.close();
  }
  const names = Object.keys(sweeps) as (keyof typeof sweeps)[];
  return {
    targets: [],
    tables: Object.fromEntries(names.map((name) => [name, sweepTable(sweeps[name], found[name]!)])),
    pictures: Object.fromEntries(
      names.map((name) => [`scaling-${name}.svg`, drawing(sweeps[name], found[name]!)]),
    ),
    data: found,
  };
};

async function measureSweep(bench: Bench, field: Field, sweep: Sweep): Promise<At[]> {
  const values = bench.quick ? sweep.values.slice(0, 2) : sweep.values;
  const found: At[] = [];
  for (const value of values) {
    bench.progress(`curves: ${sweep.axis} = ${value}`);
    const result = await measureCase(field, sweep.caseAt(value), bench.quick ? quickly : usual);
    for (const [id, fault] of Object.entries(result.faults)) bench.progress(`${id}: ${fault}`);
    found.push({ value, result });
  }
  return found;
}

function drawing({ axis, fixed }: Sweep, found: readonly At[]): string {
  const lines = ids.map((id) => ({
    ...drawn[id],
    points: found.flatMap(({ value, result }) => {
      const measurement = result.measured[id];
      return measurement ? [{ x: value, y: spreadOf(measurement.rates) }] : [];
    }),
  }));
  const title = `Steps a second by ${axis} (${fixed})`;
  return drawLines(
    title,
    axis,
    'steps a second',
    lines.filter(({ points }) => points.length > 0),
  );
}

function sweepTable({ axis, fixed }: Sweep, found: readonly At[]): Table {
  return {
    title: `Steps a second by ${axis} (${fixed})`,
    head: [axis, ...ids.map((id) => drawn[id].label)],
    rows: found.map(({ value, result }) => [
      value.toLocaleString('en-GB'),
      ...ids.map((id) => {
        const measurement = result.measured[id];
        return measurement ? rounded(spreadOf(measurement.rates).median) : '–';
      }),
    ]),
  };
}

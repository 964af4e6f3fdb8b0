import { cases } from '../cases.ts';
import { openField } from '../measure/competitor.ts';
import { type CaseResult, type Effort, measureCase } from '../measure/measureCase.ts';
import type { RunSection } from '../section.ts';
import { engineTables } from './tables.ts';
import { engineTargets } from './targets.ts';

const usual: Effort = { rounds: 5, milliseconds: 300, inspects: true };
const quickly: Effort = { rounds: 2, milliseconds: 60, inspects: true };

/** The engines compared with each other, with TensorFlow.js as published and with PyTorch. */
export const run: RunSection = async (bench) => {
  const field = await openField(bench);
  const results: CaseResult[] = [];
  try {
    for (const chosen of bench.quick ? [cases[0]!, ...cases.slice(-2)] : cases) {
      bench.progress(`engines: ${chosen.label}`);
      results.push(await measureCase(field, chosen, bench.quick ? quickly : usual));
    }
  } finally {
    await field.close();
  }
  for (const { label, faults } of results)
    for (const [id, fault] of Object.entries(faults)) bench.progress(`${id} at ${label}: ${fault}`);
  return {
    targets: engineTargets(results),
    tables: engineTables(results),
    pictures: {},
    machine: { PyTorch: field.torchVersion ?? 'none' },
    data: results,
  };
};

import { expect, test } from 'vitest';
import { resolveExperiment } from '../../src/experiment/document/resolve.ts';
import { check, checkFaults } from './checks.ts';
import { anyDocument, anyJson } from './documents.ts';
import { fuzz } from './fuzz.ts';

test('any document is a legal experiment, or faults with their paths', () => {
  let legal = 0;
  const count = fuzz(30_000, anyDocument, (document) => {
    const resolved = resolveExperiment(document);
    if ('faults' in resolved) {
      check(resolved.faults.length > 0, 'a refusal has a reason');
      checkFaults(resolved.faults);
    } else if (legal++ % 4 === 0)
      check('experiment' in resolveExperiment(resolved.experiment), 'the resolved experiment is legal');
  });
  expect(legal).toBeGreaterThan(count / 15);
});

test('any text is refused as JSON, or read as a document', () => {
  let read = 0;
  const count = fuzz(15_000, anyJson, (text) => {
    let document: unknown;
    try {
      document = JSON.parse(text);
    } catch {
      return;
    }
    read++;
    const resolved = resolveExperiment(document);
    if ('faults' in resolved) checkFaults(resolved.faults);
  });
  expect(read).toBeGreaterThan(0.4 * count);
});

import { expect, test, vi } from 'vitest';
import { resolveExperiment } from '../../src/experiment/document/resolve.ts';
import { anyDocument, anyJson } from './documents.ts';
import { fuzz } from './fuzz.ts';
import { judgeFaults, must } from './judge.ts';

// A busy machine is no fault of the code; each input has a limit of its own.
vi.setConfig({ testTimeout: 300_000 });

test('30,000 documents: each is a legal experiment, or faults with their paths', () => {
  let legal = 0;
  fuzz(30_000, anyDocument, (document) => {
    const resolved = resolveExperiment(document);
    if ('faults' in resolved) {
      must(resolved.faults.length > 0, 'a refusal says why');
      judgeFaults(resolved.faults);
    } else if (legal++ % 4 === 0)
      must('experiment' in resolveExperiment(resolved.experiment), 'what it means is legal');
  });
  expect(legal).toBeGreaterThan(2000);
});

test('15,000 JSON files: each is refused as JSON, or read as a document', () => {
  let read = 0;
  fuzz(15_000, anyJson, (text) => {
    let document: unknown;
    try {
      document = JSON.parse(text);
    } catch {
      return;
    }
    read++;
    const resolved = resolveExperiment(document);
    if ('faults' in resolved) judgeFaults(resolved.faults);
  });
  expect(read).toBeGreaterThan(6000);
});

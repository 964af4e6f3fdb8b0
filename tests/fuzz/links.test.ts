import { expect, test } from 'vitest';
import { resolveExperiment } from '../../src/experiment/document/resolve.ts';
import { decodeLink, encodeLink } from '../../src/experiment/link/link.ts';
import { fuzz } from './fuzz.ts';
import { anyHash } from './hashes.ts';
import { judgeFaults, must, saysNotFinite } from './judge.ts';

test('any link opens as a legal experiment that its own link opens again', () => {
  const written = new Set<string>();
  const count = fuzz(20_000, anyHash, (hash) => {
    const { experiment, notices } = decodeLink(hash);
    judgeFaults(notices);
    must(notices.length <= 20, 'at most 20 notices');
    const link = encodeLink(experiment);
    // Many of them mean the same few experiments.
    if (written.has(link)) return;
    written.add(link);
    must('experiment' in resolveExperiment(experiment), 'the experiment is legal');
    const again = decodeLink(link);
    must(again.notices.length === 0, 'its own link opens without a notice');
    must(encodeLink(again.experiment) === link, 'and as the same experiment');
  });
  expect(written.size).toBeGreaterThan(count / 10);
});

test('no message repeats a number that is not finite', () => {
  const said = ['prior.sigma=1e400', 'seed=-1e999', 'view.step=1e309']
    .flatMap((link) => decodeLink(link).notices)
    .map(({ message }) => message);
  expect(said).toHaveLength(3);
  expect(said.filter(saysNotFinite)).toEqual([]);
});

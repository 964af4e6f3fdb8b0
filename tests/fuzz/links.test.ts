import { expect, test } from 'vitest';
import { resolveExperiment } from '../../src/experiment/document/resolve.ts';
import { decodeLink, encodeLink } from '../../src/experiment/link/link.ts';
import { check, checkFaults, showsNonFinite } from './checks.ts';
import { fuzz } from './fuzz.ts';
import { anyHash } from './hashes.ts';

test('any link opens as a legal experiment that its own link opens again', () => {
  const written = new Set<string>();
  const count = fuzz(20_000, anyHash, (hash) => {
    const { experiment, notices } = decodeLink(hash);
    checkFaults(notices);
    check(notices.length <= 20, 'at most 20 notices');
    const link = encodeLink(experiment);
    // Many links decode to the same few experiments.
    if (written.has(link)) return;
    written.add(link);
    check('experiment' in resolveExperiment(experiment), 'the experiment is legal');
    const again = decodeLink(link);
    check(again.notices.length === 0, 'its own link opens without a notice');
    check(encodeLink(again.experiment) === link, 'and as the same experiment');
  });
  expect(written.size).toBeGreaterThan(count / 10);
});

test('no message shows a number that is not finite', () => {
  const messages = ['prior.sigma=1e400', 'seed=-1e999', 'view.step=1e309']
    .flatMap((link) => decodeLink(link).notices)
    .map(({ message }) => message);
  expect(messages).toHaveLength(3);
  expect(messages.filter(showsNonFinite)).toEqual([]);
});

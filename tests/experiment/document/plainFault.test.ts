import { expect, test } from 'vitest';
import { fieldPaths } from '../../../src/experiment/document/fields.ts';
import { plainText } from '../../../src/experiment/document/plainFault.ts';
import { resolveExperiment } from '../../../src/experiment/document/resolve.ts';
import { decodeLink } from '../../../src/experiment/link/link.ts';

const plain = (link: string) => decodeLink(link).notices.map(plainText);

test.each([
  [
    'dataset.id=two-moons',
    'Data set: “two-moons” is not in the menu. Did you mean Two moons? It is Blundell’s curve instead (dataset.id).',
  ],
  ['prior.sigma=-3', 'Prior width: -3 is not between 0.0001 and 100. It is 1 instead (prior.sigma).'],
  [
    'prior.kind=gausian',
    'Prior: “gausian” is not one of Gaussian, Scale mixture, Laplace. Did you mean Gaussian? It is Gaussian instead (prior.kind).',
  ],
  [
    'likelihood.learn=yes',
    'Learn the noise: “yes” is not true or false. It is off instead (likelihood.learn).',
  ],
  ['datset.id=moons', 'There is no setting “datset.id”. Did you mean “dataset.id”? It is ignored.'],
  ['quux=1', 'There is no setting “quux”. It is ignored.'],
  ['challenge=fly', "There is no challenge 'fly'. It is ignored (challenge)."],
])('the notice of %s is in the names of the screen', (link, text) => {
  expect(plain(link)).toEqual([text]);
});

test('the notice of a field that does not go with others names the field that is dropped', () => {
  const [notice, ...others] = plain('dataset.id=moons&likelihood.kind=gaussian');
  expect(others).toEqual([]);
  expect(notice).toMatch(/^Likelihood: .*It is Bernoulli.* instead \(likelihood\.kind\)\.$/);
});

test('messages for programs keep path, value and what is allowed', () => {
  const resolved = resolveExperiment({ version: 1, dataset: { id: 'two-moons' } });
  const [fault] = 'faults' in resolved ? resolved.faults : [];
  expect(fault?.message).toMatch(/^dataset\.id: 'two-moons' is not one of .*moons/);
  expect(plainText(fault!)).toBe('Data set: “two-moons” is not in the menu. Did you mean Two moons?');
});

test('no notice of a wrong value of any field begins with its path or repeats a colon', () => {
  for (const path of fieldPaths)
    for (const notice of plain(`${path}=%C2%A7`)) {
      expect(notice).not.toMatch(new RegExp(`^${path.replaceAll('.', '\\.')}:`));
      expect(notice).toMatch(/[.?]$/);
    }
});

import { expect, test } from 'vitest';
import { setFields } from '../../../src/experiment/document/changes.ts';
import { defaultExperiment, sameValue } from '../../../src/experiment/document/defaults.ts';
import { isSimple, shownPanels, usualPanels } from '../../../src/experiment/document/experiment.ts';
import { decodeLink, encodeLink } from '../../../src/experiment/link/link.ts';

const level = (link: string) => decodeLink(link).experiment.view.controls;

test('a link opens the simple level as long as it sets nothing that only all controls show', () => {
  for (const link of [
    '',
    'dataset.id=moons&dataset.size=60&seed=4',
    'prior.sigma=0.3&network.hidden=20,20',
    'view.theme=dark&view.autoplay=false&view.step=500&view.panels=predictive&view.present=true',
    'view.controls=simple&inference.samples=8',
  ])
    expect(level(link), link).toBe('simple');
});

test('a link that sets any other field opens all controls by itself', () => {
  for (const link of [
    'inference.samples=8',
    'prior.kind=laplace',
    'network.activation=tanh',
    'dataset.noise=0.3',
    'view.draw=frozen',
    'view.units=bits',
    'view.engine=wasm',
    'view.controls=all',
  ])
    expect(level(link), link).toBe('all');
});

test('an open page keeps its level, and its link reopens it', () => {
  const changed = setFields(defaultExperiment(), { 'inference.samples': 8 });
  if ('faults' in changed) throw new Error('the change is refused');
  expect(changed.experiment.view.controls).toBe('simple');
  expect(encodeLink(changed.experiment)).toBe('inference.samples=8&view.controls=simple');
  expect(decodeLink(encodeLink(changed.experiment)).experiment).toEqual(changed.experiment);
});

test('the simple level shows fewer panels in place of the usual ones, and any others as they are', () => {
  const opened = (link: string) => shownPanels(decodeLink(link).experiment);
  expect(opened('')).toEqual(['controls', 'predictive', 'cost', 'network', 'objective']);
  expect(opened('view.panels=controls,predictive,cost,calibration,weights,step')).toEqual([
    ...opened(''),
    'step',
  ]);
  expect(opened('view.panels=predictive,calibration')).toEqual(['predictive', 'calibration']);
  expect(sameValue(opened('view.controls=all'), usualPanels)).toBe(true);
  expect(isSimple(decodeLink('view.embed=true').experiment)).toBe(false);
});

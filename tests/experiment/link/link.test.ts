import * as fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { setFields } from '../../../src/experiment/document/changes.ts';
import {
  defaultAt,
  defaultExperiment,
  valueAt,
  withValue,
} from '../../../src/experiment/document/defaults.ts';
import type { Experiment } from '../../../src/experiment/document/experiment.ts';
import { type FieldPath, fieldPaths, isFieldPath } from '../../../src/experiment/document/fields.ts';
import { resolveExperiment } from '../../../src/experiment/document/resolve.ts';
import { decodeLink, encodeLink, pointsLeftBehind } from '../../../src/experiment/link/link.ts';
import { anyExperiment, runs } from '../document/anyExperiment.ts';

const messages = (link: string) => decodeLink(link).notices.map(({ message }) => message);

/** Opens a link and checks that the experiment is legal. */
function opened(link: string) {
  const result = decodeLink(link);
  expect(resolveExperiment(result.experiment)).toEqual({ experiment: result.experiment });
  return result;
}

describe('a link', () => {
  test('is readable and contains only what differs from the defaults', () => {
    const link = 'dataset.id=cubic&network.hidden=32,32&prior.sigma=0.3&view.panels=predictive,weights';
    const { experiment, notices } = decodeLink(`#${link}`);
    expect(notices).toEqual([]);
    expect(experiment).toMatchObject({
      dataset: { id: 'cubic' },
      network: { hidden: [32, 32] },
      prior: { sigma: 0.3 },
      view: { panels: ['predictive', 'weights'] },
    });
    expect(encodeLink(experiment)).toBe(link);
    expect(encodeLink(defaultExperiment())).toBe('');
  });

  test('opens the experiment that it was made from, to the last bit', () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        const link = encodeLink(experiment);
        expect(link).toMatch(/^[\w.=,&:-]*$/);
        expect(decodeLink(link)).toEqual({ experiment, notices: [] });
        expect(decodeLink(`#${encodeURI(link)}`)).toEqual({ experiment, notices: [] });
      }),
      runs,
    );
  });

  test('opens with any single field changed', () => {
    fc.assert(
      fc.property(anyExperiment, fc.constantFrom(...fieldPaths), (other, path) => {
        const resolved = resolveExperiment(withValue(defaultExperiment(), path, valueAt(other, path)));
        if (!('experiment' in resolved)) return;
        const { experiment } = resolved;
        expect(decodeLink(encodeLink(experiment))).toEqual({ experiment, notices: [] });
      }),
      { ...runs, numRuns: 300 },
    );
  });

  test('holds 5,000 points of the longest numbers', () => {
    const long = (i: number) => -(1 + Math.abs(Math.sin(i)) / 3) * 10 ** -(100 + (i % 200));
    const points = Array.from({ length: 5000 }, (_, i) => ({ x: [long(i)], y: long(i + 5000) }));
    const base = defaultExperiment();
    const experiment: Experiment = { ...base, dataset: { ...base.dataset, id: 'custom', points } };
    const link = encodeLink(experiment);
    expect(link.length).toBeLessThan(200_000);
    expect(decodeLink(link)).toEqual({ experiment, notices: [] });
  });

  test('may be written by hand: orders, spaces, encodings and empty parts do not matter', () => {
    const link = '#&prior.sigma=3e-1&&network.hidden=8,%2016%2C4&inference.klWeight=.5&version=1&';
    const { experiment, notices } = opened(link);
    expect(notices).toEqual([]);
    expect(experiment).toMatchObject({ prior: { sigma: 0.3 }, network: { hidden: [8, 16, 4] } });
    expect(opened('network.hidden=none').experiment.network.hidden).toEqual([]);
    expect(opened('network.hidden=').experiment.network.hidden).toEqual([]);
    for (const empty of ['', '#', '#&'])
      expect(opened(empty)).toEqual({ experiment: defaultExperiment(), notices: [] });
  });
});

test('omits points that are too many, and restores them where they are known', () => {
  const points = Array.from({ length: 5000 }, (_, i) => ({
    x: Array.from({ length: 30 }, (_, k) => Math.sin(i * 31 + k)),
    y: Math.cos(i),
  }));
  const experiment = setFields(defaultExperiment(), {
    'dataset.id': 'custom',
    'dataset.points': points,
    'dataset.testFraction': 0.2,
  });
  if ('faults' in experiment) throw new Error(experiment.faults.map(({ message }) => message).join());
  const link = encodeLink(experiment.experiment);
  expect(link.length).toBeLessThan(500);
  const word = pointsLeftBehind(experiment.experiment);
  expect(decodeLink(link, word)).toEqual({ experiment: experiment.experiment, notices: [] });
  const { experiment: alone, notices } = decodeLink(link);
  expect(alone.dataset).toMatchObject({ id: 'custom', points: [], testFraction: 0.2 });
  expect(notices.map(({ message }) => message)).toEqual([
    'dataset.points: too many to travel in a link; choose the file again',
  ]);
  expect(pointsLeftBehind(defaultExperiment())).toBeNull();
});

test('a link without its images asks for the file, and reports nothing else', () => {
  const points = Array.from({ length: 2000 }, (_, i) => ({
    x: Array.from({ length: 196 }, (_, k) => Math.abs(Math.sin(i * 31 + k))),
    y: i % 10,
  }));
  const made = setFields(defaultExperiment(), {
    'dataset.id': 'custom',
    'dataset.points': points,
    'dataset.task': 'classification',
    'dataset.images': true,
    'network.channels': [4],
  });
  if ('faults' in made) throw new Error(made.faults.map(({ message }) => message).join());
  expect(made.experiment.network.kind).toBe('convolutional');
  for (const kind of ['convolutional', 'dense'] as const) {
    const chosen = setFields(made.experiment, { 'network.kind': kind });
    if ('faults' in chosen) throw new Error(chosen.faults.map(({ message }) => message).join());
    const { experiment, notices } = decodeLink(encodeLink(chosen.experiment));
    expect(notices.map(({ message }) => message)).toEqual([
      'dataset.points: too many to travel in a link; choose the file again',
    ]);
    expect(experiment.dataset).toMatchObject({ id: 'custom', task: 'classification', points: [] });
    expect(experiment.network.channels).toEqual([4]);
  }
});

describe('a link with faults', () => {
  test.each([
    ['inference.samples=0', 'inference.samples: 0 is not between 1 and 64; inference.samples is 4 instead'],
    ['inference.samples=', "inference.samples: '' is not a number; inference.samples is 4 instead"],
    ['inference.samples=0x8', "inference.samples: '0x8' is not a number; inference.samples is 4 instead"],
    ['view.autoplay=yes', "view.autoplay: 'yes' is not true or false; view.autoplay is true instead"],
    ['network.hiden=8', 'network.hiden: no such field; did you mean network.hidden? It is ignored'],
    ['whatever', 'whatever: no such field; it is ignored'],
    ['__proto__=1', '__proto__: no such field; it is ignored'],
    ['prior.sigma=%E0%A4%A', "prior.sigma: '%E0%A4%A' is not a number; prior.sigma is 1 instead"],
    ['seed=1&seed=2', "seed: given more than once; '2' ignored"],
    ['version=2', 'version: 2 is newer than this page knows (1); read as version 1'],
    ['version=new', 'version: must be a whole number from 1 to 1; read as version 1'],
    [
      'prior.sigma2=2',
      'prior.sigma1: the wide width σ₁ = 1 is not above the narrow width σ₂ = 2; prior.sigma2 is 0.1 instead',
    ],
    [
      'prior.kind=scale-mixture&inference.kl=analytic',
      'inference.kl: the prior “Scale mixture” has no analytic KL; choose Monte Carlo; inference.kl is monte-carlo instead',
    ],
    [
      'dataset.xDomain=0,1',
      'dataset.xDomain: only for your own data (dataset.id is custom); dataset.xDomain is auto instead',
    ],
  ])('%s opens with a notice', (link, message) => {
    opened(link);
    expect(messages(link)).toEqual([message]);
  });

  test('falls back for one bad field and keeps the others', () => {
    const leaders: readonly FieldPath[] = [
      'dataset.id',
      'dataset.task',
      'dataset.points',
      'dataset.yDomain',
      'dataset.classes',
      'dataset.images',
      'network.kind',
      'network.channels',
      'prior.kind',
      'prior.sigma1',
      'prior.sigma2',
    ];
    const texts: readonly FieldPath[] = [
      'dataset.columns',
      'dataset.classNames',
      'view.compare',
      'view.sweep',
    ];
    fc.assert(
      fc.property(anyExperiment, fc.constantFrom(...fieldPaths), (experiment, path) => {
        const others = encodeLink(experiment)
          .split('&')
          .filter((part) => !part.startsWith(`${path}=`));
        const bad = texts.includes(path) ? ',' : '1e199';
        const result = opened([...others, `${path}=${bad}`].join('&'));
        expect(result.notices.map((notice) => notice.path)).toContain(path);
        if (leaders.includes(path)) return;
        expect(result.notices).toHaveLength(1);
        const dependent = path.startsWith('dataset.')
          ? defaultAt(result.experiment, 'likelihood.noise')
          : null;
        const wanted = withValue(experiment, path, defaultAt(experiment, path));
        if (
          dependent === null ||
          valueAt(experiment, 'likelihood.noise') !== defaultAt(experiment, 'likelihood.noise')
        )
          expect(result.experiment).toEqual(wanted);
      }),
      { ...runs, numRuns: 500 },
    );
  });

  test('drops as little as possible to satisfy rules about several fields', () => {
    const { experiment, notices } = opened('prior.sigma1=3&prior.sigma2=4&seed=9');
    expect(experiment).toMatchObject({ seed: 9, prior: { sigma1: 3, sigma2: 0.1 } });
    expect(notices.map(({ path }) => path)).toEqual(['prior.sigma2']);
  });

  test('opens any text as a legal experiment, with a notice if it was not understood', () => {
    const path = fc.oneof(fc.constantFrom(...fieldPaths, 'version'), fc.string({ unit: 'binary' }));
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '1',
        '0',
        '-1',
        '1e400',
        'true',
        'custom',
        'cubic',
        'none',
        'auto',
        '1,2',
        '%',
        'laplace',
        '64',
      ),
      fc.double().map(String),
    );
    const parts = fc.array(fc.tuple(path, value).map((part) => part.join('='))).map((all) => all.join('&'));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), parts), (text) => {
        const { experiment, notices } = opened(text);
        expect(decodeLink(encodeLink(experiment))).toEqual({ experiment, notices: [] });
        if (notices.length > 0) return;
        const given = text.replace(/^#/, '').split('&').filter(Boolean);
        for (const part of given) {
          const name = decodeURIComponent(part.split('=')[0] as string);
          expect(name === 'version' || isFieldPath(name)).toBe(true);
        }
      }),
      { ...runs, numRuns: 500 },
    );
  });

  test('reports damaged points and loses nothing else', () => {
    const base = defaultExperiment();
    const points = Array.from({ length: 30 }, (_, i) => ({ x: [i / 7], y: Math.sin(i) }));
    const link = encodeLink({ ...base, seed: 5, dataset: { ...base.dataset, id: 'custom', points } });
    const start = link.indexOf('dataset.points=') + 'dataset.points='.length;
    const length = link.slice(start).split('&')[0]?.length ?? 0;
    fc.assert(
      fc.property(fc.nat(length - 1), fc.constantFrom('!', '%', 'cut', ' '), (at, damage) => {
        const end = start + length;
        const damaged = `${link.slice(0, start + at)}${damage === 'cut' ? '' : damage + link.slice(start + at + 1, end)}`;
        const { experiment, notices } = opened(damaged + link.slice(end));
        expect(experiment.seed).toBe(5);
        if (damage !== 'cut' || at > 0) expect(notices.map(({ path }) => path)).toEqual(['dataset.points']);
      }),
      runs,
    );
  });

  test('links that are too long, or that decompress to 100 MB, are refused with a short message', () => {
    const bomb = Buffer.from(deflateSync(new Uint8Array(1e8).fill(49), { level: 9 })).toString('base64url');
    expect(messages(`dataset.id=custom&dataset.points=${bomb}`)).toEqual([
      expect.stringMatching(/^dataset\.points: '.{60}…' is not a list of at most 5000 points/),
    ]);
    expect(messages(`seed=${'1'.repeat(300_000)}`)).toEqual([
      expect.stringMatching(/^link: 300005 characters/),
    ]);
    const { notices } = opened('a&'.repeat(99_000));
    expect(notices.length).toBeLessThanOrEqual(20);
    expect(
      opened(Array.from({ length: 20_000 }, (_, i) => `b${i}`).join('&')).notices.length,
    ).toBeLessThanOrEqual(20);
  });
});

import { createElement, type ReactElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import { setFields } from '../../src/experiment/document/changes.ts';
import { defaultExperiment } from '../../src/experiment/document/defaults.ts';
import type { Experiment } from '../../src/experiment/document/experiment.ts';
import { methods } from '../../src/model/methods/index.ts';
import { BatchSizeField } from '../../src/panels/controls/BatchSizeField.tsx';
import { choicesOf, MenuField } from '../../src/panels/controls/fields/MenuField.tsx';
import { SegmentField } from '../../src/panels/controls/fields/SegmentField.tsx';
import { SliderField } from '../../src/panels/controls/fields/SliderField.tsx';
import { ToggleField } from '../../src/panels/controls/fields/ToggleField.tsx';
import { LayerWidths } from '../../src/panels/controls/LayerWidths.tsx';
import { PlaygroundContext } from '../../src/panels/ui/playgroundContext.ts';
import { createPlayground, type Playground } from '../../src/store/playground.ts';
import { createTrainerWorker } from '../../src/worker/createTrainerWorker.ts';
import { createTrainer } from '../../src/worker/trainer.ts';
import { until } from '../worker/until.ts';

let root: Root;
let playground: Playground;
let container: HTMLElement;

function show(control: ReactElement, changes: Record<string, unknown>): void {
  const resolved = setFields(defaultExperiment(), { 'view.autoplay': false, ...changes });
  if ('faults' in resolved) throw new Error(JSON.stringify(resolved.faults));
  playground = createPlayground({
    experiment: resolved.experiment,
    createTrainer: (handlers) => createTrainer({ ...handlers, createWorker: createTrainerWorker }),
  });
  container = document.body.appendChild(document.createElement('div'));
  root = createRoot(container);
  root.render(createElement(PlaygroundContext.Provider, { value: playground }, control));
}

afterEach(() => {
  root.unmount();
  playground.dispose();
  container.remove();
});

const words = { label: 'The control', help: 'What it does.' };
const find = <E extends HTMLElement>(selector: string): E => {
  const found = container.querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector} in ${container.innerHTML}`);
  return found;
};
const alerts = () => Array.from(container.querySelectorAll('[role=alert]'), (alert) => alert.textContent);

/** A change past a disabled entry, as an outdated page could make. */
function choose(value: string): void {
  const menu = find<HTMLSelectElement>('select');
  find<HTMLOptionElement>(`option[value=${value}]`).disabled = false;
  menu.value = value;
  menu.dispatchEvent(new Event('change', { bubbles: true }));
}

function press(value: string): void {
  const radio = find<HTMLInputElement>(`input[type=radio][value=${value}]`);
  radio.disabled = false;
  radio.click();
}

/** Moves a slider, or types into a box and presses Enter. */
function enter(selector: string, value: string): void {
  const input = find<HTMLInputElement>(selector);
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
}

interface Case {
  readonly control: ReactElement;
  readonly before?: Record<string, unknown>;
  /** The element that the fault describes. */
  readonly described: string;
  readonly refused: () => void;
  readonly fault: string;
  readonly accepted: () => void;
  readonly after: (experiment: Experiment) => unknown;
  readonly expected: unknown;
}

const cases: Readonly<Record<string, Case>> = {
  'a menu': {
    control: createElement(MenuField, { ...words, path: 'inference.method', choices: choicesOf(methods) }),
    before: { 'prior.kind': 'laplace' },
    described: 'select',
    refused: () => choose('laplace'),
    fault: 'Laplace, diagonal needs a prior with the same curvature everywhere; the prior “Laplace” has none',
    accepted: () => choose('map'),
    after: ({ inference }) => inference.method,
    expected: 'map',
  },
  segments: {
    control: createElement(SegmentField, {
      ...words,
      path: 'inference.kl',
      choices: [
        { value: 'analytic', label: 'Analytic' },
        { value: 'monte-carlo', label: 'Monte Carlo' },
        { value: 'neither', label: 'Neither' },
      ],
    }),
    described: '[role=radiogroup]',
    refused: () => press('neither'),
    fault: "'neither' is not one of analytic, monte-carlo",
    accepted: () => press('monte-carlo'),
    after: ({ inference }) => inference.kl,
    expected: 'monte-carlo',
  },
  'a switch': {
    control: createElement(ToggleField, { ...words, path: 'dataset.images' }),
    described: 'input[type=checkbox]',
    refused: () => find('input').click(),
    fault: 'Only for your own data (dataset.id is custom)',
    accepted: () => {
      const points = [0, 1].map((y) => ({ x: Array<number>(64).fill(y), y }));
      playground.change({
        'dataset.id': 'custom',
        'dataset.task': 'classification',
        'dataset.points': points,
        'likelihood.kind': 'categorical',
      });
      find('input').click();
    },
    after: ({ dataset }) => dataset.images,
    expected: true,
  },
  'a slider': {
    control: createElement(SliderField, { ...words, path: 'prior.sigma2', scale: { logarithmic: true } }),
    described: 'input[type=range]',
    refused: () => enter('input[type=range]', find<HTMLInputElement>('input[type=range]').max),
    fault: 'The wide width σ₁ = 1 is not above the narrow width σ₂ = 100',
    accepted: () => enter('input[type=range]', '0'),
    after: ({ prior }) => prior.sigma2,
    expected: 1e-4,
  },
  'a number': {
    control: createElement(SliderField, {
      ...words,
      path: 'inference.samples',
      scale: { logarithmic: true },
    }),
    described: 'input[type=text]',
    refused: () => enter('input[type=text]', '65'),
    fault: '65 is not between 1 and 64',
    accepted: () => enter('input[type=text]', '8'),
    after: ({ inference }) => inference.samples,
    expected: 8,
  },
  'the batch size': {
    control: createElement(BatchSizeField),
    before: { 'inference.batchSize': 16 },
    described: 'input[type=text]',
    refused: () => enter('input[type=text]', '0'),
    fault: '0 is not between 1 and 5000',
    accepted: () => enter('input[type=text]', '20'),
    after: ({ inference }) => inference.batchSize,
    expected: 20,
  },
  'the widths of layers': {
    control: createElement(LayerWidths, {
      ...words,
      path: 'network.hidden',
      words: { counts: String, remove: String, add: 'add' },
      ends: ['x', 'y'],
    }),
    described: 'input[type=text]',
    refused: () => enter('input[type=text]', '513'),
    fault: '513 is not between 1 and 512',
    accepted: () => enter('input[type=text]', '12'),
    after: ({ network }) => network.hidden,
    expected: [12],
  },
};

test.each(Object.entries(cases))(
  'a refused change of %s is reported next to its control',
  async (_kind, one) => {
    show(one.control, one.before ?? {});
    await until(() => container.querySelector(one.described) !== null);
    const before = playground.store.getState().experiment;
    one.refused();
    await until(() => alerts().length > 0);
    expect(alerts()).toEqual([one.fault]);
    expect(playground.store.getState().experiment).toBe(before);
    const describing = find(one.described).getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(describing.map((id) => document.getElementById(id)?.textContent)).toContain(one.fault);
    one.accepted();
    await until(() => alerts().length === 0);
    expect(one.after(playground.store.getState().experiment)).toEqual(one.expected);
  },
);

test('a fault disappears when the value changes elsewhere, and reset reports faults too', async () => {
  show(createElement(SliderField, { ...words, path: 'prior.sigma1', scale: { logarithmic: true } }), {
    'prior.sigma1': 5,
  });
  await until(() => container.querySelector('input') !== null);
  enter('input[type=text]', '0.01');
  await until(() => alerts().length > 0);
  playground.change({ 'prior.sigma1': 6 });
  await until(() => alerts().length === 0);
  playground.change({ 'prior.sigma2': 2 });
  find('button[aria-label="Reset The control"]').click();
  await until(() => alerts().length > 0);
  expect(alerts()).toEqual(['The wide width σ₁ = 1 is not above the narrow width σ₂ = 2']);
});

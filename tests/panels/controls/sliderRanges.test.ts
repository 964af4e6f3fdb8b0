import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test, vi } from 'vitest';
import { everyNode, parse, readSources } from '../../../config/sourceFiles.ts';
import { type FieldPath, fieldPaths, isFieldPath, rangeAt } from '../../../src/experiment/document/fields.ts';
import { checkFields } from '../../../src/experiment/document/resolve.ts';
import { datasets } from '../../../src/model/datasets/index.ts';
import { optimizers } from '../../../src/model/optimizers/index.ts';
import { priors } from '../../../src/model/priors/index.ts';
import { sliderRange, sliderStops } from '../../../src/panels/controls/fields/sliderStops.ts';

// Parsing all panels takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const accepts = (path: FieldPath, value: number) => checkFields(new Map([[path, value]])).faults.length === 0;

/** The attributes of a JSX element by their names. */
function attributes(element: ts.JsxSelfClosingElement): ReadonlyMap<string, ts.Node | undefined> {
  return new Map(
    element.attributes.properties.flatMap((property) =>
      ts.isJsxAttribute(property) ? [[property.name.getText(), property.initializer]] : [],
    ),
  );
}

/** The ends that a slider in the source states as numbers: `scale={{ minimum: 2 }}`. */
function statedEnds(
  scale: ts.Node | undefined,
): readonly (readonly [end: 'minimum' | 'maximum', value: number])[] {
  const literal = scale && everyNode(scale).find(ts.isObjectLiteralExpression);
  return (literal?.properties ?? []).flatMap((property) => {
    if (!ts.isPropertyAssignment(property) || !ts.isNumericLiteral(property.initializer)) return [];
    const name = property.name.getText();
    return name === 'minimum' || name === 'maximum'
      ? [[name, Number(property.initializer.text)] as const]
      : [];
  });
}

const sliders = readSources(fileURLToPath(new URL('../../../src/panels', import.meta.url)))
  .filter(({ file }) => file.endsWith('.tsx'))
  .flatMap((source) => everyNode(parse(source)))
  .filter(ts.isJsxSelfClosingElement)
  .filter((element) => element.tagName.getText() === 'SliderField')
  .map(attributes);

describe('limits are defined in the table of fields', () => {
  test('every slider with a literal path is checked, and few have no literal path', () => {
    const paths = sliders.map((slider) => slider.get('path')?.getText().slice(1, -1) ?? '');
    expect(paths.filter(isFieldPath).length).toBeGreaterThan(15);
    expect(paths.filter((path) => !isFieldPath(path))).toEqual([
      expect.stringContaining('prior.'),
      expect.stringContaining('prior.'),
    ]);
  });

  test('a number that a slider states is inside the range of its field, never equal to its end', () => {
    for (const slider of sliders) {
      const path = slider.get('path')?.getText().slice(1, -1) ?? '';
      if (!isFieldPath(path)) continue;
      const range = rangeAt(path);
      for (const [end, value] of statedEnds(slider.get('scale'))) {
        expect(accepts(path, value), `${path} ${value}`).toBe(true);
        expect(value, `${path} states its ${end} again`).not.toBe(range[end]);
      }
    }
  });

  test('ends from registries are allowed by the fields', () => {
    for (const { controls } of Object.values(priors))
      for (const { key, minimum, maximum } of controls)
        for (const end of [minimum, maximum])
          expect(accepts(`prior.${key}`, end), `${key} ${end}`).toBe(true);
    for (const { rates } of Object.values(optimizers))
      for (const rate of Object.values(rates))
        expect(accepts('inference.optimizer.learningRate', rate), String(rate)).toBe(true);
    for (const dataset of Object.values(datasets)) {
      if (dataset.generated)
        expect(accepts('dataset.noise', Math.max(1, 10 * dataset.generated.noise))).toBe(true);
      if (dataset.kind === 'plane') expect(accepts('dataset.classes', dataset.classNames.length)).toBe(true);
    }
  });

  test('a scale without ends covers the whole field, one with ends covers those', () => {
    const samples = sliderStops(sliderRange('inference.samples', { logarithmic: true }));
    expect([samples[0], samples.at(-1)]).toEqual([1, 64]);
    expect(samples.every(Number.isInteger)).toBe(true);
    const window = sliderStops(sliderRange('network.window', { logarithmic: true, minimum: 2, maximum: 60 }));
    expect([window[0], window.at(-1)]).toEqual([2, 60]);
    expect(sliderRange('network.hidden', { logarithmic: true })).toMatchObject({ minimum: 1, maximum: 512 });
    expect(sliderRange('inference.batchSize', { logarithmic: true })).toMatchObject({
      minimum: 1,
      maximum: 5000,
      integer: true,
    });
  });

  test('the range of a field is what its schema accepts, except open ends', () => {
    const numbers = fieldPaths.filter((path) => accepts(path, 0.5) || accepts(path, 1));
    expect(numbers.length).toBeGreaterThan(25);
    for (const path of numbers) {
      const { minimum, maximum, integer } = rangeAt(path);
      const step = integer ? 1 : 1e-9 * Math.max(1, Math.abs(maximum));
      expect(accepts(path, minimum - step), `${path} below`).toBe(false);
      expect(accepts(path, maximum + step), `${path} above`).toBe(false);
      expect(accepts(path, minimum) || accepts(path, minimum + step / 1e6), `${path} from`).toBe(true);
      expect(accepts(path, integer ? minimum + 0.5 : (minimum + maximum) / 2), path).toBe(!integer);
    }
  });
});

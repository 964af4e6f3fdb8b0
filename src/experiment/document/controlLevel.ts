import type { ControlLevel } from './experiment.ts';
import type { At, FieldPath } from './fields.ts';
import { sameValue } from './sameValue.ts';

/** The fields that the page sets without the controls of the rail; every other one needs them to be seen. */
const simpleFields: ReadonlySet<FieldPath> = new Set<FieldPath>([
  'seed',
  'dataset.id',
  'dataset.size',
  'dataset.points',
  'dataset.task',
  'dataset.xDomain',
  'dataset.yDomain',
  'dataset.classes',
  'network.hidden',
  'prior.sigma',
  'view.panels',
  'view.theme',
  'view.autoplay',
  'view.embed',
  'view.step',
  'view.speed',
  'view.compare',
  'view.sweep',
  'view.challenge',
  'view.present',
  'view.controls',
]);

/** All controls if a field that only they show differs from its default, else the simple level. */
export function defaultControls(
  at: At,
  fields: { readonly [P in FieldPath]: { readonly default: unknown } },
): ControlLevel {
  const isDefault = (path: FieldPath): boolean => {
    const { default: standard } = fields[path];
    return sameValue(at(path), typeof standard === 'function' ? standard(at) : standard);
  };
  const paths = Object.keys(fields) as FieldPath[];
  return paths.every((path) => simpleFields.has(path) || isDefault(path)) ? 'simple' : 'all';
}

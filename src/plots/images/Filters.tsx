import { useMemo } from 'react';
import type { WeightSummary } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import styles from './ImagePlots.module.css';

/** One filter of a convolution: means and standard deviations of its kernel, [size, size] each. */
export interface Filter {
  readonly mean: readonly number[];
  readonly sigma: readonly number[];
}

/** Filters of the first convolution over one input channel; empty for other networks. */
export function firstFilters({ mu, sigma, layers }: WeightSummary): readonly Filter[] {
  const block = layers.find(({ name }) => name === 'conv1/kernel');
  if (!block) return [];
  const [fanIn, filters] = block.shape as readonly [number, number];
  return Array.from({ length: filters }, (_, filter) => {
    const of = (values: Float64Array) =>
      Array.from({ length: fanIn }, (_, i) => values[block.offset + i * filters + filter]!);
    return { mean: of(mu), sigma: of(sigma) };
  });
}

/** Each filter as two images: posterior mean (blue for positive, orange for negative) and standard deviation. */
export function Filters({ weights }: { readonly weights: WeightSummary | null }) {
  const filters = useMemo(() => (weights ? firstFilters(weights) : []), [weights]);
  if (filters.length === 0)
    return <p className={styles.note}>{t('This network has no filters: choose a convolutional one.')}</p>;
  const strongest = Math.max(1e-9, ...filters.flatMap(({ mean }) => mean.map(Math.abs)));
  const widest = Math.max(1e-9, ...filters.flatMap(({ sigma }) => sigma));
  const side = Math.round(Math.sqrt(filters[0]!.mean.length));
  const picture = (values: readonly number[], most: number, colors: readonly [string, string]) => (
    <svg viewBox={`0 0 ${side} ${side}`} aria-hidden="true">
      {values.map((value, i) => (
        <rect
          key={i}
          x={i % side}
          y={Math.floor(i / side)}
          width="1"
          height="1"
          style={{ fill: `var(${value < 0 ? colors[1] : colors[0]})`, opacity: Math.abs(value) / most }}
        />
      ))}
    </svg>
  );
  return (
    <ul className={styles.filters}>
      {filters.map(({ mean, sigma }, index) => (
        <li key={index}>
          {picture(mean, strongest, ['--color-posterior', '--color-prior'])}
          {picture(sigma, widest, ['--color-epistemic', '--color-epistemic'])}
          <span>{index + 1}</span>
        </li>
      ))}
    </ul>
  );
}

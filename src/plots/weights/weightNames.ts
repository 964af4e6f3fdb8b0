import type { CostUnit } from '../../experiment/document/experiment.ts';
import type { OneDraw, ParameterBlock, WeightSummary } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';
import { costText } from '../cost/costUnits.ts';
import { formatNumber } from '../frame/format.ts';
import type { TermId } from '../frame/glossary.ts';

/** A parameter block with its display name. */
export interface NamedBlock {
  /** 'Layer 1 kernel' */
  readonly name: string;
  /** Index of its layer, from 0. */
  readonly layer: number;
  readonly offset: number;
  readonly count: number;
  readonly shape: readonly number[];
}

/** Display names of blocks; blocks whose names agree up to the slash form one layer. */
export function nameBlocks(blocks: readonly ParameterBlock[]): NamedBlock[] {
  const layers = [...new Set(blocks.map(({ name }) => layerKey(name)))];
  return blocks.map(({ name, offset, shape }) => {
    const layer = layers.indexOf(layerKey(name));
    const part = name.slice(name.lastIndexOf('/') + 1);
    return {
      name: t('Layer {number} {part}', { number: layer + 1, part: partName(part) }),
      layer,
      offset,
      shape,
      count: shape.reduce((product, length) => product * length, 1),
    };
  });
}

/** Display names of the parts of a layer, by the part after the slash. */
const partNames = {
  kernel: 'kernel',
  bias: 'bias',
} as const;

function partName(part: string): string {
  return Object.hasOwn(partNames, part) ? t(partNames[part as keyof typeof partNames]) : part;
}

function layerKey(name: string): string {
  const slash = name.lastIndexOf('/');
  return slash < 0 ? name : name.slice(0, slash);
}

/** 'Layer 1 kernel, from 1 to 8' or 'Layer 1 bias of unit 8', units from 1; kernels are row-major [fanIn, fanOut]. */
export function weightName(blocks: readonly NamedBlock[], index: number): string {
  const block = blocks.find(({ offset, count }) => index >= offset && index < offset + count);
  if (!block) return t('Weight {number}', { number: index + 1 });
  const place = index - block.offset;
  const fanOut = block.shape.at(-1) ?? 1;
  if (block.shape.length < 2) return t('{block} of unit {unit}', { block: block.name, unit: place + 1 });
  return t('{block}, from {from} to {to}', {
    block: block.name,
    from: Math.floor(place / fanOut) + 1,
    to: (place % fanOut) + 1,
  });
}

/** 'Layer 1 kernel, from 1 to 8: μ 0.32, σ 0.11, KL 1.2 nats, |μ|/σ 2.91'; no KL where the method has no q. */
export function weightReadout(
  weights: WeightSummary,
  blocks: readonly NamedBlock[],
  index: number,
  units: CostUnit,
): string {
  const mu = weights.mu[index] ?? Number.NaN;
  const sigma = weights.sigma[index] ?? Number.NaN;
  const kl = weights.kl?.[index];
  return [
    `${weightName(blocks, index)}: μ ${formatNumber(mu)}`,
    `σ ${formatNumber(sigma)}`,
    ...(kl === undefined ? [] : [`KL ${costText(kl, units)}`]),
    sigma === 0 ? t('one value') : `|μ|/σ ${formatNumber(Math.abs(mu) / sigma)}`,
  ].join(', ');
}

/** A quantity of a weight: symbol, value and explanation. */
export interface WeightFact {
  /** Its symbol, and the entry of the glossary for it. */
  readonly term: string;
  readonly glossary: TermId;
  readonly title: string;
  readonly value: string;
}

/** Quantities of one weight: of q, its cost, and its drawn value. */
export function weightFacts(
  weights: WeightSummary,
  index: number,
  draw: Pick<OneDraw, 'epsilon' | 'weights'> | null,
  units: CostUnit,
): readonly WeightFact[] {
  const mu = weights.mu[index] ?? Number.NaN;
  const sigma = weights.sigma[index] ?? Number.NaN;
  const kl = weights.kl?.[index];
  return [
    {
      term: 'μ',
      glossary: 'mu',
      title: t(weights.kl ? 'mean of q' : 'mean over the draws'),
      value: formatNumber(mu),
    },
    {
      term: 'σ',
      glossary: 'sigma',
      title: t(weights.kl ? 'standard deviation of q' : 'standard deviation over the draws'),
      value: formatNumber(sigma),
    },
    ...(kl === undefined
      ? []
      : [
          {
            term: 'KL',
            glossary: 'kl' as const,
            title: t('KL[q(w) ‖ p(w)] of this weight: what it costs to leave the prior'),
            value: costText(kl, units),
          },
        ]),
    ...(sigma > 0
      ? [
          {
            term: '|μ|/σ',
            glossary: 'signal-to-noise' as const,
            title: t('signal to noise'),
            value: formatNumber(Math.abs(mu) / sigma),
          },
        ]
      : []),
    ...(draw
      ? [
          {
            term: 'ε',
            glossary: 'epsilon' as const,
            title: t('the noise of this draw'),
            value: formatNumber(draw.epsilon[index] ?? Number.NaN),
          },
          {
            term: 'w',
            glossary: 'draw' as const,
            title: 'μ + σε',
            value: formatNumber(draw.weights[index] ?? Number.NaN),
          },
        ]
      : []),
  ];
}

/** Whether a weight is finite and so can be drawn, as a curve or, if σ is 0, as a spike. */
export function isDrawable(weights: WeightSummary, index: number): boolean {
  return (
    Number.isFinite(weights.mu[index]) &&
    Number.isFinite(weights.sigma[index]) &&
    (weights.sigma[index] as number) >= 0
  );
}

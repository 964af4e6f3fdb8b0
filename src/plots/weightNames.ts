import type { ParameterBlock, WeightSummary } from '../experiment/snapshot.ts';
import { formatNumber } from './format.ts';

/** A block of weights as a person reads it. */
export interface NamedBlock {
  /** 'Layer 1 kernel' */
  readonly name: string;
  /** Index of the layer it belongs to, from 0. */
  readonly layer: number;
  readonly offset: number;
  readonly count: number;
  readonly shape: readonly number[];
}

/** Blocks with friendly names; those that share what stands before the slash of their name are one layer. */
export function nameBlocks(blocks: readonly ParameterBlock[]): NamedBlock[] {
  const layers = [...new Set(blocks.map(({ name }) => layerKey(name)))];
  return blocks.map(({ name, offset, shape }) => {
    const layer = layers.indexOf(layerKey(name));
    const part = name.slice(name.lastIndexOf('/') + 1);
    return {
      name: `Layer ${layer + 1} ${part}`,
      layer,
      offset,
      shape,
      count: shape.reduce((product, length) => product * length, 1),
    };
  });
}

function layerKey(name: string): string {
  const slash = name.lastIndexOf('/');
  return slash < 0 ? name : name.slice(0, slash);
}

/** 'Layer 1 kernel, from 1 to 8' or 'Layer 1 bias of unit 8', units from 1; kernels are row-major [fanIn, fanOut]. */
export function weightName(blocks: readonly NamedBlock[], index: number): string {
  const block = blocks.find(({ offset, count }) => index >= offset && index < offset + count);
  if (!block) return `Weight ${index + 1}`;
  const place = index - block.offset;
  const fanOut = block.shape.at(-1) ?? 1;
  if (block.shape.length < 2) return `${block.name} of unit ${place + 1}`;
  return `${block.name}, from ${Math.floor(place / fanOut) + 1} to ${(place % fanOut) + 1}`;
}

/** 'Layer 1 kernel, from 1 to 8: μ 0.32, σ 0.11, KL 1.2 nats, |μ|/σ 2.91'; no KL where there is no q. */
export function weightReadout(weights: WeightSummary, blocks: readonly NamedBlock[], index: number): string {
  const mu = weights.mu[index] ?? Number.NaN;
  const sigma = weights.sigma[index] ?? Number.NaN;
  const kl = weights.kl?.[index];
  const cost = kl === undefined ? '' : `, KL ${formatNumber(kl)} nats`;
  const signal = sigma === 0 ? ', one value' : `, |μ|/σ ${formatNumber(Math.abs(mu) / sigma)}`;
  return `${weightName(blocks, index)}: μ ${formatNumber(mu)}, σ ${formatNumber(sigma)}${cost}${signal}`;
}

/** Whether a weight can be drawn: as a bell, or as a spike where σ is 0 and it has one value only. */
export function isDrawable(weights: WeightSummary, index: number): boolean {
  return (
    Number.isFinite(weights.mu[index]) &&
    Number.isFinite(weights.sigma[index]) &&
    (weights.sigma[index] as number) >= 0
  );
}

import type { EngineCapabilities } from '../experiment/engine/engineCapabilities.ts';
import { likelihoods } from '../model/likelihoods/index.ts';
import type { MethodKind } from '../model/methods/index.ts';
import { activations, cells, networks } from '../model/networks/index.ts';
import { optimizers } from '../model/optimizers/index.ts';
import { type PriorKind, priors } from '../model/priors/index.ts';
import { likelihoodSamples } from './estimators.ts';
import { methodSteps } from './methods/index.ts';

const keysOf = <Kind extends string>(table: Readonly<Record<Kind, unknown>>): readonly Kind[] =>
  Object.keys(table) as Kind[];

/** What the reference implements: every entry of the registries, whose functions it calls, and of its own complete tables. */
export const referenceCapabilities: EngineCapabilities = {
  methods: keysOf(methodSteps),
  estimators: keysOf(likelihoodSamples),
  optimizers: keysOf(optimizers),
  likelihoods: keysOf(likelihoods),
  priors: keysOf(priors),
  closedFormPriors: keysOf<PriorKind>(priors).filter((kind) => priors[kind].divergence !== null),
  activations: keysOf(activations),
  networks: keysOf(networks),
  cells: keysOf(cells),
  sharpening: true,
};

/**
 * Methods whose step is one optimiser step along freeEnergyGradient. Only theirs can be taken apart by nextStep, and only
 * their gradient has the variance that gradientVariance measures.
 */
export const freeEnergyMethods: readonly MethodKind[] = ['bayes-by-backprop'];

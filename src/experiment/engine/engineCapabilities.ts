import type { EstimatorKind } from '../../model/estimators/index.ts';
import type { LikelihoodKind } from '../../model/likelihoods/index.ts';
import { type MethodKind, methods } from '../../model/methods/index.ts';
import type { ActivationKind, CellKind, NetworkKind } from '../../model/networks/index.ts';
import type { OptimizerKind } from '../../model/optimizers/index.ts';
import type { PriorKind } from '../../model/priors/index.ts';
import type { Experiment } from '../document/experiment.ts';
import { sharpeningSigma } from '../problem/sharpening.ts';

/**
 * What an engine implements, by the keys of the registries. A registry entry that an engine does not list is not supported
 * by it: such an experiment trains in another engine.
 */
export interface EngineCapabilities {
  readonly methods: readonly MethodKind[];
  readonly estimators: readonly EstimatorKind[];
  readonly optimizers: readonly OptimizerKind[];
  readonly likelihoods: readonly LikelihoodKind[];
  readonly priors: readonly PriorKind[];
  /** Priors p whose KL[q(w) ‖ p(w)] it computes in closed form, for `inference.kl` = analytic. */
  readonly closedFormPriors: readonly PriorKind[];
  readonly activations: readonly ActivationKind[];
  readonly networks: readonly NetworkKind[];
  /** Cells of recurrent networks. */
  readonly cells: readonly CellKind[];
  /** Whether it sharpens the posterior for every minibatch. */
  readonly sharpening: boolean;
}

/** The keys of one of an engine's lists. The table that implements them is typed by it: neither more nor fewer entries. */
export type Listed<
  Capabilities extends EngineCapabilities,
  List extends Exclude<keyof EngineCapabilities, 'sharpening'>,
> = Capabilities[List][number];

/** Whether an engine implements everything that an experiment uses; settings that its method ignores do not count. */
export function supports(capabilities: EngineCapabilities, experiment: Experiment): boolean {
  const { network, prior, likelihood, inference } = experiment;
  const lists = <Kind extends string>(list: readonly Kind[], kind: Kind): boolean => list.includes(kind);
  if (!lists(capabilities.methods, inference.method)) return false;
  const { fitsDistribution, chains } = methods[inference.method];
  const analytic = inference.kl === 'analytic';
  return (
    lists(capabilities.networks, network.kind) &&
    lists(capabilities.priors, prior.kind) &&
    lists(capabilities.likelihoods, likelihood.kind) &&
    (network.kind === 'recurrent'
      ? lists(capabilities.cells, network.cell)
      : lists(capabilities.activations, network.activation)) &&
    (chains || lists(capabilities.optimizers, inference.optimizer.kind)) &&
    (!fitsDistribution || lists(capabilities.estimators, inference.estimator)) &&
    (!fitsDistribution || !analytic || lists(capabilities.closedFormPriors, prior.kind)) &&
    (capabilities.sharpening || sharpeningSigma(experiment) === null)
  );
}

/** The entry of the table that implements one of an engine's lists. Throws for a key that is not listed. */
export function implementationOf<Entry>(table: Readonly<Record<string, Entry>>, kind: string): Entry {
  const entry = Object.hasOwn(table, kind) ? table[kind] : undefined;
  if (entry === undefined) throw new Error(`this engine does not implement it: ${kind}`);
  return entry;
}

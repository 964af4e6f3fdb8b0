import { setFields } from '../../src/experiment/document/changes.ts';
import { defaultExperiment } from '../../src/experiment/document/defaults.ts';
import type { Experiment } from '../../src/experiment/document/experiment.ts';
import { type DatasetId, datasets } from '../../src/model/datasets/index.ts';
import { type LikelihoodKind, likelihoods } from '../../src/model/likelihoods/index.ts';
import { type NetworkKind, networks } from '../../src/model/networks/index.ts';

/** Every registered data set. */
export const ids = Object.keys(datasets) as DatasetId[];

/** Every network with every likelihood for the data set's task. */
export function combinationsOf(id: DatasetId): readonly (readonly [NetworkKind, LikelihoodKind])[] {
  return (Object.keys(networks) as NetworkKind[]).flatMap((kind) =>
    (Object.keys(likelihoods) as LikelihoodKind[]).flatMap((likelihood) =>
      likelihoods[likelihood].task === datasets[id].task ? [[kind, likelihood] as const] : [],
    ),
  );
}

/**
 * Pairs of network and likelihood that are trained for 200 steps on this data set: its first one, so that every data
 * set has one, and those that no earlier data set has.
 */
export function longCombinationsOf(id: DatasetId): ReadonlySet<string> {
  const before = new Set(ids.slice(0, ids.indexOf(id)).flatMap((other) => possibleNames(other)));
  const own = possibleNames(id);
  return new Set(own.filter((name, index) => index === 0 || !before.has(name)));
}

const possibleNames = (id: DatasetId): readonly string[] =>
  combinationsOf(id).flatMap(([kind, likelihood]) =>
    combined(id, kind, likelihood) ? [`${kind} ${likelihood}`] : [],
  );

/** A small experiment with this data set, network and likelihood; null if they are incompatible. */
export function combined(
  id: DatasetId,
  kind: NetworkKind,
  likelihood: LikelihoodKind,
  sharpening = false,
): Experiment | null {
  const based = setFields(defaultExperiment(), { 'dataset.id': id });
  if ('faults' in based) throw new Error(based.faults.map(({ message }) => message).join());
  const resolved = setFields(based.experiment, {
    ...(datasets[id].generated ? { 'dataset.size': 60 } : {}),
    ...(datasets[id].kind === 'images' ? { 'dataset.testFraction': 0.8 } : {}),
    'network.kind': kind,
    'network.hidden': [kind === 'dense' ? 12 : 4],
    'network.channels': [3],
    'network.window': 4,
    'network.sharpening': sharpening,
    'likelihood.kind': likelihood,
    'inference.samples': 1,
    'inference.optimizer.learningRate': 0.05,
    'inference.batchSize': 16,
    'prediction.samples': 4,
  });
  return 'faults' in resolved ? null : resolved.experiment;
}

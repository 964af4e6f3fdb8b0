import type { Experiment } from '../experiment/document/experiment.ts';
import type { MethodKind } from '../model/methods/index.ts';
import type { NetworkKind } from '../model/networks/index.ts';

/** What can be written as a Python script; of every other registry all entries can. */
export const pythonSupport = {
  methods: ['bayes-by-backprop'],
  networks: ['dense'],
} as const satisfies { readonly methods: readonly MethodKind[]; readonly networks: readonly NetworkKind[] };

/** Whether experimentAsPython can write an experiment. */
export function canExportPython({ inference, network }: Experiment): boolean {
  const { methods, networks }: Readonly<Record<keyof typeof pythonSupport, readonly string[]>> =
    pythonSupport;
  return methods.includes(inference.method) && networks.includes(network.kind);
}

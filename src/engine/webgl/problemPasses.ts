import type { Problem } from '../../experiment/problem/problem.ts';
import { estimators } from '../../model/estimators/index.ts';
import type { Device, Program } from './device.ts';
import type { Sampling } from './passes/affine.ts';
import { backwardPass } from './passes/backward.ts';
import { complexityPass } from './passes/complexity.ts';
import { hiddenPass, lastPass } from './passes/forward.ts';
import { type GradientKind, gradientGroups, gradientPass } from './passes/gradient.ts';
import { optimizePass } from './passes/optimize.ts';
import type { PassSource } from './passes/pass.ts';
import { normPass, watchPass } from './passes/reduce.ts';
import { samplePass, variancePass } from './passes/sample.ts';
import { totalPass } from './passes/total.ts';
import { linked, startProgram, whenLinked } from './programs.ts';

/** What the programs of a problem depend on: registry keys and the number of layers, but no sizes or values. */
export function gradientKindOf({ experiment: { inference, prior }, plan }: Problem): GradientKind {
  return {
    sampling: samplingOf(inference.estimator),
    sampledComplexity: inference.kl === 'monte-carlo',
    prior: prior.kind,
    layers: plan.layers.length,
  };
}

function samplingOf(estimator: keyof typeof estimators): Sampling {
  return estimators[estimator].drawsWeights ? 'weights' : 'activations';
}

/** All passes of a problem except the gradient. */
function passesOf(problem: Problem) {
  const { network, likelihood, inference, prior } = problem.experiment;
  const kind = gradientKindOf(problem);
  const { sampling } = kind;
  const exact = kind.sampledComplexity ? null : prior.kind;
  return {
    draw: sampling === 'weights' ? samplePass : variancePass,
    hidden: hiddenPass(sampling, network.activation),
    last: lastPass(sampling, likelihood.kind),
    backward: backwardPass(sampling),
    optimize: optimizePass(inference.optimizer.kind, exact),
    watch: watchPass,
    total: totalPass(exact),
    norm: normPass,
    complexity: complexityPass(prior.kind, exact !== null),
    predictedDraw: samplePass,
    predictedHidden: hiddenPass('weights', network.activation),
    predictedLast: hiddenPass('weights', 'linear'),
  } as const satisfies Record<string, PassSource>;
}

type Name = keyof ReturnType<typeof passesOf>;

/** The programs of a problem. The gradient is one program, or several in deep networks. */
export type Programs = Readonly<Record<Name, Program>> & { readonly gradients: readonly Program[] };

function startPrograms(device: Device, problem: Problem): Programs {
  const passes = passesOf(problem);
  const kind = gradientKindOf(problem);
  const gradients = gradientGroups(kind).map((group) => startProgram(device, gradientPass(kind, group)));
  const started = Object.entries(passes).map(([name, pass]) => [name, startProgram(device, pass)]);
  return { ...(Object.fromEntries(started) as Record<Name, Program>), gradients };
}

const listed = ({ gradients, ...others }: Programs): Program[] => [...Object.values(others), ...gradients];

/** Acquires the programs for an engine; blocks until all are compiled. Call releasePrograms when the engine is disposed of. */
export function holdPrograms(device: Device, problem: Problem): Programs {
  const programs = startPrograms(device, problem);
  for (const program of listed(programs)) linked(device, program).users++;
  return programs;
}

/** Releases the programs of an engine; they stay compiled for later ones. */
export function releasePrograms(programs: Programs): void {
  for (const program of listed(programs)) program.users--;
}

/** Compiles all programs of a problem without blocking the thread. */
export async function compilePrograms(device: Device, problem: Problem): Promise<void> {
  await whenLinked(device, listed(startPrograms(device, problem)));
}

import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Experiment } from '../../../src/experiment/document/experiment.ts';
import { initialState } from '../../../src/experiment/engine/state.ts';
import { prepareProblem } from '../../../src/experiment/pictures/prepareProblem.ts';
import { adamConstants } from '../../../src/model/optimizers/index.ts';

const script = fileURLToPath(new URL('./steps.py', import.meta.url));

/** One thread, like the engines compared with it. */
const environment = {
  ...process.env,
  OMP_NUM_THREADS: '1',
  MKL_NUM_THREADS: '1',
  PYTHONDONTWRITEBYTECODE: '1',
};

/** How PyTorch handles the samples: batched, or one after the other. */
export type TorchStyle = 'batched' | 'loop';

/** A Python process that answers one request at a time; steps.py defines the requests. */
export interface Torch {
  readonly ask: (question: object) => Promise<{ readonly seconds: number } & Record<string, unknown>>;
  readonly close: () => void;
}

export function startTorch(python: string): Torch {
  const child: ChildProcess = spawn(python, [script], {
    env: environment,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting: { resolve: (line: string) => void; reject: (error: Error) => void }[] = [];
  createInterface({ input: child.stdout! }).on('line', (line) => waiting.shift()?.resolve(line));
  child.on('close', () => {
    for (const { reject } of waiting.splice(0)) reject(new Error('Python has ended'));
  });
  return {
    ask: async (question) => {
      if (child.exitCode !== null) throw new Error('Python has ended');
      const answered = new Promise<string>((resolve, reject) => waiting.push({ resolve, reject }));
      child.stdin!.write(`${JSON.stringify(question)}\n`);
      return JSON.parse(await answered);
    },
    close: () => child.stdin!.end(),
  };
}

/** An experiment and its initial state in the form that steps.py reads. */
export function torchProblem(experiment: Experiment, style: TorchStyle) {
  const problem = prepareProblem(experiment);
  const { parameters } = initialState(problem);
  const { plan, inputCount } = problem;
  const count = plan.parameterCount;
  const { estimator, samples, kl, optimizer } = experiment.inference;
  return {
    style,
    samples,
    estimator,
    kl,
    prior: experiment.prior,
    likelihood: experiment.likelihood.kind,
    learnNoise: experiment.likelihood.learn,
    layers: plan.layers.map(({ fanIn, fanOut, kernelOffset, biasOffset }) => [
      fanIn,
      fanOut,
      kernelOffset,
      biasOffset,
    ]),
    inputCount,
    inputs: Array.from(problem.inputs),
    targets: Array.from(problem.targets),
    mu: Array.from(parameters.subarray(0, count)),
    rho: Array.from(parameters.subarray(count, 2 * count)),
    logNoise: parameters[2 * count]!,
    learningRate: optimizer.learningRate,
    epsilon: adamConstants.epsilon,
  };
}

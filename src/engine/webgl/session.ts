import type { StepCosts, TrainingState } from '../../experiment/engine/engine.ts';
import { rowLength } from '../../experiment/engine/state.ts';
import type { Problem } from '../../experiment/problem/problem.ts';
import type { Device } from './device.ts';
import { beginDraws, endDraws } from './draw.ts';
import { finishDownload, startDownload } from './fences.ts';
import { packVector, unpackVector } from './packing.ts';
import { holdPrograms, releasePrograms } from './problemPasses.ts';
import { createSteps, type StepOptions } from './step.ts';
import { createTarget, deleteTarget, fillTexture, type Target } from './textures.ts';
import { createWorkspace } from './workspace.ts';

/** The vectors of a TrainingState. */
export type Vectors = Omit<TrainingState, 'step' | 'chains'>;

/** A problem on the graphics card: programs, textures and the operations on them. */
export type Session = ReturnType<typeof createSession>;

export function createSession(device: Device, problem: Problem) {
  const programs = holdPrograms(device, problem);
  let opened: ReturnType<typeof createWorkspace>;
  try {
    opened = createWorkspace(device, problem);
  } catch (error) {
    releasePrograms(programs);
    throw error;
  }
  const workspace = opened;
  const { packing, states, total } = workspace;
  const steps = createSteps(device, problem, programs, workspace);

  /** Runs draws with the context set up for them. */
  const inDraws = (work: () => void): void => {
    beginDraws(device);
    work();
    endDraws(device);
  };

  const load = (state: Target, { parameters, firstMoment, secondMoment }: Vectors): void => {
    if (parameters.length !== rowLength(problem))
      throw new Error(`invalid state; must have ${rowLength(problem)} parameters: ${parameters.length}`);
    [parameters, firstMoment, secondMoment].forEach((vector, i) =>
      fillTexture(device, state.textures[i]!, packVector(packing, vector)),
    );
  };

  const downloadOutput = async (
    { framebuffer, width, height }: Target,
    index: number,
  ): Promise<Float32Array> =>
    finishDownload(device, startDownload(device, framebuffer, index, width, height));

  const save = async (state: Target): Promise<Vectors> => {
    const [parameters, firstMoment, secondMoment] = await Promise.all(
      [0, 1, 2].map(async (index) => unpackVector(packing, await downloadOutput(state, index))),
    );
    return { parameters: parameters!, firstMoment: firstMoment!, secondMoment: secondMoment! };
  };

  /** Costs in nats and gradient [d/dμ | d/dρ | d/d log noise] of one step. */
  const evaluate = async (
    state: Target,
    step: number,
  ): Promise<{ readonly costs: StepCosts; readonly gradient: Float64Array }> => {
    const complexityTarget = createTarget(device, packing.width, steps.complexityBands * packing.rows, 1);
    try {
      inDraws(() => {
        steps.sumGradients(state, steps.evaluate(state, step));
        steps.complexity(state, step, complexityTarget);
      });
      const [gradient, complexity] = await Promise.all([
        downloadOutput(total, 0),
        downloadOutput(complexityTarget, 0),
      ]);
      const sum = complexity.reduce((cost, part) => cost + part, 0);
      return {
        costs: {
          complexityCost: sum / steps.complexityBands,
          likelihoodCost: gradient[4 * packing.texels + 1]!,
        },
        gradient: unpackVector(packing, gradient),
      };
    } finally {
      deleteTarget(device, complexityTarget);
    }
  };

  return {
    problem,
    programs,
    packing,
    states,
    places: workspace.places,
    load,
    save,
    evaluate,
    inDraws,
    /** Takes step `step` = 0, 1, … from one state to another. Call inside inDraws. */
    takeStep: (from: Target, to: Target, step: number, options: StepOptions): void =>
      steps.take(from, to, step, options),
    /** Starts the download of a state's reduced watch. */
    watch: (state: Target) => {
      inDraws(() => steps.watch(state));
      const { framebuffer, width } = workspace.watched;
      return startDownload(device, framebuffer, 0, width, 1);
    },
    dispose: (): void => {
      workspace.dispose();
      releasePrograms(programs);
    },
  };
}

import { guards } from '../../experiment/engine/engine.ts';
import { implementationOf } from '../../experiment/engine/engineCapabilities.ts';
import { clampedLogNoise } from '../../experiment/engine/state.ts';
import type { Problem } from '../../experiment/problem/problem.ts';
import { streams } from '../../math/random.ts';
import type { LoadedBatch } from './batches.ts';
import type { Device, UniformValue } from './device.ts';
import { draw, type Uniforms } from './draw.ts';
import { type GlslOptimizer, glslOptimizers } from './glsl/optimizers.ts';
import { type GlslPrior, glslPriors } from './glsl/priors.ts';
import type { PackedLayer } from './packing.ts';
import { gradientGroups } from './passes/gradient.ts';
import { gradientKindOf, type Programs } from './problemPasses.ts';
import type { Target, Texture } from './textures.ts';
import type { Workspace } from './workspace.ts';

/** Options of one step. */
export interface StepOptions {
  /** Number of the step since the last check, from 1. The first step resets the watch. */
  readonly sinceCheck: number;
  /** Whether the gradient's norm is computed and clipped. */
  readonly clipGradient: boolean;
}

/** The draw calls of a step on the textures of a workspace. Call between beginDraws and endDraws. */
export function createSteps(device: Device, problem: Problem, programs: Programs, workspace: Workspace) {
  const { experiment } = problem;
  const { seed, inference } = experiment;
  const { samples } = inference;
  const { packing, batches, places, kept, drawn, gradients, slices, sliceRows, total, parts } = workspace;
  const { sampling, sampledComplexity, ...kind } = gradientKindOf(problem);
  const noisy = sampling === 'activations';
  const last = packing.layers.length - 1;
  const grid = [packing.shift, packing.rows, packing.texels, packing.width - 1];
  const prior = implementationOf<GlslPrior>(glslPriors, experiment.prior.kind).numbers(experiment.prior);
  const groups = gradientGroups({ ...kind, sampling, sampledComplexity });
  const shapes = packing.layers.map(({ base, fanIn, outputQuads, inputQuads }, index) => [
    base,
    fanIn,
    outputQuads,
    index === 0 ? 0 : inputQuads,
  ]);
  const layerOf = ({ base, fanIn, fanOut, outputQuads }: PackedLayer) => [base, fanIn, fanOut, outputQuads];
  const layers = packing.layers.map(layerOf);
  const { kind: optimizer, learningRate } = inference.optimizer;
  const { rates: ratesOf } = implementationOf<GlslOptimizer>(glslOptimizers, optimizer);
  const sums = [samples * slices, experiment.likelihood.learn ? 1 : 0, 0, 0];
  const bounds = experiment.likelihood.learn
    ? guards.logNoise
    : [clampedLogNoise(problem), clampedLogNoise(problem)];
  const complexityUniforms: Uniforms = sampledComplexity ? {} : { prior };

  const inputsOf = (layer: number): Texture =>
    layer === 0 ? batches.inputs : workspace.layers[layer - 1]!.forward.textures[0]!;
  /** ∂cost/∂b of a layer and, with noise on the activations, ∂cost/∂variance. */
  const deltasOf = (layer: number): readonly Texture[] => {
    const { forward, backward } = workspace.layers[layer]!;
    const { textures } = backward ?? forward;
    if (!noisy) return [textures[0]!];
    return [textures[0]!, textures[backward ? 1 : 2]!];
  };
  const weightsFrom = (state: Target): readonly Texture[] =>
    noisy ? [state.textures[0]!, drawn.textures[0]!] : [drawn.textures[0]!];
  const noiseOf = (stream: number, step: number): UniformValue => [0, step, stream, seed];

  const forward = (state: Target, step: number, { first, rows }: LoadedBatch): void => {
    packing.layers.forEach((_layer, index) => {
      const target = workspace.layers[index]!.forward;
      const uniforms: Record<string, UniformValue> = {
        grid,
        layer: layers[index]!,
        source: [shapes[index]![3]!, index === 0 ? first : 0, first, 0],
      };
      if (noisy) uniforms.noise = noiseOf(streams.activations + index, step);
      const read = [inputsOf(index), ...weightsFrom(state)];
      if (index < last) return draw(device, programs.hidden, target, read, uniforms, target.width, rows);
      const more = noisy ? [batches.targets] : [state.textures[0]!, batches.targets];
      uniforms.share = 1 / samples;
      draw(device, programs.last, target, [...read, ...more], uniforms, target.width, rows);
    });
  };

  const backward = (state: Target, { rows }: LoadedBatch): void => {
    for (let index = last; index > 0; index--) {
      const [activations, slopes, varianceSlopes] = workspace.layers[index - 1]!.forward.textures;
      const target = workspace.layers[index - 1]!.backward!;
      const read = [...deltasOf(index), ...weightsFrom(state), slopes!];
      if (noisy) read.push(activations!, varianceSlopes!);
      const source = [packing.layers[index]!.inputQuads, 0, 0, 0];
      draw(
        device,
        programs.backward,
        target,
        read,
        { grid, layer: layers[index]!, source },
        target.width,
        rows,
      );
    }
  };

  /** The gradients by μ and σ of each sample and slice. */
  const computeGradients = (state: Target, step: number, { first, rows, klFactor }: LoadedBatch): void => {
    const scores = workspace.layers[last]!.forward.textures[1]!;
    const uniforms: Record<string, UniformValue> = {
      grid,
      batch: [rows, slices, sliceRows, first],
      outputQuads: packing.layers[last]!.outputQuads,
    };
    if (!noisy || sampledComplexity) uniforms.noise = noiseOf(streams.weights, step);
    if (sampledComplexity) Object.assign(uniforms, { prior, klShare: klFactor / samples });
    const shared = [places, scores];
    if (noisy) shared.push(state.textures[0]!);
    else if (sampledComplexity) shared.push(drawn.textures[0]!);
    groups.forEach((group, i) => {
      const read = [...shared, ...group.flatMap((layer) => [inputsOf(layer), ...deltasOf(layer)])];
      const own = Object.fromEntries(group.map((layer) => [`shapes${layer}`, shapes[layer]!]));
      draw(device, programs.gradients[i]!, gradients, read, { ...uniforms, ...own });
    });
  };

  /** The forward and backward passes and the gradients of each sample, at the parameters of a state. */
  const evaluate = (state: Target, step: number): LoadedBatch => {
    const batch = batches.load(step);
    if (noisy) draw(device, programs.draw, drawn, [state.textures[0]!, kept], { grid });
    else
      draw(device, programs.draw, drawn, [state.textures[0]!, places, kept], {
        grid,
        noise: noiseOf(streams.weights, step),
      });
    if (batch.rows > 0) {
      forward(state, step, batch);
      backward(state, batch);
    }
    computeGradients(state, step, batch);
    return batch;
  };

  const totalInputs = (state: Target) => [state.textures[0]!, places, ...gradients.textures];

  /** Sums the gradients of the batch that `evaluate` returned. */
  const sumGradients = (state: Target, { klFactor }: LoadedBatch): void =>
    draw(device, programs.total, total, totalInputs(state), { grid, sums, klFactor, ...complexityUniforms });

  /** Takes one step from one state to another. step counts from 0. */
  const take = (from: Target, to: Target, step: number, { sinceCheck, clipGradient }: StepOptions): void => {
    const batch = evaluate(from, step);
    if (clipGradient) {
      sumGradients(from, batch);
      draw(device, programs.norm, parts, total.textures, { grid });
    }
    const [, ...carried] = from.textures;
    draw(device, programs.optimize, to, [...totalInputs(from), ...carried, parts.textures[0]!], {
      grid,
      sums,
      klFactor: batch.klFactor,
      rates: ratesOf(learningRate, step + 1),
      bounds,
      options: [sinceCheck, clipGradient ? 1 : 0, 0, 0],
      ...complexityUniforms,
    });
  };

  /** Reduces the watch of a state. */
  const watch = (state: Target): void =>
    draw(device, programs.watch, workspace.watched, [state.textures[3]!], { grid });

  /** Writes the complexity cost of every weight to `target`, which has `complexityBands` bands. */
  const complexity = (state: Target, step: number, target: Target): void =>
    draw(
      device,
      programs.complexity,
      target,
      [state.textures[0]!, places],
      sampledComplexity ? { grid, prior, noise: noiseOf(streams.weights, step) } : { grid, prior },
    );

  return {
    evaluate,
    sumGradients,
    take,
    watch,
    complexity,
    complexityBands: sampledComplexity ? samples : 1,
  };
}

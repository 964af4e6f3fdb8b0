import type { Problem } from '../experiment/problem/problem.ts';
import { dataSection, headSection } from './pythonData.ts';
import { joinBlocks } from './pythonLayout.ts';
import { likelihoodSection } from './pythonLikelihood.ts';
import { mainSection } from './pythonMain.ts';
import { networkSection } from './pythonNetwork.ts';
import { objectiveSection, posteriorSection } from './pythonObjective.ts';
import { predictionSection } from './pythonPrediction.ts';
import { priorSection } from './pythonPrior.ts';
import { trainingSection } from './pythonTraining.ts';

/** Sections of the script in order. */
const sections: readonly ((problem: Problem) => string)[] = [
  headSection,
  dataSection,
  networkSection,
  priorSection,
  likelihoodSection,
  posteriorSection,
  objectiveSection,
  trainingSection,
  predictionSection,
  mainSection,
];

/**
 * Exports an experiment as one commented PyTorch script (torch ≥ 1.13, Python ≥ 3.9) with its data and only the code
 * that it needs. Distributions, objective and guards are those of the playground; random numbers are torch's. Throws
 * for methods and networks other than Bayes by Backprop on dense layers.
 */
export function experimentAsPython(problem: Problem): string {
  const method: string = problem.experiment.inference.method;
  const kind: string = problem.experiment.network.kind;
  if (method !== 'bayes-by-backprop')
    throw new Error(`invalid inference.method; only bayes-by-backprop is exported to Python: ${method}`);
  if (kind !== 'dense') throw new Error(`invalid network.kind; only dense is exported to Python: ${kind}`);
  return `${joinBlocks(sections.map((section) => section(problem)))}\n`;
}

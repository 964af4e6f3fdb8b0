import type { Problem } from '../experiment/problem/problem.ts';
import { dataSection, headSection } from './pythonData.ts';
import { joinBlocks } from './pythonLayout.ts';
import { likelihoodSection } from './pythonLikelihood.ts';
import { mainSection } from './pythonMain.ts';
import { networkSection } from './pythonNetwork.ts';
import { objectiveSection, posteriorSection } from './pythonObjective.ts';
import { predictionSection } from './pythonPrediction.ts';
import { priorSection } from './pythonPrior.ts';
import { pythonSupport } from './pythonSupport.ts';
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
 * One runnable, commented PyTorch script (torch 1.13 or newer, Python 3.9 or newer) of an experiment, with its data
 * inside and nothing that it does not use. The same distributions, objective and guards as in the playground; torch's own
 * random numbers. Throws for methods and networks that pythonSupport does not list.
 */
export function experimentAsPython(problem: Problem): string {
  const { methods, networks } = pythonSupport;
  const { inference, network } = problem.experiment;
  refuseUnlisted('inference.method', methods, inference.method);
  refuseUnlisted('network.kind', networks, network.kind);
  return `${joinBlocks(sections.map((section) => section(problem)))}\n`;
}

function refuseUnlisted(field: string, list: readonly string[], value: string): void {
  if (!list.includes(value))
    throw new Error(`invalid ${field}; only ${list.join(', ')} is exported to Python: ${value}`);
}

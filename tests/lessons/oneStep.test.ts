import { describe, expect, it } from 'vitest';
import { decodeLink } from '../../src/experiment/link/link.ts';
import { chapters } from '../../src/lessons/chapters.ts';
import {
  advanced,
  curveAt,
  curveInputs,
  firstState,
  learningRate,
  oneStepLink,
  oneStepProblem,
  stepInParts,
  weightNames,
} from '../../src/lessons/exhibits/oneStep/oneStep.ts';

const state = advanced(firstState(), 40);
const { weights, draw, after, likelihoodCost, complexityCost } = stepInParts(state);

/** The network of the exhibit by hand, on standardised numbers: v₁ tanh(u₁x + b₁) + v₂ tanh(u₂x + b₂) + c. */
function output([u1, u2, b1, b2, v1, v2, c]: readonly number[], x: number): number {
  return v1! * Math.tanh(u1! * x + b1!) + v2! * Math.tanh(u2! * x + b2!) + c!;
}

/** −log p(D|w) by hand. */
function misfit(w: readonly number[]): number {
  const { inputs, targets, noiseSigma } = oneStepProblem;
  return Array.from(targets).reduce((sum, target, i) => {
    const z = (target - output(w, inputs[i]!)) / noiseSigma;
    return sum + 0.5 * z * z + Math.log(noiseSigma) + 0.5 * Math.log(2 * Math.PI);
  }, 0);
}

describe('one step of Bayes by Backprop on seven weights', () => {
  it('is the run that the link of its chapter opens, without a notice', () => {
    expect(decodeLink(oneStepLink).notices).toEqual([]);
    expect(weights).toHaveLength(weightNames.length);
    expect(chapters['bayes-by-backprop'].link.startsWith(oneStepLink)).toBe(true);
  });

  it('has the costs of a hand-written network at this draw', () => {
    expect(likelihoodCost).toBeCloseTo(misfit([...draw]), 9);
    const byHand = weights.reduce(
      (sum, { w, sigma, epsilon }) => sum - Math.log(sigma) - 0.5 * epsilon ** 2 + 0.5 * w ** 2,
      0,
    );
    expect(complexityCost).toBeCloseTo(byHand, 9);
  });

  it('has the gradients of that network, plus w for a standard normal prior', () => {
    const h = 1e-6;
    weights.forEach(({ w, dataSlope, priorSlope }, i) => {
      const moved = (by: number) => misfit([...draw].map((value, j) => value + (i === j ? by : 0)));
      expect(dataSlope).toBeCloseTo((moved(h) - moved(-h)) / (2 * h), 4);
      expect(priorSlope).toBeCloseTo(w, 12);
    });
  });

  it('changes every weight by the equations on the screen', () => {
    for (const weight of weights) {
      const { mu, rho, sigma, epsilon, w, dataSlope, priorSlope, sigmaSlope, gradientMu, gradientRho } =
        weight;
      expect(sigma).toBeCloseTo(Math.log(1 + Math.exp(rho)), 12);
      expect(w).toBeCloseTo(mu + sigma * epsilon, 12);
      expect(gradientMu).toBeCloseTo(dataSlope + priorSlope, 12);
      expect(sigmaSlope).toBeCloseTo(1 / (1 + Math.exp(-rho)), 12);
      expect(gradientRho).toBeCloseTo((gradientMu * epsilon - 1 / sigma) * sigmaSlope, 10);
      expect(weight.muAfter).toBeCloseTo(mu - learningRate * gradientMu, 12);
      expect(weight.rhoAfter).toBeCloseTo(rho - learningRate * gradientRho, 12);
    }
    expect(after.step).toBe(state.step + 1);
    expect(advanced(state, 1)).toEqual(after);
  });

  it('draws the function of that network, and learns', () => {
    const { xScalers, yScaler } = oneStepProblem;
    const x = (curveInputs[10]! - xScalers[0]!.mean) / xScalers[0]!.scale;
    expect(curveAt(draw)[10]).toBeCloseTo(yScaler.mean + yScaler.scale * output([...draw], x), 9);
    const cost = (steps: number) => {
      const at = advanced(firstState(), steps);
      return [...Array(100).keys()].reduce((sum, k) => {
        const parts = stepInParts({ ...at, step: 1e6 + k });
        return sum + parts.complexityCost + parts.likelihoodCost;
      }, 0);
    };
    expect(cost(500)).toBeLessThan(0.5 * cost(0));
  });
});

import { implementationOf, type Listed } from '../../../experiment/engine/engineCapabilities.ts';
import { LOG_TWO_PI } from '../../../math/special.ts';
import type { PriorKind, PriorParameters } from '../../../model/priors/index.ts';
import type { webglCapabilities } from '../capabilities.ts';
import { float } from './literals.ts';

/** A prior over weights of scale 1; formulas as in src/model/priors. Its GLSL reads `numbers` as `uniform vec4 prior`. */
export interface GlslPrior {
  readonly numbers: (parameters: PriorParameters) => readonly [number, number, number, number];
  /** Defines priorCost, −log p(w), and priorSlope, its derivative. */
  readonly density: string;
  /** Body of divergence(mu, sigma, kl, byMu, bySigma): KL[N(mu, sigma²) ‖ p] and its derivatives; null: no closed form. */
  readonly divergence: string | null;
}

/** The priors by their public keys. */
export const glslPriors = {
  gaussian: {
    numbers: ({ sigma }) => [Math.log(sigma), 1 / sigma ** 2, 0, 0],
    density: `
      vec4 priorCost(vec4 w) { return 0.5 * w * w * prior.y + prior.x + ${float(0.5 * LOG_TWO_PI)}; }
      vec4 priorSlope(vec4 w) { return w * prior.y; }`,
    divergence: `
      kl = prior.x - log(sigma) + 0.5 * (sigma * sigma + mu * mu) * prior.y - 0.5;
      byMu = mu * prior.y;
      bySigma = sigma * prior.y - 1.0 / sigma;`,
  },
  // Uses the log-odds of the wide component, which do not underflow: at w = 40 the gradient is still w/σ₁².
  'scale-mixture': {
    numbers: ({ pi, sigma1, sigma2 }) => [
      Math.log(pi) - Math.log(sigma1),
      Math.log1p(-pi) - Math.log(sigma2),
      1 / sigma1 ** 2,
      1 / sigma2 ** 2,
    ],
    density: `
      vec4 wideOdds(vec4 w) { return prior.x - prior.y + 0.5 * w * w * (prior.w - prior.z); }
      vec4 priorCost(vec4 w) {
        vec4 wide = prior.x - 0.5 * w * w * prior.z, narrow = prior.y - 0.5 * w * w * prior.w;
        return ${float(0.5 * LOG_TWO_PI)} - max(wide, narrow) - logOnePlus(exp(-abs(wideOdds(w))));
      }
      vec4 priorSlope(vec4 w) {
        vec4 odds = wideOdds(w);
        return w * (logistic(odds) * prior.z + logistic(-odds) * prior.w);
      }`,
    divergence: null,
  },
  laplace: {
    numbers: ({ scale }) => [1 / scale, Math.log(2 * scale), 0, 0],
    density: `
      vec4 priorCost(vec4 w) { return abs(w) * prior.x + prior.y; }
      vec4 priorSlope(vec4 w) { return sign(w) * prior.x; }`,
    divergence: `
      vec4 z = mu / sigma * ${float(Math.SQRT1_2)};
      vec4 density = ${float(Math.sqrt(2 / Math.PI))} * exp(-z * z), balance = errorFunction(z);
      kl = prior.y - log(sigma) - ${float(0.5 * (LOG_TWO_PI + 1))} + (sigma * density + mu * balance) * prior.x;
      byMu = balance * prior.x;
      bySigma = density * prior.x - 1.0 / sigma;`,
  },
} as const satisfies Record<Listed<typeof webglCapabilities, 'priors'>, GlslPrior>;

/** The GLSL functions of a prior: `divergence` if exact, else the density. Needs the elementary functions. */
export function priorGlsl(kind: PriorKind, exact: boolean): string {
  const { density, divergence } = implementationOf<GlslPrior>(glslPriors, kind);
  if (!exact) return `${density}\n`;
  if (!divergence) throw new Error(`invalid inference.kl; the ${kind} prior has no closed form: analytic`);
  return `void divergence(vec4 mu, vec4 sigma, out vec4 kl, out vec4 byMu, out vec4 bySigma) { ${divergence} }\n`;
}

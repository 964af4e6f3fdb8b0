import type { SequencePredictive } from '../../../src/experiment/pictures/snapshot.ts';
import { bitsBack } from '../../../src/lessons/exhibits/bitsBack/bitsBack.ts';
import {
  functionSpread,
  pairPosteriors,
} from '../../../src/lessons/exhibits/correlatedPair/correlatedPair.ts';
import { momentsOf } from '../../../src/lessons/exhibits/oneDraw/oneDraw.ts';
import { bestEta, sharpenedCost } from '../../../src/lessons/exhibits/sharpening/sharpening.ts';
import { priors } from '../../../src/model/priors/index.ts';
import type { Claim } from '../claim.ts';
import { experimentOf, snapshotOf, trainedRun } from '../trainedRun.ts';

const chapter = (slug: string) => `lessons/chapters/{locale}/${slug}.mdx`;

const coded = { mu: 0.8, sigma: 0.2, priorSigma: 1 };

const bits: readonly Claim[] = [
  {
    file: chapter('bits-back'),
    en: 'One bit more is sent and one bit more comes back.',
    de: 'Ein Bit mehr wird gesendet, und ein Bit mehr kommt zurück.',
    how: 'Bits of the exhibit on a grid of 1/16 less those on a grid of 1/8: sent, got back, and their difference',
    values: { sent: 1, returned: 1, net: 0 },
    measure: () => {
      const [coarse, fine] = [bitsBack({ ...coded, width: 1 / 8 }), bitsBack({ ...coded, width: 1 / 16 })];
      return {
        sent: fine.sent - coarse.sent,
        returned: fine.returned - coarse.returned,
        net: fine.net - coarse.net,
      };
    },
    slack: 0.02,
    holds: ({ net }) => Math.abs(net!) < 0.02,
  },
  {
    file: chapter('bits-back'),
    en: 'at μ = 0 and σ = 1 the weight is free',
    de: 'Bei μ = 0 und σ = 1 kostet das Gewicht nichts',
    how: 'Bits of that weight: sent less got back',
    values: { net: 0 },
    measure: () => ({ net: bitsBack({ mu: 0, sigma: 1, priorSigma: 1, width: 1 / 8 }).net }),
    holds: ({ net }) => Math.abs(net!) < 1e-6,
  },
  {
    file: chapter('bits-back'),
    en: 'cells $\\sqrt{2 \\pi e}\\,\\sigma \\approx {cells}\\,\\sigma$ wide',
    de: 'Zellen der Breite $\\sqrt{2 \\pi e}\\,\\sigma \\approx {cells}\\,\\sigma$',
    how: 'Width of cells, in units of σ, at which the bits sent in the exhibit are its net price: t times 2 to the power of the bits got back',
    values: { cells: 4.13 },
    measure: () => {
      const width = 1 / 256;
      return { cells: (width * 2 ** bitsBack({ ...coded, width }).returned) / coded.sigma };
    },
  },
  {
    file: chapter('what-it-buys'),
    en: '{nats}$ nats, about {bits} bits',
    de: '{nats}$ Nat, etwa {bits} Bit',
    how: 'KL[N(0, 0.01²) ‖ N(0, 1)]',
    values: { nats: 4.1, bits: 5.9 },
    measure: () => {
      const { divergence } = priors.gaussian;
      const { kl } = divergence!(0, 0.01, { ...experimentOf('').prior, sigma: 1 });
      return { nats: kl, bits: kl / Math.LN2 };
    },
  },
];

const recurrence = { mu: 0.95, sigma: 0.03, steps: 30 } as const;

const recurrent: readonly Claim[] = [
  {
    file: chapter('recurrent'),
    en: 'New draws err in both directions and largely cancel.',
    de: 'Neue Ziehungen irren in beide Richtungen und heben sich großenteils auf.',
    how: 'Exact standard deviation of h₃₀ in the exhibit, one draw for the sequence and one for each step',
    values: { one: 0.371, each: 0.0374 },
    measure: () => ({
      one: momentsOf(recurrence, 'sequence').sigma.at(-1)!,
      each: momentsOf(recurrence, 'step').sigma.at(-1)!,
    }),
    holds: ({ one, each }) => one! > 4 * each!,
  },
  {
    file: chapter('sharpening'),
    en: 'a parabola of curvature k the best is η = σ₀² / (1 + k σ₀²): it moves the centre to the mean of the exact posterior of θ.',
    de: 'eine Parabel mit Krümmung k ist η = σ₀² / (1 + k σ₀²) das beste: Es rückt die Mitte auf den Mittelwert des exakten Posteriors von θ.',
    how: 'Gain of the exhibit at that η less the largest gain at 2,001 other η; its centre less (φ/σ₀² + k best)/(1/σ₀² + k)',
    values: { less: 0, centre: 0 },
    measure: () => {
      const weight = { phi: 0.6, best: 0, curvature: 100, sigma: 0.15 };
      const eta = bestEta(weight);
      const { gain, centre } = sharpenedCost({ ...weight, eta });
      const others = Array.from(
        { length: 2001 },
        (_, i) => sharpenedCost({ ...weight, eta: (i / 1000) * eta }).gain,
      );
      const { phi, best, curvature, sigma } = weight;
      const exact = (phi / sigma ** 2 + curvature * best) / (1 / sigma ** 2 + curvature);
      return { less: Math.max(...others) - gain, centre: centre - exact };
    },
    holds: ({ less, centre }) => less! < 1e-9 && Math.abs(centre!) < 1e-9,
  },
  {
    file: chapter('sharpening'),
    en: 'The minibatch now pays more for the shift than it gains: a loss of {loss} nats.',
    de: 'Nun zahlt der Minibatch für die Verschiebung mehr, als sie bringt: ein Verlust von {loss} Nat.',
    how: 'The gain of the exhibit as it opens, with η = 2 σ₀², and its sign reversed',
    values: { loss: 9.84 },
    measure: () => {
      const { gain } = sharpenedCost({ phi: 0.6, best: 0, curvature: 30, sigma: 0.15, eta: 2 * 0.15 ** 2 });
      return { loss: -gain };
    },
  },
  {
    file: chapter('sharpening'),
    en: 'It stays wider: sharpening moves the weights, it does not narrow them.',
    de: 'Sie bleibt breiter: Schärfen verschiebt die Gewichte, es macht sie nicht schmaler.',
    how: 'Standard deviation of the exact posterior of θ in the exhibit as it opens, (1/σ₀² + k)^(−½), and σ₀',
    values: { exact: 0.116, sharpened: 0.15 },
    measure: () => ({ exact: (1 / 0.15 ** 2 + 30) ** -0.5, sharpened: 0.15 }),
    holds: ({ exact, sharpened }) => exact! < sharpened!,
  },
];

/** Swing of the forecast of the damped oscillator's tail, and the learned noise, at a weight of the complexity cost. */
async function forecastAt(beta: number, seed: number): Promise<{ swing: number; noise: number }> {
  const changes = {
    seed,
    'inference.klWeight': beta,
    'likelihood.learn': true,
    'likelihood.noise': 0.1,
  };
  const { predictive, noiseSigma } = await snapshotOf(
    await trainedRun(experimentOf('dataset.id=damped-oscillator', changes), 1500),
  );
  const { centre } = (predictive as SequencePredictive).forecast;
  return { swing: Math.max(...centre) - Math.min(...centre), noise: noiseSigma! };
}

const overcharged: readonly Claim[] = [
  {
    file: chapter('recurrent'),
    en: 'The weights stay close to the <C.prior>prior</C.prior>, the forecast is nearly flat, and the learned noise grows to account for the rest.',
    de: 'Die Gewichte bleiben nah am <C.prior>Prior</C.prior>, die Vorhersage ist beinahe flach, und das gelernte Rauschen wächst, um den Rest zu erklären.',
    how: 'Largest less smallest mean of the forecast of the damped oscillator, and the learned noise, with β = 1 and β = 40',
    values: { swing: 0.33, flat: 0.1, noise: 0.066, largeNoise: 0.45 },
    slack: 0.1,
    seeds: [1, 2],
    long: true,
    measure: async (seed) => {
      const [right, whole] = [await forecastAt(1, seed), await forecastAt(40, seed)];
      return { swing: right.swing, flat: whole.swing, noise: right.noise, largeNoise: whole.noise };
    },
    holds: ({ swing, flat, noise, largeNoise }) => flat! < swing! / 3 && largeNoise! > 3 * noise!,
  },
];

const shipped = { observations: 3, observed: 1, noiseSigma: 0.5 } as const;
const surely = { observations: 1000, observed: 1, noiseSigma: 0.05 } as const;

const pair: readonly Claim[] = [
  {
    file: chapter('mean-field'),
    en: 'Across the ridge it is even a little too wide, by up to {percent} %',
    de: 'Quer dazu ist es sogar etwas zu breit, um bis zu {percent} %',
    how: 'Standard deviation of w₁ + w₂ under q divided by the exact one, with many precise measurements',
    values: { percent: 41 },
    measure: () => {
      const { sum } = pairPosteriors(surely);
      return { percent: 100 * (sum.q / sum.exact - 1) };
    },
  },
  {
    file: chapter('mean-field'),
    en: 'So along the ridge q is far too narrow.',
    de: 'Längs des Grats ist q also viel zu schmal.',
    how: 'Standard deviation of w₁ − w₂, exactly and under q, as the exhibit opens',
    values: { exact: 1.41, q: 0.392 },
    measure: () => pairPosteriors(shipped).difference as unknown as Record<string, number>,
    holds: ({ exact, q }) => q! < exact! / 3,
  },
  {
    file: chapter('mean-field'),
    en: 'at $x = 0$ the band of q is the wider one',
    de: 'Bei $x = 0$ ist das Band von q das breitere',
    how: 'Standard deviation of f(0), exactly and under q, as the exhibit opens',
    values: { exact: 0.283, q: 0.392 },
    measure: () => functionSpread(pairPosteriors(shipped), 0) as unknown as Record<string, number>,
    holds: ({ exact, q }) => q! > exact!,
  },
];

/** Statements of the chapters 9 to 12 that need no or little training. */
export const networkClaims: readonly Claim[] = [...bits, ...recurrent, ...overcharged, ...pair];

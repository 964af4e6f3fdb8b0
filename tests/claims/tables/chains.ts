import { compareInGap } from '../../../src/experiment/scores/gapComparison.ts';
import { datasets } from '../../../src/model/datasets/index.ts';
import type { Claim } from '../claim.ts';
import { curve, experimentOf, meanOver, median, near, snapshotOf, trainedRun } from '../trainedRun.ts';

const chapter = (slug: string) => `lessons/chapters/{locale}/${slug}.mdx`;
/** 400 warm-up transitions and 600 draws. */
const CHAIN_STEPS = 1000;
const SEEDS = [1, 2] as const;

const clusters = 'dataset.id=two-clusters&network.hidden=20';
const chains = '&inference.method=hmc&inference.samples=4';
const byQ = (seed: number) => trainedRun(experimentOf(clusters, { seed }), 3000);
const byChains = (seed: number) => trainedRun(experimentOf(clusters + chains, { seed }), CHAIN_STEPS);

/** Factor by which HMC is less sure than q in the widest gap, as the page states it. */
async function factorOf(seed: number): Promise<number> {
  const [q, exact] = [await byQ(seed), await byChains(seed)];
  const { fit: own, overlay } = compareInGap(await curve(q), await curve(exact), q.problem.points)!;
  return overlay / own;
}

/** Statements that Hamiltonian Monte Carlo decides. */
export const chainClaims: readonly Claim[] = [
  {
    file: chapter('mean-field'),
    en: 'Several times. Mean field carries the certainty of the clusters across the gap.',
    de: 'Mehrmals. Mean Field trägt die Gewissheit der Cluster durch die Lücke.',
    how: 'Epistemic standard deviation by HMC divided by that of q, mean over the gap',
    values: { factor: 6.8 },
    slack: 0.1,
    seeds: SEEDS,
    long: true,
    measure: async (seed) => ({ factor: await factorOf(seed) }),
    holds: ({ factor }) => factor! > 3,
  },
  {
    file: 'model/datasets/twoClusters.ts',
    en: 'Between two far clusters a mean-field posterior is surer than it should be.',
    how: 'The same factor',
    values: { factor: 6.8 },
    slack: 0.1,
    seeds: SEEDS,
    long: true,
    measure: async (seed) => ({ factor: await factorOf(seed) }),
    holds: ({ factor }) => factor! > 3,
  },
  {
    file: chapter('mean-field'),
    en: 'Outside the clusters both open, so it is easily overlooked.',
    de: 'Außerhalb der Cluster öffnen sich beide, und so übersieht man es leicht.',
    how: 'Epistemic standard deviation at x = 3.9 divided by that over the clusters, q and HMC',
    values: { q: 6.7, chains: 13.7 },
    slack: 0.15,
    seeds: SEEDS,
    long: true,
    measure: async (seed) => {
      const ratio = async (run: ReturnType<typeof byQ>) => {
        const c = await curve(await run);
        const over = [...c.x.keys()].filter((i) => Math.abs(Math.abs(c.x[i]!) - 1.65) < 0.35);
        return near(c, c.epistemicSigma, 3.9) / median(over.map((i) => c.epistemicSigma[i]!));
      };
      return { q: await ratio(byQ(seed)), chains: await ratio(byChains(seed)) };
    },
    holds: ({ q, chains: exact }) => Math.min(q!, exact!) > 3,
  },
  {
    file: chapter('mean-field'),
    en: 'The function that made the data, {height} high in the middle of the gap, lies outside its band too',
    de: 'Die Funktion, aus der die Daten stammen, mitten in der Lücke {height} hoch, liegt auch außerhalb seines Bandes',
    how: 'The function at x = −0.27, and the upper edge of the epistemic 90 % band of HMC there',
    values: { height: 0.8, upper: -0.56 },
    slack: 0.1,
    seeds: SEEDS,
    long: true,
    measure: async (seed) => {
      const c = await curve(await byChains(seed));
      return {
        height: datasets['two-clusters'].mean?.(-0.27) ?? Number.NaN,
        upper: near(c, c.epistemicUpper, -0.27),
      };
    },
    holds: ({ height, upper }) => upper! < height!,
  },
  {
    file: chapter('simpler-q'),
    en: 'q is far narrower than the posterior, which contains all the copies',
    de: 'q ist viel schmaler als der Posterior, der alle Kopien enthält',
    how: 'Median standard deviation of a weight under q after 4,000 steps, and of the draws of HMC',
    values: { q: 0.061, chains: 1.52 },
    slack: 0.1,
    seeds: SEEDS,
    long: true,
    measure: async (seed) => {
      const link =
        'dataset.id=cubic&network.hidden=3&network.activation=tanh&likelihood.noise=6&inference.initialSigma=0.1';
      const width = async (steps: number, method: string) =>
        median([
          ...(await snapshotOf(await trainedRun(experimentOf(link + method, { seed }), steps))).weights!
            .sigma,
        ]);
      return { q: await width(4000, ''), chains: await width(CHAIN_STEPS, chains) };
    },
    holds: ({ q, chains: exact }) => q! < exact! / 3,
  },
  {
    file: 'model/datasets/sineGap.ts',
    en: 'The band should open in the gap. With mean field it hardly does: compare with HMC.',
    how: 'Epistemic standard deviation in the gap by HMC, and over both clusters by HMC: at least twice',
    values: { gap: 0.32, clusters: 0.065 },
    slack: 0.1,
    seeds: SEEDS,
    long: true,
    measure: async (seed) => {
      const c = await curve(
        await trainedRun(experimentOf(`dataset.id=sine-gap${chains}`, { seed }), CHAIN_STEPS),
      );
      const over = (low: number, high: number) => meanOver(c, c.epistemicSigma, [low, high]);
      return { gap: over(-1.2, 1.2), clusters: (over(-4, -1.2) + over(1.2, 4)) / 2 };
    },
    holds: ({ gap, clusters: sure }) => gap! > 1.5 * sure!,
  },
];

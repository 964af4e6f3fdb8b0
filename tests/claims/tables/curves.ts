import type { CurvePredictive } from '../../../src/experiment/pictures/snapshot.ts';
import { calibrationOf } from '../../../src/experiment/scores/calibration.ts';
import { mean } from '../../../src/math/moments.ts';
import { sortedQuantile } from '../../../src/math/quantiles.ts';
import type { Claim } from '../claim.ts';
import {
  bandWidth,
  curve,
  experimentOf,
  meanOver,
  median,
  near,
  snapshotOf,
  trainedRun,
  withoutPoints,
} from '../trainedRun.ts';

const SEEDS = [1, 2, 3] as const;
/** Steps after which F of the default experiment has settled. */
const STEPS = 4000;
const chapter = (slug: string) => `lessons/chapters/{locale}/${slug}.mdx`;
const teacher = 'lessons/pages/teacher.{locale}.mdx';

/** The curve of the default experiment, with changes. */
const usual = async (seed: number, changes: Readonly<Record<string, unknown>> = {}, steps = STEPS) =>
  await curve(await trainedRun(experimentOf('', { seed, ...changes }), steps));

/** The curve after clearing the points of the default experiment that `keep` refuses. */
const cleared = async (seed: number, keep: (x: number) => boolean) =>
  await curve(await trainedRun(withoutPoints(experimentOf('', { seed }), keep), STEPS));

/** The inputs of the data of the default experiment. */
const inside = [0, 0.5] as const;

const worksheet: readonly Claim[] = [
  {
    file: teacher,
    en: '4. Wide outside the data, narrow inside.',
    de: '4. Breit außerhalb der Daten, schmal darin.',
    how: 'Width of the epistemic 90 % band at the left and the right edge of the plot, divided by its median over the data: at least 8',
    values: { left: 12, right: 32 },
    slack: 0.1,
    seeds: SEEDS,
    measure: async (seed) => {
      const c = await usual(seed);
      const width = bandWidth(c);
      const over = median(width.filter((_, i) => c.x[i]! >= inside[0] && c.x[i]! <= inside[1]));
      return { left: width[0]! / over, right: width.at(-1)! / over };
    },
    holds: ({ left, right }) => left! > 8 && right! > 8,
  },
  {
    file: teacher,
    en: 'at x = 0.375 its width grows from {before} to {after}',
    de: 'Bei x = 0,375 wächst seine Breite von {before} auf {after}',
    how: 'Width of the epistemic 90 % band at x = 0.375 with all points, and after clearing x > 0.25: at least five times as wide',
    values: { before: 0.13, after: 1.9 },
    slack: 0.03,
    seeds: SEEDS,
    measure: async (seed) => {
      const after = await cleared(seed, (x) => x <= 0.25);
      const before = await usual(seed);
      return { before: near(before, bandWidth(before), 0.375), after: near(after, bandWidth(after), 0.375) };
    },
    holds: ({ before, after }) => after! > 5 * before!,
  },
  {
    file: teacher,
    en: 'at x = 0.25 it only grows from {before} to {after}',
    de: 'bei x = 0,25 wächst es aber nur von {before} auf {after}',
    how: 'Width of the epistemic 90 % band at x = 0.25 with all points, and after clearing 0.15 to 0.35: less than 1.6 times as wide',
    values: { before: 0.06, after: 0.07 },
    slack: 0.05,
    seeds: SEEDS,
    measure: async (seed) => {
      const after = await cleared(seed, (x) => x < 0.15 || x > 0.35);
      const before = await usual(seed);
      return { before: near(before, bandWidth(before), 0.25), after: near(after, bandWidth(after), 0.25) };
    },
    holds: ({ before, after }) => after! < 1.6 * before!,
  },
  {
    file: teacher,
    en: 'The curve flattens and follows the data less; the likelihood cost rises.',
    de: 'Die Kurve wird flacher und folgt den Daten weniger; die Likelihood-Kosten steigen.',
    how: 'Range of the mean over the data and likelihood cost in nats, prior width 1 and 0.1',
    values: { range: 0.64, narrowRange: 0.02, cost: -111, narrowCost: 27 },
    slack: 0.1,
    seeds: SEEDS,
    measure: async (seed) => {
      const at = async (sigma: number) => {
        const { predictive, freeEnergy } = await snapshotOf(
          await trainedRun(experimentOf('', { seed, 'prior.sigma': sigma }), STEPS),
        );
        const c = predictive as CurvePredictive;
        const over = [...c.mean].filter((_, i) => c.x[i]! >= inside[0] && c.x[i]! <= inside[1]);
        return { range: Math.max(...over) - Math.min(...over), cost: freeEnergy.likelihoodCost };
      };
      const [one, tenth] = [await at(1), await at(0.1)];
      return { range: one.range, narrowRange: tenth.range, cost: one.cost, narrowCost: tenth.cost };
    },
    holds: ({ range, narrowRange, cost, narrowCost }) => narrowRange! < range! / 4 && narrowCost! > cost!,
  },
];

const misconceptions: readonly Claim[] = [
  {
    file: teacher,
    en: 'with 10 units the epistemic standard deviation at x = 1 is {few}, with 200 it is {many}',
    de: 'Mit 10 Neuronen ist die epistemische Standardabweichung bei x = 1 gleich {few}, mit 200 gleich {many}',
    how: 'Epistemic standard deviation at x = 1 of the default experiment with 10 and with 200 hidden units',
    values: { few: 0.43, many: 1.33 },
    slack: 0.02,
    seeds: [1, 2],
    long: true,
    measure: async (seed) => {
      const at = async (units: number) => {
        const c = await usual(seed, { 'network.hidden': [units] });
        return near(c, c.epistemicSigma, 1);
      };
      return { few: await at(10), many: await at(200) };
    },
    holds: ({ few, many }) => many! > 2 * few!,
  },
  {
    file: teacher,
    en: 'Raise the number of draws: the band gets steadier, not narrower.',
    de: 'Mehr Ziehungen machen das Band ruhiger, nicht schmaler.',
    how: 'Mean difference of the widths of the central 90 % of two sets of draws, as a percentage of the width, with 20 and with 500 draws; width of 500 divided by that of 20',
    values: { few: 22.6, many: 9.8, width: 1.25 },
    slack: 0.1,
    seeds: SEEDS,
    long: true,
    measure: async (seed) => {
      const { engine } = await trainedRun(experimentOf('', { seed }), STEPS);
      const inputs = Float64Array.from({ length: 101 }, (_, i) => (i - 50) / 20);
      const widths = async (first: number, draws: number) => {
        const outputs = await engine.outputs(inputs, first, draws);
        return Array.from(inputs, (_, i) => {
          const sorted = Float64Array.from(
            { length: draws },
            (_, s) => outputs[s * inputs.length + i]!,
          ).sort();
          return sortedQuantile(sorted, 0.95) - sortedQuantile(sorted, 0.05);
        });
      };
      const compare = async (draws: number) => {
        const [one, other] = [await widths(0, draws), await widths(draws, draws)];
        return {
          width: mean(one),
          difference: (100 * mean(one.map((w, i) => Math.abs(w - other[i]!)))) / mean(one),
        };
      };
      const [few, many] = [await compare(20), await compare(500)];
      return { few: few.difference, many: many.difference, width: many.width / few.width };
    },
    holds: ({ few, many, width }) => many! < 0.6 * few! && width! > 0.9,
  },
  {
    file: 'panels/controls/SimpleFields.tsx',
    en: 'How many points are drawn. More points: a narrower epistemic band; the aleatoric one stays.',
    how: 'Mean width of the epistemic 90 % band over the data with 10, 100 and 1,000 points; aleatoric standard deviation with 10 and 1,000',
    values: { ten: 0.45, hundred: 0.12, thousand: 0.033, noise: 0.1, noiseOfThousand: 0.1 },
    slack: 0.05,
    seeds: SEEDS,
    long: true,
    measure: async (seed) => {
      const at = async (size: number) => {
        const c = await usual(seed, { 'dataset.size': size });
        return {
          width: meanOver(c, bandWidth(c), [0.05, 0.45]),
          noise: meanOver(c, c.aleatoricSigma, [0.05, 0.45]),
        };
      };
      const [ten, hundred, thousand] = [await at(10), await at(100), await at(1000)];
      return {
        ten: ten.width,
        hundred: hundred.width,
        thousand: thousand.width,
        noise: ten.noise,
        noiseOfThousand: thousand.noise,
      };
    },
    holds: ({ ten, hundred, thousand, noise, noiseOfThousand }) =>
      hundred! < ten! / 2 && thousand! < hundred! / 2 && Math.abs(noise! - noiseOfThousand!) < 1e-6,
  },
];

const chapters: readonly Claim[] = [
  {
    file: chapter('intractable'),
    en: 'the *complexity cost* $\\mathrm{KL}[q(w) \\,\\|\\, p(w)]$ of the approximate posterior q that is trained there; it soon reaches 100 nats and more',
    de: 'die *Komplexitätskosten* $\\mathrm{KL}[q(w) \\,\\|\\, p(w)]$ des genäherten Posteriors q, der dort trainiert wird; bald sind es 100 Nat und mehr',
    how: 'Largest complexity cost of the default experiment at steps 500, 1,000, 2,000 and 4,000, in nats',
    values: { cost: 132 },
    slack: 0.05,
    seeds: SEEDS,
    long: true,
    measure: async (seed) => {
      const costs: number[] = [];
      for (const steps of [500, 1000, 2000, STEPS])
        costs.push(
          (await snapshotOf(await trainedRun(experimentOf('', { seed }), steps))).freeEnergy.complexityCost,
        );
      return { cost: Math.max(...costs) };
    },
    holds: ({ cost }) => cost! > 100,
  },
];

const bands: readonly Claim[] = [
  {
    file: chapter('averaging'),
    en: 'where the inner band is wide the strip is thin, although the noise is the same everywhere',
    de: 'Wo das innere Band breit ist, ist der Streifen dünn, obwohl das Rauschen überall gleich ist',
    how: 'Width of the outer band less that of the inner one at x = 0.25 and x = 1.24, and the noise there',
    values: { strip: 0.28, outside: 0.08, noise: 0.1, noiseOutside: 0.1 },
    slack: 0.05,
    seeds: SEEDS,
    measure: async (seed) => {
      const c = await usual(seed);
      const inner = bandWidth(c);
      const strip = inner.map((width, i) => c.upper[i]! - c.lower[i]! - width);
      return {
        strip: near(c, strip, 0.25),
        outside: near(c, strip, 1.24),
        noise: near(c, c.aleatoricSigma, 0.25),
        noiseOutside: near(c, c.aleatoricSigma, 1.24),
      };
    },
    holds: ({ strip, outside, noise, noiseOutside }) =>
      outside! < strip! && Math.abs(noise! - noiseOutside!) < 1e-9,
  },
  {
    file: teacher,
    en: 'Only the outer one says that, and only as often as its label does (90 %).',
    de: 'Nur das äußere sagt das, und nur so oft, wie seine Beschriftung angibt (90 %).',
    how: 'Percentage of 300 fresh points of the cubic, whose noise is known, inside the outer 90 % band',
    values: { covered: 91 },
    slack: 0.02,
    seeds: SEEDS,
    measure: async (seed) => {
      const run = await trainedRun(experimentOf('dataset.id=cubic', { seed }), STEPS);
      const { predictive } = await snapshotOf(run);
      const scores = await calibrationOf(run.problem, run.engine, predictive, async () => {});
      return { covered: 100 * scores!.metrics.coverage! };
    },
    holds: ({ covered }) => covered! > 82 && covered! < 98,
  },
];

const controls: readonly Claim[] = [
  {
    file: 'model/priors/gaussian.ts',
    en: 'Pulls every weight towards zero: a smaller width gives smoother functions and a narrower band.',
    how: 'Epistemic standard deviation at the right edge and mean bend of a draw (its second difference) at prior width 0.3, 1 and 3',
    values: { narrow: 0.39, one: 1.18, wide: 3.94, narrowBend: 0.00088, oneBend: 0.003, wideBend: 0.0064 },
    slack: 0.05,
    seeds: SEEDS,
    long: true,
    measure: async (seed) => {
      const at = async (sigma: number) => {
        const c = await usual(seed, { 'prior.sigma': sigma });
        const bends: number[] = [];
        for (let draw = 0; draw < c.drawCount; draw++)
          for (let i = 2; i < c.x.length; i++) {
            const f = (k: number) => c.draws[draw * c.x.length + i - k]!;
            bends.push(Math.abs(f(0) - 2 * f(1) + f(2)));
          }
        return { sigma: c.epistemicSigma.at(-1)!, bend: mean(bends) };
      };
      const [narrow, one, wide] = [await at(0.3), await at(1), await at(3)];
      return {
        narrow: narrow.sigma,
        one: one.sigma,
        wide: wide.sigma,
        narrowBend: narrow.bend,
        oneBend: one.bend,
        wideBend: wide.bend,
      };
    },
    holds: ({ narrow, one, wide, narrowBend, oneBend, wideBend }) =>
      narrow! < one! && one! < wide! && narrowBend! < oneBend! && oneBend! < wideBend!,
  },
  {
    file: 'panels/controls/OptimizerFields.tsx',
    en: 'Multiplies the complexity cost. Below 1, q is narrower than Bayes’ rule allows: a “cold” posterior.',
    how: 'Epistemic standard deviation over the data with β = 1 and with β = 0.1',
    values: { one: 0.028, tenth: 0.0088 },
    slack: 0.1,
    seeds: SEEDS,
    long: true,
    measure: async (seed) => {
      const at = async (beta: number) => {
        const c = await usual(seed, { 'inference.klWeight': beta });
        return meanOver(c, c.epistemicSigma, [0.1, 0.4]);
      };
      return { one: await at(1), tenth: await at(0.1) };
    },
    holds: ({ one, tenth }) => tenth! < one! / 2,
  },
  {
    file: 'panels/controls/InferencePanel.tsx',
    en: 'The probability with which each hidden unit is switched off. More: a wider epistemic band.',
    how: 'Epistemic standard deviation over the data by MC dropout with rates 0.05, 0.2 and 0.5',
    values: { low: 0.011, middle: 0.017, high: 0.028 },
    slack: 0.05,
    seeds: SEEDS,
    long: true,
    measure: async (seed) => {
      const at = async (rate: number) => {
        const c = await usual(
          seed,
          { 'inference.method': 'mc-dropout', 'inference.dropoutRate': rate },
          1000,
        );
        return meanOver(c, c.epistemicSigma, [0.1, 0.4]);
      };
      return { low: await at(0.05), middle: await at(0.2), high: await at(0.5) };
    },
    holds: ({ low, middle, high }) => low! < middle! && middle! < high!,
  },
];

/** Statements about fits of curves by Bayes by Backprop, MAP and dropout. */
export const curveClaims: readonly Claim[] = [
  ...worksheet,
  ...misconceptions,
  ...chapters,
  ...bands,
  ...controls,
];

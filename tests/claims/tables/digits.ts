import { experimentSplit } from '../../../src/experiment/pictures/data.ts';
import { digitReader, mostProbable } from '../../../src/lessons/exhibits/tenClasses/readDigits.ts';
import { shownImages } from '../../../src/lessons/exhibits/tenClasses/tenClasses.ts';
import { trainedRuns } from '../../../src/lessons/trained/runs.ts';
import { trainResolved } from '../../../src/library/index.ts';
import { mean } from '../../../src/math/moments.ts';
import { loadDataset } from '../../../src/model/datasets/index.ts';
import type { Claim } from '../claim.ts';
import { shippedCheckpoint } from '../shippedRun.ts';
import { experimentOf } from '../trainedRun.ts';

const SEEDS = [1, 2, 3] as const;
const chapter = 'lessons/chapters/{locale}/distribution.mdx';

/** What a network says of an image. */
interface Answer {
  readonly named: number;
  /** Probability of the class it names, per cent. */
  readonly sure: number;
  readonly total: number;
  readonly epistemic: number;
}

type Shown = 'inverted' | 'three' | 'car' | 'h' | 'x' | 'noise';
const names: readonly Shown[] = ['inverted', 'three', 'car', 'h', 'x', 'noise'];
/** The pictures that are no digits. */
const strange = names.filter((name) => name !== 'three');

type Network = 'digitsMap' | 'digitsBayes';

const answersOf = new Map<string, Promise<Readonly<Record<Shown, Answer>>>>();

/** Answers of a network to the images of the exhibit: the shipped one for seed 1, else one trained with another seed. */
function answers(network: Network, seed: number) {
  const key = `${network} ${seed}`;
  const known = answersOf.get(key) ?? ask(network, seed);
  answersOf.set(key, known);
  return known;
}

/** The exhibit's network as a function of an image. */
async function shippedReader(network: Network) {
  await loadDataset('digits');
  const experiment = experimentOf(trainedRuns[network].link);
  return { experiment, read: digitReader(experiment, shippedCheckpoint(network).state) };
}

async function ask(network: Network, seed: number) {
  await loadDataset('digits');
  const { link, steps } = trainedRuns[network];
  const experiment = experimentOf(link, { seed });
  const three = experimentSplit(experiment).heldOut.find(({ y }) => y === 3)!.x;
  const images = shownImages(three).map(({ image }) => [...image]);
  const rows =
    seed === 1
      ? images.map((await shippedReader(network)).read)
      : await (await trainResolved(experiment, { steps })).predict(images);
  return Object.fromEntries(
    rows.map((row, i) => {
      if (!('probabilities' in row)) throw new Error('no classes');
      const { probabilities, totalEntropy, mutualInformation } = row;
      const most = Math.max(...probabilities);
      return [
        names[i]!,
        {
          named: probabilities.indexOf(most),
          sure: 100 * most,
          total: totalEntropy,
          epistemic: mutualInformation,
        },
      ];
    }),
  ) as unknown as Readonly<Record<Shown, Answer>>;
}

/** Share of points that the exhibit's network classifies correctly, per cent. */
async function accuracy(network: Network, of: 'training' | 'heldOut') {
  const { experiment, read } = await shippedReader(network);
  const points = experimentSplit(experiment)[of];
  const right = points.filter(({ x, y }) => mostProbable(read(x).probabilities) === y).length;
  return { accuracy: (100 * right) / points.length, count: points.length };
}

/** Statements of chapter 1 about its two digit readers. The exhibit has seed 1. */
const tenClasses: readonly Claim[] = [
  {
    file: chapter,
    en: 'gets all of its {training} training digits right, {accuracy} %. Is its hypothesis',
    de: 'ordnet alle seine {training} Trainingsziffern richtig zu, {accuracy} %. Ist seine Hypothese',
    how: 'Accuracy of the exhibit’s MAP network on its training digits, and their number',
    values: { training: 1438, accuracy: 100 },
    measure: async () => {
      const { accuracy: share, count } = await accuracy('digitsMap', 'training');
      return { training: count, accuracy: share };
    },
    holds: ({ accuracy: share }) => share === 100,
  },
  {
    file: chapter,
    en: 'Of {count} other digits it gets {accuracy} % right',
    de: 'Von {count} anderen Ziffern ordnet es {accuracy} % richtig zu',
    how: 'Accuracy of the same network on the held-out digits, and their number',
    values: { count: 359, accuracy: 97 },
    measure: () => accuracy('digitsMap', 'heldOut'),
  },
  {
    file: chapter,
    en: 'The single network says 1, with {sure} %.',
    de: 'Das einzelne Netz sagt 1, mit {sure} %.',
    how: 'Class that MAP names for the inverted 3, and its probability; with other seeds it may name another one',
    values: { sure: 98, named: 1 },
    slack: 0.01,
    measure: async () => {
      const { sure, named } = (await answers('digitsMap', 1)).inverted;
      return { sure, named };
    },
  },
  {
    file: chapter,
    en: 'every digit is named by some of them, and no class gets more than {sure} %',
    de: 'Jede Ziffer wird von einigen genannt, und keine Klasse bekommt mehr als {sure} %.',
    how: 'Largest class probability by Bayes by Backprop for the inverted 3, number of classes that its 100 draws name, and the epistemic share of the entropy, per cent',
    values: { sure: 26, named: 10, draws: 100, epistemic: 99 },
    slack: 0.01,
    measure: async () => {
      const { experiment, read } = await shippedReader('digitsBayes');
      const three = experimentSplit(experiment).heldOut.find(({ y }) => y === 3)!.x;
      const { named, mutualInformation, totalEntropy, probabilities } = read(shownImages(three)[0]!.image);
      return {
        sure: 100 * Math.max(...probabilities),
        named: new Set(named).size,
        draws: named.length,
        epistemic: (100 * mutualInformation) / totalEntropy,
      };
    },
  },
  {
    file: chapter,
    en: '**The 3**, which neither saw in training: both say 3, with {least} % or more.',
    de: '**Die 3**, die keines der beiden im Training gesehen hat: Beide sagen 3, mit {least} % oder mehr.',
    how: 'Class that MAP and Bayes by Backprop name for a held-out 3, and the smaller of their probabilities: above 85 %',
    values: { named: 3, least: 97 },
    slack: 0.01,
    seeds: SEEDS,
    measure: async (seed) => {
      const [map, bayes] = [
        (await answers('digitsMap', seed)).three,
        (await answers('digitsBayes', seed)).three,
      ];
      return {
        named: map.named === bayes.named ? map.named : -1,
        least: Math.min(map.sure, bayes.sure),
      };
    },
    holds: ({ named, least }) => named === 3 && least! > 85,
  },
  {
    file: chapter,
    en: 'Now the single network is in doubt too. But all of its doubt counts as <C.aleatoric>aleatoric</C.aleatoric>',
    de: 'Hier zweifelt auch das einzelne Netz. Aller Zweifel gilt aber als <C.aleatoric>aleatorisch</C.aleatoric>',
    how: 'Largest class probability by MAP for the noise, per cent, and its epistemic entropy in nats: not 85 %, and none',
    values: { sure: 48, epistemic: 0 },
    slack: 0.02,
    seeds: SEEDS,
    measure: async (seed) => {
      const { sure, epistemic } = (await answers('digitsMap', seed)).noise;
      return { sure, epistemic };
    },
    holds: ({ sure, epistemic }) => sure! < 85 && Math.abs(epistemic!) < 1e-9,
  },
  {
    file: chapter,
    en: '**The letter X**: both say 8, with {least} % or more.',
    de: '**Der Buchstabe X**: Beide sagen 8, mit {least} % oder mehr.',
    how: 'Class that both name for the X, and the smaller of their probabilities: above 85 %',
    values: { named: 8, least: 92 },
    slack: 0.01,
    seeds: SEEDS,
    measure: async (seed) => {
      const [map, bayes] = [(await answers('digitsMap', seed)).x, (await answers('digitsBayes', seed)).x];
      return {
        named: map.named === bayes.named ? map.named : -1,
        least: Math.min(map.sure, bayes.sure),
      };
    },
    holds: ({ named, least }) => named === 8 && least! > 85,
  },
  {
    file: chapter,
    en: '**The car**: the single network says 4, with {map} %; the second says 4 or 6.',
    de: '**Das Auto**: Das einzelne Netz sagt 4, mit {map} %; das zweite sagt 4 oder 6.',
    how: 'Class that MAP names for the car and its probability; probability of 4 and of 6 by Bayes by Backprop, per cent: both above 20, together above 90',
    values: { named: 4, map: 97, four: 62, six: 35 },
    slack: 0.02,
    measure: async () => {
      const map = (await answers('digitsMap', 1)).car;
      const { experiment, read } = await shippedReader('digitsBayes');
      const three = experimentSplit(experiment).heldOut.find(({ y }) => y === 3)!.x;
      const { probabilities } = read(shownImages(three)[2]!.image);
      return { named: map.named, map: map.sure, four: 100 * probabilities[4]!, six: 100 * probabilities[6]! };
    },
    holds: ({ four, six }) => Math.min(four!, six!) > 20 && four! + six! > 90,
  },
  {
    file: chapter,
    en: 'Which pictures mislead the single network depends on the seed; with each of three seeds at least one did. Here it gives one digit more than 95 % for four of the five pictures that are no digits.',
    de: 'Welche Bilder das einzelne Netz täuschen, hängt vom Startwert ab; bei jedem von drei Startwerten war es mindestens eines. Hier gibt es bei vier der fünf Bilder, die keine Ziffern sind, einer Ziffer mehr als 95 %.',
    how: 'Number of the five pictures to which MAP gives one digit more than 95 %: at least one',
    values: { fooled: 4 },
    seeds: SEEDS,
    measure: async (seed) => {
      const all = await answers('digitsMap', seed);
      return { fooled: strange.filter((name) => all[name].sure > 95).length };
    },
    holds: ({ fooled }) => fooled! >= 1,
  },
  {
    file: chapter,
    en: '0 if one class has everything, {most} if all ten are equally probable',
    de: '0, wenn eine Klasse alles hat, {most}, wenn alle zehn gleich wahrscheinlich sind',
    how: 'ln 10',
    values: { most: 2.3 },
    measure: () => ({ most: Math.log(10) }),
  },
];

const hints: readonly Claim[] = [
  {
    file: 'model/datasets/digits.ts',
    en: 'Ten classes from real images: sure of a clear 3, unsure of one that might be an 8, and of most that are no digits.',
    how: 'Entropy in nats of the convolutional network after 600 steps: a held-out 3, the mean of 100 held-out digits, and the median of the five pictures of chapter 1 that are no digits',
    values: { three: 0.002, digits: 0.39, others: 1.58 },
    slack: 0.1,
    seeds: [1, 2],
    long: true,
    measure: async (seed) => {
      await loadDataset('digits');
      const experiment = experimentOf('dataset.id=digits', { seed });
      const { heldOut } = experimentSplit(experiment);
      const model = await trainResolved(experiment, { steps: 600 });
      const entropy = async (images: readonly (readonly number[])[]) =>
        (await model.predict(images)).map((row) => ('totalEntropy' in row ? row.totalEntropy : Number.NaN));
      const images = shownImages(heldOut.find(({ y }) => y === 3)!.x);
      const three = await entropy(
        images.filter(({ trueClass }) => trueClass === 3).map(({ image }) => image),
      );
      const others = await entropy(
        images.filter(({ trueClass }) => trueClass === null).map(({ image }) => image),
      );
      const digits = await entropy(heldOut.slice(0, 100).map(({ x }) => [...x]));
      return { three: three[0]!, digits: mean(digits), others: others.toSorted((a, b) => a - b)[2]! };
    },
    holds: ({ three, digits, others }) => others! > 2 * digits! && others! > 2 * three!,
  },
];

/** Statements about the digits. */
export const digitClaims: readonly Claim[] = [...tenClasses, ...hints];

import type { Recipe } from './recipe.ts';

const placeholders = { '<name>': 'dummy' } as const;

export const dataset: Recipe = {
  title: 'A data set',
  placeholders,
  newFiles: {
    'src/model/datasets/<name>.ts': `import { cubic } from './cubic.ts';
import type { CurveDataset } from './dataset.ts';

export const dummy: CurveDataset = { ...cubic, label: 'Dummy data', teaches: 'What dummy data show.' };
`,
  },
  insertions: [
    {
      file: 'src/model/datasets/index.ts',
      after: "import type { Dataset } from './dataset.ts';\n",
      text: "import { dummy } from './dummy.ts';\n",
    },
    { file: 'src/model/datasets/index.ts', after: 'export const datasets = {\n', text: '  dummy,\n' },
  ],
  answers: [],
};

export const prior: Recipe = {
  title: 'A prior',
  placeholders,
  newFiles: {
    'src/model/priors/<name>.ts': `import { laplace } from './laplace.ts';
import type { Prior } from './prior.ts';

export const dummy: Prior = { ...laplace, label: 'Dummy prior', teaches: 'What a dummy prior does.' };
`,
  },
  insertions: [
    {
      file: 'src/model/priors/index.ts',
      after: "import type { Prior } from './prior.ts';\n",
      text: "import { dummy } from './dummy.ts';\n",
    },
    { file: 'src/model/priors/index.ts', after: 'export const priors = { ', text: 'dummy, ' },
  ],
  answers: [
    {
      file: 'src/export/pythonPrior.ts',
      after: 'const priorTexts: Readonly<Record<PriorKind, PriorText>> = {\n',
      text: "  dummy: { constants: () => '', logDensity: '', exact: null },\n",
    },
  ],
};

const listed = "  priors: ['gaussian', ";

export const priorInEngines: Recipe = {
  ...prior,
  title: 'A prior in the engines',
  insertions: [
    ...prior.insertions,
    ...['wasm', 'webgl', 'tfjs'].map((engine) => ({
      file: `src/engine/${engine}/capabilities.ts`,
      after: listed,
      text: "'dummy', ",
    })),
  ],
  answers: [
    ...prior.answers,
    {
      file: 'src/engine/wasm/complexity.ts',
      after: 'const wasmPriors = {\n',
      text: '  dummy: { cost: () => 0, divergence: null },\n',
    },
    {
      file: 'src/engine/webgl/glsl/priors.ts',
      after: 'export const glslPriors = {\n',
      text: "  dummy: { numbers: () => [0, 0, 0, 0], density: '', divergence: null },\n",
    },
    {
      file: 'src/engine/tfjs/priors.ts',
      after: 'export const tensorPriors = { ',
      text: 'dummy: laplace, ',
    },
  ],
};

export const likelihood: Recipe = {
  title: 'A likelihood',
  placeholders,
  newFiles: {
    'src/model/likelihoods/<name>.ts': `import { gaussian } from './gaussian.ts';
import type { RegressionLikelihood } from './likelihood.ts';

export const dummy: RegressionLikelihood = { ...gaussian, label: 'Dummy noise', teaches: 'Dummy noise.' };
`,
  },
  insertions: [
    {
      file: 'src/model/likelihoods/index.ts',
      after: "import { categorical } from './categorical.ts';\n",
      text: "import { dummy } from './dummy.ts';\n",
    },
    { file: 'src/model/likelihoods/index.ts', after: 'export const likelihoods = { ', text: 'dummy, ' },
  ],
  answers: [
    {
      file: 'src/export/pythonLikelihood.ts',
      after: 'const likelihoodTexts: Readonly<Record<LikelihoodKind, readonly string[]>> = {\n',
      text: '  dummy: [],\n',
    },
    {
      file: 'tests/export/problems.ts',
      after: 'const classCounts: Readonly<Record<LikelihoodKind, number>> = {',
      text: '\n  dummy: 0,',
    },
  ],
};

export const estimator: Recipe = {
  title: 'An estimator',
  placeholders,
  newFiles: {},
  insertions: [
    {
      file: 'src/model/estimators/index.ts',
      after: 'export const estimators = {\n',
      text: `  dummy: {
    label: 'Dummy estimator',
    teaches: 'What a dummy estimator does.',
    source: 'Blundell et al. 2015, §3.2',
    drawsWeights: true,
    supportsRecurrent: true,
    sharesWeightsAcrossBatch: true,
  },
`,
    },
  ],
  answers: [
    {
      file: 'src/reference/estimators.ts',
      after: 'export const likelihoodSamples = {\n',
      text: '  dummy: weightSampling,\n',
    },
    {
      file: 'src/export/pythonNetwork.ts',
      after: 'const estimatorTexts: Readonly<Record<EstimatorKind, readonly string[]>> = {\n',
      text: '  dummy: [],\n',
    },
    {
      file: 'src/export/pythonObjective.ts',
      after: 'const drawingTexts: Readonly<Record<EstimatorKind, (sampled: boolean) => string>> = {\n',
      text: "  dummy: () => '',\n",
    },
    {
      file: 'src/lessons/exhibits/noiseMap/noiseMap.ts',
      after:
        'export const noiseMaps: Readonly<Record<EstimatorKind, (seed: number, step: number) => NoiseMap>> = {\n',
      text: '  dummy: () => ({ values: new Float64Array(0), columns: 1 }),\n',
    },
    {
      file: 'tests/model/estimators/gradientVariance.test.ts',
      after: 'const names = {\n',
      text: "  dummy: 'weight',\n",
    },
  ],
};

export const optimizer: Recipe = {
  title: 'An optimiser',
  placeholders,
  newFiles: {},
  insertions: [
    {
      file: 'src/model/optimizers/index.ts',
      after: 'export const optimizers = { ',
      text: "dummy: { ...sgd, label: 'Dummy descent', teaches: 'What dummy descent does.' }, ",
    },
  ],
  answers: [
    {
      file: 'src/export/pythonTraining.ts',
      after: 'const optimizerTexts: Readonly<Record<OptimizerKind, string>> = {\n',
      text: "  dummy: '',\n",
    },
  ],
};

export const activation: Recipe = {
  title: 'An activation',
  placeholders,
  newFiles: {},
  insertions: [
    {
      file: 'src/model/networks/activations.ts',
      after: 'export const activations = { ',
      text: "dummy: { ...relu, label: 'Dummy unit' }, ",
    },
  ],
  answers: [
    {
      file: 'src/export/pythonNetwork.ts',
      after: 'const activationTexts: Readonly<Record<ActivationKind, string>> = {\n',
      text: "  dummy: '',\n",
    },
  ],
};

export const method: Recipe = {
  title: 'A method',
  placeholders,
  newFiles: {
    'src/reference/methods/<name>.ts': `import type { MethodSteps } from './method.ts';
import { pointEstimates } from './pointEstimates.ts';

export const dummy: MethodSteps = { ...pointEstimates };
`,
  },
  insertions: [
    {
      file: 'src/model/methods/index.ts',
      after: 'export const methods = {\n',
      text: `  dummy: {
    label: 'Dummy method',
    teaches: 'What a dummy method does.',
    source: 'Blundell et al. 2015, §2',
    samples: null,
    fitsDistribution: false,
    rows: 'one',
    pointEstimate: false,
    cost: 'log-posterior',
    gradientsPerStep: 1,
    chains: false,
    dropout: false,
    curvature: false,
    denseOnly: false,
    curve: 'dummy of one weight',
    weight: 'its dummy (blue)',
    training: 'Training: the dummy now.',
    color: 'violet',
    comparison: { subject: 'the dummy', overconfidenceReason: 'it is a dummy' },
    overlayBudget: { steps: 3000, samples: 1 },
  },
`,
    },
  ],
  answers: [
    {
      file: 'src/reference/methods/index.ts',
      after: "import { dropout } from './dropout.ts';\n",
      text: "import { dummy } from './dummy.ts';\n",
    },
    { file: 'src/reference/methods/index.ts', after: 'export const methodSteps = {\n', text: '  dummy,\n' },
    {
      file: 'tests/e2e/controls/methods.spec.ts',
      after:
        'const shown: Readonly<Record<MethodKind, readonly [controls: readonly string[], curve: RegExp]>> = {\n',
      text: '  dummy: [[], /dummy/],\n',
    },
  ],
};

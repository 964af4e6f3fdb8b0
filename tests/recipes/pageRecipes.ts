import type { Recipe } from './recipe.ts';

const placeholders = { '<name>': 'dummy', '<Name>': 'Dummy' } as const;

export const field: Recipe = {
  title: 'A field of the experiment, with its control',
  placeholders,
  newFiles: {},
  insertions: [
    {
      file: 'src/experiment/document/experiment.ts',
      after: '    readonly dropoutRate: number;\n',
      text: '    readonly dummy: number;\n',
    },
    {
      file: 'src/panels/controls/InferencePanel.tsx',
      after: '      {method.fitsDistribution && <VariationalFields />}\n',
      text: `      <SliderField
        path="inference.dummy"
        label={t('Dummy rate')}
        scale={{ logarithmic: false }}
        help={t('What a dummy rate does.')}
      />
`,
    },
  ],
  answers: [
    {
      file: 'src/experiment/document/fields.ts',
      after:
        "  'inference.dropoutRate': { kind: kinds.between(0.01, 0.9), default: 0.1, affects: 'objective' },\n",
      text: "  'inference.dummy': { kind: kinds.between(0, 1), default: 0, affects: 'objective' },\n",
    },
    {
      file: 'src/experiment/document/meanings.ts',
      after: "  'inference.dropoutRate': 'Probability with which MC dropout removes a unit.',\n",
      text: "  'inference.dummy': 'A dummy rate.',\n",
    },
    {
      file: 'tests/experiment/document/anyExperiment.ts',
      after: '  dropoutRate: double(0.01, 0.9),\n',
      text: '  dummy: double(0, 1),\n',
    },
  ],
};

export const view: Recipe = {
  title: 'A plot, as a panel of the page',
  placeholders,
  newFiles: {
    'src/plots/<name>/<name>Plot.ts': `import type { Calibration } from '../../experiment/pictures/snapshot.ts';
import { t } from '../../i18n/index.ts';

/** One sentence on the plot, for its label. */
export function dummySummary(calibration: Calibration | null): string {
  return calibration ? t('A dummy plot.') : t('A dummy plot without data.');
}
`,
    'src/plots/<name>/<Name>Plot.tsx': `import type { Calibration } from '../../experiment/pictures/snapshot.ts';
import { Figure } from '../frame/Figure.tsx';
import { usePlotArea } from '../frame/usePlotArea.ts';
import { useSummary } from '../frame/useSummary.ts';
import { dummySummary } from './dummyPlot.ts';

/** A dummy plot. */
export function DummyPlot({ calibration }: { readonly calibration: Calibration | null }) {
  const { setHost } = usePlotArea();
  const summary = useSummary(() => dummySummary(calibration));
  return (
    <Figure summary={summary} areaRef={setHost} minHeight={9} still>
      <svg aria-hidden="true" />
    </Figure>
  );
}
`,
    'src/panels/views/<name>/<Name>View.tsx': `import { t } from '../../../i18n/index.ts';
import { DummyPlot } from '../../../plots/dummy/DummyPlot.tsx';
import { usePlaygroundState } from '../../ui/playgroundContext.ts';
import styles from '../../ui/views.module.css';

/** A dummy panel. */
export function DummyView() {
  const calibration = usePlaygroundState(({ snapshot }) => snapshot?.calibration ?? null);
  return (
    <section className={styles.view} aria-label={t('Dummy panel')}>
      <DummyPlot calibration={calibration} />
    </section>
  );
}
`,
  },
  insertions: [
    { file: 'src/experiment/document/experiment.ts', after: "  'bandit',\n", text: "  'dummy',\n" },
    {
      file: 'src/experiment/document/experiment.ts',
      after: "const onRequest: readonly PanelId[] = ['network', ",
      text: "'dummy', ",
    },
    {
      file: 'src/app/App.tsx',
      after: "import { CostView } from '../panels/views/cost/CostView.tsx';\n",
      text: "import { DummyView } from '../panels/views/dummy/DummyView.tsx';\n",
    },
    {
      file: 'src/app/App.tsx',
      after: '      {objective && <ObjectiveBar />}\n',
      text: "      {shown.includes('dummy') && <DummyView />}\n",
    },
    {
      file: 'src/panels/share/EmbedDialog.tsx',
      after: "    ['objective', t('Objective')],\n",
      text: "    ['dummy', t('Dummy panel')],\n",
    },
  ],
  answers: [],
};

export const pictureKind: Recipe = {
  title: 'A picture kind',
  placeholders,
  newFiles: {
    'src/model/datasets/<name>.ts': `import { cubic } from './cubic.ts';
import type { DummyDataset } from './dataset.ts';

export const dummy: DummyDataset = {
  ...cubic,
  kind: 'dummy',
  label: 'Dummy data',
  teaches: 'What dummy data show.',
};
`,
    'src/experiment/pictures/<name>.ts': `import { curveGrid, observeCurve } from './observeCurve.ts';
import type { PictureDefinition } from './pictureDefinition.ts';
import { table } from './table.ts';

export const dummy: PictureDefinition = {
  ...table,
  observe: async ({ problem, outputsAt, logNoise }) => {
    const x = curveGrid(problem.xDomain);
    const outputs = await outputsAt(Array.from(x, (value) => ({ x: [value] })));
    return { kind: 'dummy', mean: observeCurve(problem, x, outputs, logNoise).mean };
  },
};
`,
    'src/panels/views/<name>/<Name>View.tsx': `import { t } from '../../../i18n/index.ts';
import { usePlaygroundState } from '../../ui/playgroundContext.ts';
import { predictiveOfKind } from '../predictiveOfKind.ts';

/** A dummy prediction. */
export function DummyView() {
  const predictive = usePlaygroundState(({ snapshot }) => predictiveOfKind(snapshot?.predictive, 'dummy'));
  return <output aria-label={t('Dummy prediction')}>{predictive?.mean[0]}</output>;
}
`,
  },
  insertions: [
    {
      file: 'src/model/datasets/dataset.ts',
      after: '/** A data set of the playground. */\nexport type Dataset = ',
      text: 'DummyDataset | ',
    },
    {
      file: 'src/model/datasets/dataset.ts',
      after: '  readonly series: (random: Random, size: number, noise: number) => readonly number[];\n}\n',
      text: "\nexport interface DummyDataset extends Omit<CurveDataset, 'kind'> {\n  readonly kind: 'dummy';\n}\n",
    },
    {
      file: 'src/model/datasets/index.ts',
      after: "import type { Dataset } from './dataset.ts';\n",
      text: "import { dummy } from './dummy.ts';\n",
    },
    { file: 'src/model/datasets/index.ts', after: 'export const datasets = {\n', text: '  dummy,\n' },
    {
      file: 'src/experiment/pictures/snapshot.ts',
      after: 'export type Predictive =\n',
      text: '  | DummyPredictive\n',
    },
    {
      file: 'src/experiment/pictures/snapshot.ts',
      after: '  readonly slice: { readonly x: Float64Array; readonly answers: ClassAnswers };\n}\n',
      text: "\nexport interface DummyPredictive {\n  readonly kind: 'dummy';\n  readonly mean: Float64Array;\n}\n",
    },
  ],
  answers: [
    {
      file: 'src/experiment/document/dataKinds.ts',
      after: '  plane: {\n    inputCount: () => 2,\n    defaults: () => smallDefaults,\n  },\n',
      text: '  dummy: {\n    inputCount: () => 1,\n    defaults: () => smallDefaults,\n  },\n',
    },
    {
      file: 'src/experiment/pictures/pictures.ts',
      after: "import { curve } from './curve.ts';\n",
      text: "import { dummy } from './dummy.ts';\n",
    },
    {
      file: 'src/experiment/pictures/pictures.ts',
      after: 'export const pictures = { ',
      text: 'dummy, ',
    },
    {
      file: 'src/panels/views/pictureViews.tsx',
      after: 'export const pictureViews: Readonly<Record<PictureKind, PictureView>> = {\n',
      text: `  dummy: {
    View: lazyPart(async () => (await import('./dummy/DummyView.tsx')).DummyView),
    Small: null,
    pointsEditable: false,
    networkKinds: false,
    windowed: false,
    count: countPoints,
    ownDataTeach: null,
  },
`,
    },
    {
      file: 'src/panels/controls/choices.ts',
      after: 'const datasetGroups = {\n',
      text: "  dummy: 'Dummy data',\n",
    },
    {
      file: 'src/export/tables.ts',
      after: '  switch (predictive.kind) {\n',
      text: "    case 'dummy':\n      return csv([['mean'], ...Array.from(predictive.mean, (mean) => [mean])]);\n",
    },
    {
      file: 'tests/contracts/datasets.test.ts',
      after: '          curve: 1,\n',
      text: '          dummy: 1,\n',
    },
    {
      file: 'tests/worker/picture.test.ts',
      after: "  curve: [{ 'dataset.id': 'blundell' }],\n",
      text: "  dummy: [{ 'dataset.id': 'dummy' }],\n",
    },
  ],
};

export const language: Recipe = {
  title: 'A language',
  placeholders: { '<id>': 'fr' },
  newFiles: {
    'src/i18n/locales/<id>.json': '{\n  "decimal": ",",\n  "thousands": "\\u202f",\n  "messages": {}\n}\n',
  },
  insertions: [
    {
      file: 'src/i18n/locales.ts',
      after: 'export const locales = {\n',
      text: `  fr: {
    tag: 'fr',
    name: 'Français',
    direction: 'ltr',
    offered: false,
    load: () => import('./locales/fr.json'),
  },
`,
    },
  ],
  answers: [],
};

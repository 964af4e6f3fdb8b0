import type { PlaneDataset } from './dataset.ts';
import { irisMeasures, irisSpecies } from './irisColumns.ts';

export const iris: PlaneDataset = {
  kind: 'plane',
  task: 'classification',
  label: 'Iris (real)',
  teaches: 'Two species overlap: their border stays uncertain however long you train.',
  source: 'Fisher 1936; 150 flowers, two of four measures',
  classNames: ['setosa', 'versicolor', 'virginica'],
  classes: 3,
  classesVary: false,
  measures: [
    { label: 'sepal length (cm)', domain: [2.5, 10] },
    { label: 'sepal width (cm)', domain: [0.5, 6] },
    { label: 'petal length (cm)', domain: [-1.5, 9.5] },
    { label: 'petal width (cm)', domain: [-0.8, 3.5] },
  ],
  inputs: [2, 3],
  generated: null,
  points: (_random, _size, _noise, { inputs }) =>
    irisSpecies.map((y, row) => ({ x: inputs.map((measure) => irisMeasures[measure]![row]!), y })),
};

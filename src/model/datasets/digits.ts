import type { ImagesDataset, Point } from './dataset.ts';

let rows: readonly Point[] | null = null;

export const digits: ImagesDataset = {
  kind: 'images',
  task: 'classification',
  label: 'Handwritten digits (real)',
  teaches:
    'Ten classes from real images: sure of a clear 3, unsure of one that might be an 8, and of most that are no digits.',
  source: 'Alpaydin & Kaynak 1998; 1,797 images, UCI, CC BY 4.0',
  classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  height: 8,
  width: 8,
  brightest: 16,
  generated: null,
  load: async () => {
    rows ??= (await import('./digitsRows.ts')).digitsRows();
  },
  points: () => {
    if (!rows) throw new Error('the digits are not loaded yet');
    return rows;
  },
  loaded: () => rows !== null,
};

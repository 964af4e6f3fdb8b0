import { useEffect, useState } from 'react';
import { datasets, loadDataset } from '../../model/datasets/index.ts';

/** The first image of every class of the digits, pixels as recorded, 0 to 16; null until they are loaded, or if that fails. */
export function useDigits(): readonly (readonly number[])[] | null {
  const [images, setImages] = useState<readonly (readonly number[])[] | null>(null);
  useEffect(() => {
    let wanted = true;
    void loadDataset('digits').then(() => {
      if (wanted) setImages(firstImages());
    });
    return () => {
      wanted = false;
    };
  }, []);
  return images;
}

function firstImages(): readonly (readonly number[])[] {
  const points = datasets.digits.points();
  return datasets.digits.classNames.map((_, y) => points.find((point) => point.y === y)!.x);
}

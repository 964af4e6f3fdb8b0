import { useMemo } from 'react';
import { PlanePlot } from '../../../plots/plane/PlanePlot.tsx';
import { predictiveOfKind } from '../predictiveOfKind.ts';
import { type SmallPictureProps, useSmallPicture } from '../smallPicture.ts';
import { planeNames } from './planeNames.ts';

/** p(y | x, D) of classes over two inputs, to be compared with others. */
export function SmallPlane({ playground }: SmallPictureProps) {
  const { predictive, dataset, interval: _, ...shown } = useSmallPicture(playground);
  const plane = predictiveOfKind(predictive, 'plane');
  const classes = plane?.classes ?? dataset.classes;
  const names = useMemo(() => planeNames(dataset, classes), [dataset, classes]);
  return (
    <PlanePlot {...shown} predictive={plane} map="probability" names={names} showDraws={false} readOnly />
  );
}

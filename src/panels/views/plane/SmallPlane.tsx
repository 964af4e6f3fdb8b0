import { useMemo } from 'react';
import { PlaneLegend } from '../../../plots/plane/PlaneLegend.tsx';
import { PlanePlot } from '../../../plots/plane/PlanePlot.tsx';
import type { PlaneMap } from '../../../plots/plane/planeMap.ts';
import { predictiveOfKind } from '../predictiveOfKind.ts';
import type { SmallPicture, SmallPictureProps } from '../smallPicture.ts';
import { planeNames } from './planeNames.ts';

/** Methods are compared by their epistemic uncertainty, settings by their classes. */
const mapOf = ({ color }: SmallPicture): PlaneMap => (color === null ? 'probability' : 'mutualInformation');

function useNames({ predictive, dataset }: SmallPicture) {
  const classes = predictiveOfKind(predictive, 'plane')?.classes ?? dataset.classes;
  return useMemo(() => planeNames(dataset, classes), [dataset, classes]);
}

/** p(y | x, D) of classes over two inputs, to be compared with others. */
export function SmallPlane({ picture }: SmallPictureProps) {
  const { predictive, points, xDomain, yDomain, phase } = picture;
  const names = useNames(picture);
  return (
    <PlanePlot
      predictive={predictiveOfKind(predictive, 'plane')}
      map={mapOf(picture)}
      points={points}
      xDomain={xDomain}
      yDomain={yDomain}
      phase={phase}
      names={names}
      showDraws={false}
      bare
      readOnly
    />
  );
}

/** The one legend of several small maps. */
export function SmallPlaneLegend({ picture }: SmallPictureProps) {
  const names = useNames(picture);
  return (
    <PlaneLegend
      map={mapOf(picture)}
      phase={picture.phase}
      classNames={names.classes}
      draws={false}
      onShowDraws={null}
    />
  );
}

import { PredictivePlot } from '../../../plots/predictive/PredictivePlot.tsx';
import { predictiveOfKind } from '../predictiveOfKind.ts';
import { type SmallPictureProps, useSmallPicture } from '../smallPicture.ts';
import { curveNames } from './curveNames.ts';

/** p(y | x, D) along the one input, to be compared with others. */
export function SmallCurve({ playground }: SmallPictureProps) {
  const { predictive, dataset, ...shown } = useSmallPicture(playground);
  const { x, y } = curveNames(dataset);
  return (
    <PredictivePlot
      {...shown}
      predictive={predictiveOfKind(predictive, 'curve')}
      xLabel={x}
      yLabel={y}
      showDraws={false}
      readOnly
    />
  );
}

import { t } from '../../../i18n/index.ts';
import { datasetOfKind } from '../../../model/datasets/index.ts';
import { formatPercent } from '../../../plots/frame/format.ts';
import plot from '../../../plots/frame/Plot.module.css';
import { BandSwatch, LineSwatch } from '../../../plots/frame/Swatch.tsx';
import { trueMeanStyle } from '../../../plots/predictive/PredictiveLegend.tsx';
import { PredictivePlot } from '../../../plots/predictive/PredictivePlot.tsx';
import { bandStyles } from '../../../plots/predictive/predictivePaint.ts';
import { predictiveOfKind } from '../predictiveOfKind.ts';
import type { SmallPictureProps } from '../smallPicture.ts';
import { curveNames } from './curveNames.ts';

/** p(y | x, D) along the one input, to be compared with others. */
export function SmallCurve({ picture }: SmallPictureProps) {
  const { predictive, dataset, ...shown } = picture;
  const { x, y } = curveNames(dataset);
  return (
    <PredictivePlot
      {...shown}
      predictive={predictiveOfKind(predictive, 'curve')}
      trueMean={datasetOfKind(dataset.id, 'curve')?.mean}
      xLabel={x}
      yLabel={y}
      showDraws={false}
      bare
      readOnly
    />
  );
}

/** The one legend of several small curves. */
export function SmallCurveLegend({ picture }: SmallPictureProps) {
  const { color, phase, interval, dataset } = picture;
  const own = color !== null || phase === 'prior';
  const [mean, epistemic, aleatoric] = own
    ? ['--color-ink-muted', '--color-ink-muted', '--color-ink-muted']
    : ['--color-posterior', '--color-epistemic', '--color-aleatoric'];
  const share = formatPercent(interval);
  return (
    <ul className={plot.legend}>
      <li>
        <LineSwatch color={`var(${mean})`} width={2.5} />
        {t('mean')}
      </li>
      <li>
        <BandSwatch {...bandStyles.epistemic} color={`var(${epistemic})`} />
        {t('{interval} epistemic band', { interval: share })}
      </li>
      <li>
        <BandSwatch {...bandStyles.aleatoric} color={`var(${aleatoric})`} />
        {t('{interval} band of y, noise included', { interval: share })}
      </li>
      {datasetOfKind(dataset.id, 'curve')?.mean && (
        <li>
          <LineSwatch {...trueMeanStyle} />
          {t('function behind the data')}
        </li>
      )}
    </ul>
  );
}

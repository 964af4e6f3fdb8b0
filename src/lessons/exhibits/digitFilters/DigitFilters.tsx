import { useMemo, useState } from 'react';
import { sharedScalers } from '../../../experiment/problem/scalers.ts';
import { t } from '../../../i18n/index.ts';
import { Segments } from '../../../panels/controls/fields/Segments.tsx';
import { usePlaygroundState } from '../../../panels/ui/playgroundContext.ts';
import { formatPercent } from '../../../plots/frame/format.ts';
import { Bars } from '../Bars.tsx';
import { ExperimentExhibit } from '../ExperimentExhibit.tsx';
import { Numbers } from '../Numbers.tsx';
import own from './DigitFilters.module.css';
import { layerWidths, learnedFilters } from './digitFilters.ts';
import { FilterChoice } from './FilterChoice.tsx';
import { FilterResponse } from './FilterResponse.tsx';

const classes = ['0', '1', '4', '7', '8'] as const;

/** A convolutional network that reads digits: its first filters, the response of one, and the widths of each layer. */
export function DigitFilters() {
  return <ExperimentExhibit trained="digitFilters" panels={[]} beside={<Filters />} />;
}

function Filters() {
  const weights = usePlaygroundState(({ snapshot }) => snapshot?.weights ?? null);
  const accuracy = usePlaygroundState(({ snapshot }) => snapshot?.calibration?.metrics.accuracy);
  const points = usePlaygroundState((state) => state.points);
  const heldOut = usePlaygroundState((state) => state.heldOut);
  const scaler = useMemo(() => sharedScalers(points, 1)[0]!, [points]);
  const [chosen, setChosen] = useState(3);
  const [digit, setDigit] = useState<(typeof classes)[number]>('7');
  const filters = useMemo(() => (weights ? learnedFilters(weights) : []), [weights]);
  const filter = filters[chosen];
  const pixels = heldOut.find(({ y }) => `${y}` === digit)?.x;
  if (!weights || !filter || !pixels) return <p>{t('Loading…')}</p>;
  return (
    <div className={own.parts}>
      <div className={own.filters}>
        <FilterChoice filters={filters} chosen={chosen} onChoose={setChosen} />
        <FilterResponse filters={filters} chosen={chosen} pixels={pixels} scaler={scaler} />
      </div>
      <div className={own.side}>
        <Segments
          label={t('Digit')}
          value={digit}
          choices={classes.map((name) => ({ value: name, label: name }))}
          onChoose={setDigit}
        />
        <Bars
          title={t('Median σ of each layer’s weights (prior: 1)')}
          unit=""
          longest={1}
          rows={layerWidths(weights).map(({ layer, weights: count, medianSigma }) => ({
            name: t('layer {layer}, {count} weights', { layer, count }),
            value: medianSigma,
            concept: 'posterior',
          }))}
        />
        <Numbers
          numbers={[[t('held-out accuracy'), accuracy === undefined ? '–' : formatPercent(accuracy)]]}
        />
      </div>
    </div>
  );
}

import { t } from '../../../i18n/index.ts';
import { usePlaygroundState } from '../../../panels/ui/playgroundContext.ts';
import { formatPercent } from '../../../plots/frame/format.ts';
import { Filters } from '../../../plots/images/Filters.tsx';
import { Bars } from '../Bars.tsx';
import { ExperimentExhibit } from '../ExperimentExhibit.tsx';
import { Numbers } from '../Numbers.tsx';
import own from './DigitFilters.module.css';
import { layerWidths } from './digitFilters.ts';

/** A convolutional network that learns digits: its first filters, and the posterior widths of each layer. */
export function DigitFilters() {
  return <ExperimentExhibit trained="digitFilters" panels={[]} beside={<Layers />} />;
}

function Layers() {
  const weights = usePlaygroundState(({ snapshot }) => snapshot?.weights ?? null);
  const accuracy = usePlaygroundState(({ snapshot }) => snapshot?.calibration?.metrics.accuracy);
  if (!weights) return <p>{t('Loading the digits…')}</p>;
  return (
    <div className={own.layers}>
      <section aria-label={t('The first filters')}>
        <p>
          {t(
            'What each filter looks for (blue asks for ink, orange for paper), and how unsure it is of that',
          )}
        </p>
        <Filters weights={weights} />
        <Numbers
          numbers={[
            [t('accuracy on held-out digits'), accuracy === undefined ? '–' : formatPercent(accuracy)],
          ]}
        />
      </section>
      <Bars
        title={t('Median σ of a layer’s weights, on the way from 0.05 to the prior’s 1')}
        unit=""
        longest={1}
        rows={layerWidths(weights).map(({ layer, weights: count, medianSigma }) => ({
          name: t('layer {layer}, {count} weights', { layer, count }),
          value: medianSigma,
          concept: 'posterior',
        }))}
      />
    </div>
  );
}

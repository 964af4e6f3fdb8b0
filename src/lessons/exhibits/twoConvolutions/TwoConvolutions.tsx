import { useMemo, useState } from 'react';
import { t } from '../../../i18n/index.ts';
import { formatFixed } from '../../../i18n/numbers.ts';
import { datasets } from '../../../model/datasets/index.ts';
import { formatNumber } from '../../../plots/frame/format.ts';
import { ColorScale } from '../ColorScale.tsx';
import { Pixels } from '../Pixels.tsx';
import { useDigits } from '../useDigits.ts';
import { type ConvolutionChoice, ConvolutionControls } from './ConvolutionControls.tsx';
import { MapRow } from './MapRow.tsx';
import own from './TwoConvolutions.module.css';
import {
  activationDraw,
  filterMeans,
  outputScale,
  responsesOf,
  sharedNoise,
  weightDraw,
} from './twoConvolutions.ts';

const { width: side, brightest } = datasets.digits;
const SEED = 1;
/** Draws of each kind that are shown together. */
const DRAWS = [0, 1, 2] as const;
const start: ConvolutionChoice = { digit: 0, kind: 'upright', sigma: 0.3, place: 3 * side + 2, draw: 0 };

const twoDecimals = (value: number): string => formatFixed(value, 2).replace('-', '−');

/** At the right edge the left neighbour is used. */
const neighbourOf = (place: number): number => (place % side === side - 1 ? place - 1 : place + 1);

/**
 * The output of a filter with uncertain weights on a real digit: mean and variance from two convolutions, and three
 * draws made in each of two ways.
 */
export function TwoConvolutions() {
  const images = useDigits();
  const [choice, setChoice] = useState(start);
  const { digit, kind, sigma, place, draw } = choice;
  const image = useMemo(
    () => (images ? images[digit]!.map((ink) => ink / brightest) : null),
    [images, digit],
  );
  const shown = useMemo(() => {
    if (!image) return null;
    const mu = filterMeans[kind];
    const filter = { mu, sigma: mu.map(() => sigma) };
    const responses = responsesOf(image, filter, side);
    return {
      responses,
      ofFilter: DRAWS.map((i) => weightDraw(image, filter, side, SEED, DRAWS.length * draw + i)),
      ofResponses: DRAWS.map((i) => activationDraw(responses, SEED, DRAWS.length * draw + i)),
      shared: sharedNoise(image, filter, side, [place, neighbourOf(place)]),
    };
  }, [image, kind, sigma, place, draw]);
  if (!image || !shown) return <p className={own.loading}>{t('Loading…')}</p>;
  const { responses, ofFilter, ofResponses, shared } = shown;
  const most = outputScale(responses);
  const widest = Math.max(...responses.sigma);
  const common = {
    side,
    chosen: place,
    onChoose: (next: number) => setChoice({ ...choice, place: next }),
  };
  const drawn = (maps: readonly Float64Array[]) =>
    maps.map((values, index) => (
      <Pixels
        key={DRAWS[index]}
        caption={<b>{twoDecimals(values[place]!)}</b>}
        values={values}
        most={most}
        concept="posterior"
        {...common}
      />
    ));
  return (
    <div className={own.exhibit}>
      <div className={own.rows}>
        <MapRow title={t('Mean and spread')} notes={[t('By two convolutions; no weight is drawn.')]}>
          <Pixels
            caption={
              <>
                {t('image a')} <b>{twoDecimals(image[place]!)}</b>
              </>
            }
            values={image}
            most={1}
            concept="data"
            {...common}
          />
          <Pixels
            caption={
              <>
                {t('mean')} <b>{twoDecimals(responses.mean[place]!)}</b>
              </>
            }
            values={responses.mean}
            most={most}
            concept="posterior"
            {...common}
          />
          <Pixels
            caption={
              <>
                {t('spread')} <b>± {twoDecimals(responses.sigma[place]!)}</b>
              </>
            }
            values={responses.sigma}
            most={widest}
            concept="epistemic"
            {...common}
          />
        </MapRow>
        <MapRow
          title={t('Filter drawn, three times')}
          notes={[
            t('The same filter at every place.'),
            shared === null
              ? t('Outlined place and the one beside it: no spread, no correlation.')
              : t('Outlined place and the one beside it: correlation {correlation}.', {
                  correlation: twoDecimals(shared),
                }),
          ]}
        >
          {drawn(ofFilter)}
        </MapRow>
        <MapRow
          title={t('Responses drawn, three times')}
          notes={[
            t('New noise at every place.'),
            t('Outlined place and the one beside it: correlation {correlation}.', {
              correlation: formatNumber(0),
            }),
          ]}
        >
          {drawn(ofResponses)}
        </MapRow>
      </div>
      <div className={own.side}>
        <ConvolutionControls choice={choice} side={side} onChoose={setChoice} />
        <div className={own.scales}>
          <ColorScale title={t('responses: mean and draws')} most={most} concept="signed" />
          <ColorScale title={t('spread: one standard deviation')} most={widest} concept="epistemic" />
        </div>
      </div>
    </div>
  );
}

import { useEffect, useMemo, useState } from 'react';
import { t } from '../../../i18n/index.ts';
import { datasets, loadDataset } from '../../../model/datasets/index.ts';
import { Segments } from '../../../panels/controls/fields/Segments.tsx';
import buttons from '../../../panels/ui/buttons.module.css';
import { formatNumber } from '../../../plots/frame/format.ts';
import styles from '../exhibit.module.css';
import { Numbers } from '../Numbers.tsx';
import { Pixels } from '../Pixels.tsx';
import { Slider } from '../Slider.tsx';
import own from './TwoConvolutions.module.css';
import {
  activationDraw,
  answersOf,
  type FilterKind,
  filterMeans,
  sharedNoise,
  weightDraw,
} from './twoConvolutions.ts';

const { width: side, brightest } = datasets.digits;
const classes = [0, 1, 4, 7] as const;
const seed = 1;
const ranges = {
  sigma: { minimum: 0.02, maximum: 1, logarithmic: true },
  place: { minimum: 1, maximum: side, logarithmic: false, integer: true },
} as const;

/** At the right edge the left neighbour is used. */
const neighbourOf = (place: number): number => (place % side === side - 1 ? place - 1 : place + 1);

/**
 * The output of a filter with uncertain weights on a real digit: mean and variance from two convolutions, and one draw
 * made in two ways.
 */
export function TwoConvolutions() {
  const images = useDigits();
  const [digit, setDigit] = useState('0');
  const [kind, setKind] = useState<FilterKind>('upright');
  const [sigma, setSigma] = useState(0.3);
  const [place, setPlace] = useState(3 * side + 2);
  const [draw, setDraw] = useState(0);
  const image = images?.[Number(digit)] ?? null;
  const shown = useMemo(() => {
    if (!image) return null;
    const mu = filterMeans[kind];
    const filter = { mu, sigma: mu.map(() => sigma) };
    const answers = answersOf(image, filter, side);
    return {
      answers,
      ofFilter: weightDraw(image, filter, side, seed, draw),
      ofAnswers: activationDraw(answers, seed, draw),
      shared: sharedNoise(image, filter, side, [place, neighbourOf(place)]),
    };
  }, [image, kind, sigma, place, draw]);
  if (!image || !shown) return <p className={own.loading}>{t('Loading the digits…')}</p>;
  const { answers, ofFilter, ofAnswers, shared } = shown;
  const most = Math.max(...[answers.mean, ofFilter, ofAnswers].flatMap((all) => Array.from(all, Math.abs)));
  const common = { side, chosen: place, onChoose: setPlace };
  return (
    <div className={own.exhibit}>
      <div className={own.pictures}>
        <Pixels title={t('the image a')} values={image} most={1} concept="data" {...common} />
        <Pixels
          title={t('the filter, its means μ')}
          values={filterMeans[kind]}
          side={3}
          most={Math.max(...filterMeans[kind].map(Math.abs))}
          concept="posterior"
        />
        <Pixels title={t('mean a ∗ μ')} values={answers.mean} most={most} concept="posterior" {...common} />
        <Pixels
          title={t('standard deviation √(a² ∗ σ²)')}
          values={answers.sigma}
          most={Math.max(...answers.sigma)}
          concept="epistemic"
          {...common}
        />
        <Pixels
          title={t('one draw of the filter')}
          values={ofFilter}
          most={most}
          concept="posterior"
          {...common}
        />
        <Pixels
          title={t('one draw of the answers')}
          values={ofAnswers}
          most={most}
          concept="posterior"
          {...common}
        />
      </div>
      <div className={own.side}>
        <div className={styles.controls}>
          <Segments
            label={t('Digit')}
            value={digit}
            choices={classes.map((name) => ({ value: `${name}`, label: `${name}` }))}
            onChoose={setDigit}
          />
          <button type="button" className={buttons.button} onClick={() => setDraw(draw + 1)}>
            {t('Draw again')}
          </button>
          <Segments
            label={t('What the filter looks for')}
            value={kind}
            choices={[
              { value: 'upright', label: t('Upright strokes') },
              { value: 'level', label: t('Level strokes') },
              { value: 'spot', label: t('Spots') },
            ]}
            onChoose={setKind}
          />
          <Slider
            label={t('Width of every weight')}
            symbol="σ"
            concept="posterior"
            value={sigma}
            range={ranges.sigma}
            onChange={setSigma}
          />
        </div>
        <div className={own.place}>
          <Slider
            label={t('Row')}
            value={Math.floor(place / side) + 1}
            range={ranges.place}
            onChange={(row) => setPlace((row - 1) * side + (place % side))}
          />
          <Slider
            label={t('Column')}
            value={(place % side) + 1}
            range={ranges.place}
            onChange={(column) => setPlace(Math.floor(place / side) * side + column - 1)}
          />
        </div>
        <Numbers
          numbers={[
            [
              t('answer at this place'),
              t('{mean} ± {sigma}', {
                mean: formatNumber(answers.mean[place]!),
                sigma: formatNumber(answers.sigma[place]!),
              }),
            ],
            [t('by the drawn filter'), formatNumber(ofFilter[place]!)],
            [t('this answer drawn'), formatNumber(ofAnswers[place]!)],
            [
              t('correlation with the place beside it'),
              shared === null
                ? t('none: no spread')
                : t('{shared} by the filter, 0 by the answers', { shared: formatNumber(shared) }),
            ],
          ]}
        />
      </div>
    </div>
  );
}

/** The first image of every class, with ink from 0 to 1; null until they are loaded, or if that fails. */
function useDigits(): readonly (readonly number[])[] | null {
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
  return datasets.digits.classNames.map((_, y) =>
    points.find((point) => point.y === y)!.x.map((ink) => ink / brightest),
  );
}

import { useEffect, useState } from 'react';
import { t } from '../../../i18n/index.ts';
import { Segments } from '../../../panels/controls/fields/Segments.tsx';
import { formatNumber } from '../../../plots/frame/format.ts';
import styles from '../exhibit.module.css';
import { Numbers } from '../Numbers.tsx';
import { Slider } from '../Slider.tsx';
import { type Duration, gridDuration, gridExponent } from './countTheGrid.ts';
import { GridPlot } from './GridPlot.tsx';
import { measureRate } from './measureRate.ts';
import { powerOfTen } from './powerOfTen.ts';

const ranges = {
  weights: { minimum: 1, maximum: 200, logarithmic: false, integer: true },
  points: { minimum: 2, maximum: 100, logarithmic: true, integer: true },
} as const;

/** The number of cells of a grid over all weights, and the time this device would need for them. */
export function CountTheGrid() {
  const [weights, setWeights] = useState(10);
  const [points, setPoints] = useState(10);
  const [rate, setRate] = useState<number | null>(null);
  useEffect(() => {
    // Runs after the first frame: the measurement blocks the page for one frame.
    const timer = setTimeout(() => setRate(measureRate(weights)), 50);
    return () => clearTimeout(timer);
  }, [weights]);
  const exponent = gridExponent(points, weights);
  const time = rate === null ? null : durationText(gridDuration(exponent, rate));
  const networks = [
    { value: '1', label: t('one weight') },
    { value: '10', label: t('three hidden units') },
    { value: '151', label: t('the playground’s first network') },
  ];
  return (
    <div className={styles.exhibit}>
      <div className={styles.pictures}>
        <GridPlot
          points={points}
          weights={weights}
          rate={rate}
          summary={t(
            '{weights, plural, one {# weight} other {# weights}} at {points} points each are {cells} cells.',
            { weights, points, cells: powerOfTen(exponent) },
          )}
        />
      </div>
      <Numbers
        numbers={[
          [t('cells of the grid'), powerOfTen(exponent)],
          [
            t('this device, measured'),
            rate === null ? '…' : t('{rate} cells a second', { rate: formatNumber(rate) }),
          ],
          [t('it would take'), time ?? '…'],
        ]}
      />
      <div className={styles.controls}>
        <Slider
          label={t('Weights')}
          symbol="P"
          concept="posterior"
          value={weights}
          range={ranges.weights}
          onChange={setWeights}
        />
        <Slider
          label={t('Points along each')}
          symbol="G"
          value={points}
          range={ranges.points}
          onChange={setPoints}
        />
        <Segments
          label={t('A network of')}
          value={String(weights)}
          choices={networks}
          onChoose={(value) => setWeights(Number(value))}
        />
      </div>
    </div>
  );
}

function durationText({ value, exponent, unit }: Duration): string {
  const number = exponent === null ? formatNumber(value) : powerOfTen(exponent);
  const texts = {
    ms: t('{number} ms', { number }),
    s: t('{number} s', { number }),
    min: t('{number} min', { number }),
    h: t('{number} h', { number }),
    days: t('{number} days', { number }),
    years: t('{number} years', { number }),
    'ages of the universe': t('{number} times the age of the universe', { number }),
  };
  return texts[unit];
}

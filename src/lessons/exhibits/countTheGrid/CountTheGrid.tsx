import { useEffect, useState } from 'react';
import { say } from '../../../i18n/index.ts';
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

/** How many cells a grid over all weights has, and how long this device would take for them. */
export function CountTheGrid() {
  const [weights, setWeights] = useState(10);
  const [points, setPoints] = useState(10);
  const [rate, setRate] = useState<number | null>(null);
  useEffect(() => {
    // After the picture is on the screen: measuring holds the page up for a frame.
    const timer = setTimeout(() => setRate(measureRate(weights)), 50);
    return () => clearTimeout(timer);
  }, [weights]);
  const exponent = gridExponent(points, weights);
  const time = rate === null ? null : durationText(gridDuration(exponent, rate));
  const networks = [
    { value: '1', label: say('one weight') },
    { value: '10', label: say('three hidden units') },
    { value: '151', label: say('the playground’s first network') },
  ];
  return (
    <div className={styles.exhibit}>
      <div className={styles.pictures}>
        <GridPlot
          points={points}
          weights={weights}
          rate={rate}
          summary={say(
            '{weights, plural, one {# weight} other {# weights}} at {points} points each are {cells} cells.',
            { weights, points, cells: powerOfTen(exponent) },
          )}
        />
      </div>
      <Numbers
        numbers={[
          [say('cells of the grid'), powerOfTen(exponent)],
          [
            say('this device, measured'),
            rate === null ? '…' : say('{rate} cells a second', { rate: formatNumber(rate) }),
          ],
          [say('it would take'), time ?? '…'],
        ]}
      />
      <div className={styles.controls}>
        <Slider
          label={say('Weights')}
          symbol="P"
          concept="posterior"
          value={weights}
          range={ranges.weights}
          onChange={setWeights}
        />
        <Slider
          label={say('Points along each')}
          symbol="G"
          value={points}
          range={ranges.points}
          onChange={setPoints}
        />
        <Segments
          label={say('A network of')}
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
    ms: say('{number} ms', { number }),
    s: say('{number} s', { number }),
    min: say('{number} min', { number }),
    h: say('{number} h', { number }),
    days: say('{number} days', { number }),
    years: say('{number} years', { number }),
    'ages of the universe': say('{number} times the age of the universe', { number }),
  };
  return texts[unit];
}

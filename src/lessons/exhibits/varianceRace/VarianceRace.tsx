import { useEffect, useMemo, useRef, useState } from 'react';
import { t } from '../../../i18n/index.ts';
import type { EstimatorKind } from '../../../model/estimators/index.ts';
import buttons from '../../../panels/ui/buttons.module.css';
import { formatNumber } from '../../../plots/frame/format.ts';
import styles from '../exhibit.module.css';
import { Numbers } from '../Numbers.tsx';
import { Slider } from '../Slider.tsx';
import { VarianceLines } from './VarianceLines.tsx';
import {
  batchSizes,
  GRADIENTS,
  laneVariance,
  type RaceSetup,
  runLane,
  startingLanes,
} from './varianceRace.ts';

/** Time per frame in ms for computing gradients. */
const SLICE = 9;
const first: RaceSetup = { units: 8, sigma: 0.2, seed: 1 };
const ranges = {
  sigma: { minimum: 0.02, maximum: 0.5, logarithmic: true },
  units: { minimum: 1, maximum: 32, logarithmic: true, integer: true },
} as const;

/** The variance of each estimator's gradient against the batch size, measured live. */
export function VarianceRace() {
  const [setup, setCourse] = useState(first);
  const lanes = useMemo(() => startingLanes(setup), [setup]);
  const gradients = useMeasured(lanes);
  const largest = batchSizes[batchSizes.length - 1] as number;
  const at = (estimator: EstimatorKind): number => {
    const lane = lanes.find((one) => one.batch === largest && one.estimator === estimator);
    return lane ? laneVariance(lane) : Number.NaN;
  };
  const times = (estimator: EstimatorKind) => formatNumber(at('weight-sampling') / at(estimator));
  return (
    <div className={styles.exhibit} aria-busy={gradients < GRADIENTS}>
      <VarianceLines lanes={lanes} gradients={gradients} setup={JSON.stringify(setup)} />
      <Numbers
        numbers={[
          [t('gradients of each kind'), formatNumber(gradients)],
          [
            t('with {count} examples, weight sampling has', { count: largest }),
            t('{local} times the variance of local reparameterisation, {flipout} times that of Flipout', {
              local: times('local-reparameterization'),
              flipout: times('flipout'),
            }),
          ],
        ]}
      />
      <div className={styles.controls}>
        <Slider
          label={t('Width of every weight')}
          symbol="σ"
          concept="posterior"
          value={setup.sigma}
          range={ranges.sigma}
          onChange={(sigma) => setCourse({ ...setup, sigma })}
        />
        <Slider
          label={t('Hidden units')}
          value={setup.units}
          range={ranges.units}
          onChange={(units) => setCourse({ ...setup, units })}
        />
        <button
          type="button"
          className={buttons.button}
          onClick={() => setCourse({ ...setup, seed: setup.seed + 1 })}
        >
          {t('Other data, other noise')}
        </button>
      </div>
    </div>
  );
}

/**
 * Measures one gradient in every lane at a time, between frames; returns the number so far. Another setup starts at
 * zero.
 */
function useMeasured(lanes: ReturnType<typeof startingLanes>): number {
  const [state, setState] = useState({ lanes, gradients: 0 });
  const next = useRef(0);
  useEffect(() => {
    next.current = 0;
    const run = () => {
      const end = performance.now() + SLICE;
      while (performance.now() < end && next.current < GRADIENTS * lanes.length) {
        const lane = lanes[next.current % lanes.length];
        if (lane) runLane(lane);
        next.current++;
      }
      setState({ lanes, gradients: Math.floor(next.current / lanes.length) });
      if (next.current < GRADIENTS * lanes.length) frame = requestAnimationFrame(run);
    };
    let frame = requestAnimationFrame(run);
    return () => cancelAnimationFrame(frame);
  }, [lanes]);
  return state.lanes === lanes ? state.gradients : 0;
}

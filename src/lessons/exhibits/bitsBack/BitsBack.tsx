import { useMemo, useState } from 'react';
import { t } from '../../../i18n/index.ts';
import { normalLogDensity } from '../../../math/special.ts';
import { formatNumber } from '../../../plots/frame/format.ts';
import { formatSum } from '../../../plots/frame/formatSum.ts';
import { Densities } from '../Densities.tsx';
import styles from '../exhibit.module.css';
import { Slider } from '../Slider.tsx';
import own from './BitsBack.module.css';
import { bitsBack, type Cell, cellsOf } from './bitsBack.ts';
import { Exchange } from './Exchange.tsx';

const ranges = {
  mu: { minimum: -2, maximum: 2, logarithmic: false, step: 0.05 },
  sigma: { minimum: 0.02, maximum: 1, logarithmic: true },
  halvings: { minimum: 0, maximum: 8, logarithmic: false, integer: true },
} as const;
const grid = Float64Array.from({ length: 1001 }, (_, i) => -3.5 + (7 * i) / 1000);

/** One weight on its way from a sender to a receiver, in bits: sent, got back, and the difference. */
export function BitsBack() {
  const [mu, setMu] = useState(0.8);
  const [sigma, setSigma] = useState(0.2);
  const [halvings, setHalvings] = useState(3);
  const width = 2 ** -halvings;
  const { message, lines } = useMemo(() => {
    const weight = { mu, sigma, priorSigma: 1, width };
    return {
      message: bitsBack(weight),
      lines: {
        prior: grid.map((w) => Math.exp(normalLogDensity(w, 0, 1))),
        q: grid.map((w) => Math.exp(normalLogDensity(w, mu, sigma))),
        rounded: roundedDensity(cellsOf(weight), width),
      },
    };
  }, [mu, sigma, width]);
  const bits = formatSum([message.returned, message.net]);
  const [returned, net] = bits.terms as [string, string];
  const sent = bits.total;
  return (
    <div className={styles.exhibit}>
      <div className={`${styles.pictures} ${own.pictures}`}>
        <Densities
          x={grid}
          lines={[
            { concept: 'prior', label: t('prior p(w)'), values: lines.prior },
            { concept: 'posterior', label: t('posterior q(w)'), values: lines.q },
            { concept: 'data', label: t('q, rounded to the grid'), values: lines.rounded },
          ]}
          xLabel="w"
          yLabel={t('density')}
          summary={t(
            'A weight with mean {mu} and standard deviation {sigma} on a grid of cells {width} wide. {sent} bits are sent, {returned} come back: it costs {net} bits.',
            {
              mu: formatNumber(mu),
              sigma: formatNumber(sigma),
              width: formatNumber(width),
              sent,
              returned,
              net,
            },
          )}
        />
        <Exchange message={message} texts={{ sent, returned, net }} />
      </div>
      <div className={styles.controls}>
        <Slider
          label={t('Mean')}
          symbol="μ"
          concept="posterior"
          value={mu}
          range={ranges.mu}
          onChange={setMu}
        />
        <Slider
          label={t('Standard deviation')}
          symbol="σ"
          concept="posterior"
          value={sigma}
          range={ranges.sigma}
          onChange={setSigma}
        />
        <Slider
          label={t('Halvings of the cell width: t = {width}', { width: formatNumber(width) })}
          value={halvings}
          range={ranges.halvings}
          onChange={setHalvings}
        />
      </div>
    </div>
  );
}

/** The probability of each cell as a density that is constant within the cell. */
function roundedDensity(cells: readonly Cell[], width: number): Float64Array {
  const first = cells[0]!.middle;
  return grid.map((w) => (cells[Math.round((w - first) / width)]?.q ?? 0) / width);
}

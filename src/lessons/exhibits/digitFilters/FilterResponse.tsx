import { useMemo } from 'react';
import type { Scaler } from '../../../experiment/problem/scalers.ts';
import { t } from '../../../i18n/index.ts';
import { datasets } from '../../../model/datasets/index.ts';
import { niceCeiling } from '../../../plots/frame/stableRange.ts';
import { ColorScale } from '../ColorScale.tsx';
import { Pixels } from '../Pixels.tsx';
import own from './DigitFilters.module.css';
import { isSignKnown, type LearnedFilter, learnedResponses } from './digitFilters.ts';
import { KernelPicture } from './KernelPicture.tsx';
import { scalesOf } from './scales.ts';

const { width: side, brightest } = datasets.digits;

interface FilterResponseProps {
  readonly filters: readonly LearnedFilter[];
  readonly chosen: number;
  /** The digit, as recorded. */
  readonly pixels: readonly number[];
  readonly scaler: Scaler;
}

/** A digit, one filter with its numbers, and the mean and the standard deviation of its response. */
export function FilterResponse({ filters, chosen, pixels, scaler }: FilterResponseProps) {
  const filter = filters[chosen]!;
  const all = useMemo(
    () => filters.map((one) => learnedResponses(pixels, scaler, one, side)),
    [filters, pixels, scaler],
  );
  const { mean, sigma } = all[chosen]!;
  // Shared by all filters, so that a filter that is switched off looks pale.
  const most = niceCeiling(Math.max(...all.flatMap((one) => Array.from(one.mean, Math.abs))));
  const widest = niceCeiling(Math.max(...all.flatMap((one) => Array.from(one.sigma))));
  const known = filter.mean.filter((value, index) => isSignKnown(value, filter.sigma[index]!)).length;
  return (
    <>
      <p className={own.verdict} role="status">
        <strong>{t('Filter {number}:', { number: chosen + 1 })}</strong>{' '}
        {t('{known} of {count} weights are more than 2σ from 0 (the rest: dashed).', {
          known,
          count: filter.mean.length,
        })}
      </p>
      <div className={own.pipeline}>
        <Pixels caption={t('held-out digit')} values={pixels} side={side} most={brightest} concept="data" />
        <figure className={own.large}>
          <KernelPicture mean={filter.mean} sigma={filter.sigma} most={scalesOf(filters).strongest} numbers />
          <figcaption>μ ± σ</figcaption>
        </figure>
        <Pixels
          caption={<ColorScale title={t('mean response')} most={most} concept="signed" />}
          values={mean}
          side={side}
          most={most}
          concept="posterior"
        />
        <Pixels
          caption={<ColorScale title={t('its standard deviation')} most={widest} concept="epistemic" />}
          values={sigma}
          side={side}
          most={widest}
          concept="epistemic"
        />
      </div>
    </>
  );
}
